"""The documents of the sample clients: how many pages they take and what their maps show."""

from __future__ import annotations

import pytest

from desks import HandClock
from reports import samples
from reports.pdfs import flat, page_texts
from therapist_desk.app.demo.samples import make_samples
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.soap_physician import physician_summary
from therapist_desk.services import cases, clients, opening
from therapist_desk.services.documents.sources import Source, read_source

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60)]
PAPERS = pytest.mark.parametrize("paper", list(Paper))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    """Read what the documents of each sample client's last and first visit are drawn from, by family name."""
    made = make_samples(tmp_path_factory.mktemp("samples") / "charts", resources_dir(), HandClock())
    desk = opening.unlock(made.folder, made.therapist_id, made.passphrase, HandClock(), watched_since=made.begun)
    found: dict[str, Source] = {}
    try:
        for client in clients.find_clients(desk, ""):
            for file in cases.case_files(desk, client.id):
                with desk.store.reading() as charts:
                    held = charts.visits.of_case(file.case.id)
                signed = [visit.id for visit in held if visit.status is VisitStatus.SIGNED]
                found[client.details.family_name] = read_source(desk, signed[0])
                found[f"{client.details.family_name}, first"] = read_source(desk, signed[-1])
    finally:
        desk.close()
    return found


def insurer(source: Source, paper: Paper = Paper.LETTER) -> bytes:
    return insurer_note(source.sealed, paper, samples.atlas())


def physician(source: Source, paper: Paper = Paper.LETTER) -> bytes:
    return physician_summary(source.sealed, paper, samples.atlas())


@PAPERS
@pytest.mark.parametrize("family", ["Sample-Hayes", "Mockley", "Примерова"])
def test_the_physician_gets_one_page_and_the_payer_two(sources: dict[str, Source], family: str, paper: Paper) -> None:
    assert len(page_texts(physician(sources[family], paper))) == 1
    assert len(page_texts(insurer(sources[family], paper))) == 2


@PAPERS
def test_three_maps_stand_in_one_row_where_the_physicians_page_would_be_two(
    sources: dict[str, Source], paper: Paper
) -> None:
    [page] = page_texts(physician(sources["Примерова, first"], paper))
    for wanted in ("Right forearm and hand, front", "Palm of right hand", "What I found", "Electronically signed by"):
        assert wanted in page


def test_the_key_and_the_table_stand_on_the_page_of_the_map(sources: dict[str, Source]) -> None:
    first, *_ = page_texts(insurer(sources["Sample-Hayes"]))
    for wanted in ("Back of head, neck and shoulders", "Area shown", "Key", "Muscle or region", "Infraspinatus"):
        assert wanted in first


@PAPERS
@pytest.mark.parametrize("visit", ["Sample-Hayes", "Sample-Hayes, first"])
def test_all_eight_findings_stand_under_their_map(sources: dict[str, Source], visit: str, paper: Paper) -> None:
    first, *others = page_texts(insurer(sources[visit], paper))
    assert "Middle trapezius" in first
    assert not any("Muscle or region" in text for text in others)


def test_what_the_tables_say_of_treatment_is_not_said_again_by_the_assessment(sources: dict[str, Source]) -> None:
    text = flat(insurer(sources["Sample-Hayes"]))
    assessment = text[text.index("Assessment") : text.index("Plan")]

    assert "Neck Disability Index: 22/50 → 19/50" in assessment  # the last visit is in no table
    for repeated in ("active trigger point 7/10", "Cervical rotation, right 56°"):
        assert repeated not in assessment


def test_the_low_back_shows_two_windows_of_the_back(sources: dict[str, Source]) -> None:
    for text in (flat(insurer(sources["Mockley"])), flat(physician(sources["Mockley"]))):
        assert "Low back, hips and thighs" in text
        assert "Left lower leg and foot, back" in text


def test_the_hand_is_shown_without_the_body(sources: dict[str, Source]) -> None:
    for text in (flat(insurer(sources["Примерова"])), flat(physician(sources["Примерова"]))):
        assert "Right forearm and hand, front" in text
        assert "Front of head, neck and shoulders" in text
