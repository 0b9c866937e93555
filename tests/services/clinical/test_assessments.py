from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.ids import MeasurementId, ObservationId, VisitId
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.readiness import Target, missing_items
from therapist_desk.domain.visit import SignedError
from therapist_desk.services import cases, clients, records, signing
from therapist_desk.services.clinical.assessments import load_assessments
from therapist_desk.services.desk import Desk
from therapist_desk.services.resources import ResourceDamagedError
from therapist_desk.services.visit import assessing, notes, visits

RESOURCES = Path(__file__).parents[3] / "resources"

NDI = Measurement(
    id=MeasurementId("ndi"),
    kind=MeasurementKind.QUESTIONNAIRE,
    name="Neck Disability Index",
    unit="/50",
    before=Decimal(24),
    measure="NDI",
    answers=(Answer("one", 3), Answer("two")),
)
DROP_ARM = Observation(
    id=ObservationId("drop"),
    kind=ObservationKind.TEST,
    name="Drop arm",
    side=Side.LEFT,
    result=Result.POSITIVE,
    suggests="rotator cuff tear",
    refer_if_positive=True,
)


def new_visit(desk: Desk) -> VisitId:
    client = clients.add_client(
        desk, ClientDetails(given_name="Ada", family_name="Sample", date_of_birth=date(1980, 5, 1))
    )
    return visits.start_visit(desk, cases.open_case(desk, client.id, "Neck").id).id


def test_the_whole_neck_has_six_motions_with_their_usual_values() -> None:
    neck = load_assessments(RESOURCES).joints()["cervical"]

    assert sum(2 if motion.both_sides else 1 for motion in neck) == 6
    rotation = next(motion for motion in neck if motion.motion == "rotation")
    assert rotation.name == "cervical rotation"
    assert rotation.usual == 80
    assert "38 CFR 4.71a" in rotation.usual_source
    assert "source read" in rotation.usual_source


def test_red_tests_are_marked_and_everything_names_its_source() -> None:
    offered = load_assessments(RESOURCES)

    red = {test.name for test in offered.tests if test.refer_if_positive}
    assert {"Vertebral artery", "Sharp-Purser", "Drop arm", "Thompson calf squeeze"} <= red
    assert all(test.source and test.suggests for test in offered.tests)
    assert all(motion.usual is not None and motion.usual_source for motion in offered.motions)
    assert all(term.source for term in offered.palpation)


@pytest.mark.parametrize("name", ["motions", "posture", "special_tests", "palpation_terms"])
def test_a_damaged_list_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "clinical").mkdir()
    for path in (RESOURCES / "clinical").glob("*.json"):
        content = "{}" if path.stem == name else path.read_text(encoding="utf-8")
        (tmp_path / "clinical" / path.name).write_text(content, encoding="utf-8")

    with pytest.raises(ResourceDamagedError, match=name):
        load_assessments(tmp_path)


def test_what_is_removed_comes_back_to_its_place(desk: Desk) -> None:
    visit_id = new_visit(desk)
    for name in ("a", "b", "c"):
        assessing.put_measurement(desk, visit_id, replace(NDI, id=MeasurementId(name)))

    assessing.remove_measurement(desk, visit_id, MeasurementId("b"))
    assessing.put_measurement(desk, visit_id, replace(NDI, id=MeasurementId("b")), position=1)

    kept = visits.open_visit(desk, visit_id).visit.measurements
    assert [each.id for each in kept] == ["a", "b", "c"]


def test_a_signed_visit_keeps_its_scores_and_tests_and_the_ones_before(desk: Desk, clock: HandClock) -> None:
    first = new_visit(desk)
    assessing.put_measurement(desk, first, NDI)
    clock.wait(7 * 24 * 60)
    second = visits.start_visit(desk, visits.open_visit(desk, first).visit.case_id).id
    assessing.put_measurement(desk, second, replace(NDI, id=MeasurementId("later"), before=Decimal(18)))
    assessing.put_observation(desk, second, DROP_ARM)

    signing.sign_visit(desk, second, PASSPHRASE, override_reason="test")

    with desk.store.reading() as charts:
        sealed = charts.records.of_visit(second)
    assert sealed is not None
    record = records.read_visit(sealed)
    assert record.visit.observations == (DROP_ARM,)
    assert record.visit.measurements[0].answers == NDI.answers
    assert [(each.measure, each.last) for each in record.earlier_scores] == [("NDI", Decimal(24))]
    said = " ".join(paragraph.text for paragraph in record.visit.note.paragraphs)
    assert "Drop arm, left: positive (rotator cuff tear)." in said
    assert "24/50 → 18/50 (−6) since" in said
    with pytest.raises(SignedError):
        assessing.remove_observation(desk, second, DROP_ARM.id)


def test_a_red_test_is_advised_until_the_plan_names_it(desk: Desk) -> None:
    visit_id = new_visit(desk)
    assessing.put_observation(desk, visit_id, DROP_ARM)

    def advised() -> bool:
        visit = visits.open_visit(desk, visit_id).visit
        return any(item.target is Target.RED_TEST for item in missing_items(visit, desk.clock.now()))

    assert advised()
    notes.save_note(desk, visit_id, Note(paragraphs=(Paragraph(Section.PLAN, "Drop arm positive: referred back."),)))
    assert not advised()
