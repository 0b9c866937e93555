from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import mark
from domain.health.builders import KNEE, history, yes
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, RegionRef, Side
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.domain.findings.mark import MarkKind, WholeRegion
from therapist_desk.domain.health.cautions import all_cautions, area_marks, closed_areas
from therapist_desk.domain.health.history import HealthItem, ItemKind, history_problems, tidied
from therapist_desk.domain.ids import VisitId

BORN, TODAY = date(1987, 3, 14), date(2026, 11, 23)
VISIT = VisitId("visit")
cautions = st.lists(
    st.builds(Caution, st.sampled_from(["Arnica allergy", "Apixaban", "dvt"]), st.sampled_from(CautionLevel)),
    max_size=4,
).map(tuple)


@given(cautions)
def test_what_was_typed_by_hand_is_never_lost(typed: tuple[Caution, ...]) -> None:
    told = history(
        yes("dvt", CautionLevel.ABSOLUTE), items=(HealthItem(kind=ItemKind.ALLERGY, text="Arnica", detail="rash"),)
    )

    found = all_cautions(typed, told)

    assert set(typed) <= set(found)
    assert len(found) >= len(typed)
    assert any(caution.level is CautionLevel.ABSOLUTE for caution in found)
    assert list(found) == sorted(found, key=lambda caution: list(CautionLevel).index(caution.level))


def test_an_allergy_typed_already_is_not_said_twice() -> None:
    told = history(items=(HealthItem(kind=ItemKind.ALLERGY, text="Arnica"),))

    assert all_cautions((Caution("Arnica allergy"),), told) == (Caution("Arnica allergy"),)
    assert all_cautions((), told) == (Caution("Allergy: Arnica"),)


def test_an_allergy_that_an_answer_names_is_not_said_twice() -> None:
    latex, nut = (HealthItem(kind=ItemKind.ALLERGY, text=text) for text in ("Latex", "nut"))
    told = history(yes("allergy", CautionLevel.PRECAUTION, detail="latex: itching, coconut oil"), items=(latex, nut))

    assert [caution.text for caution in all_cautions((), told)] == [
        "Allergy, latex: itching, coconut oil",
        "Allergy: nut",
    ]


def test_dates_that_cannot_be_are_named_by_their_line() -> None:
    told = history(
        yes("fracture", CautionLevel.LOCAL, since=date(2027, 1, 1)),
        items=(
            HealthItem(kind=ItemKind.SURGERY, text="Appendix", on=date(1980, 1, 1)),
            HealthItem(kind=ItemKind.MEDICATION, text=" ", detail="5 mg"),
        ),
    )

    found = [(problem.field, problem.code) for problem in history_problems(told, BORN, TODAY)]

    assert found == [("fracture", "date_in_future"), ("surgery", "before_birth"), ("medication", "required")]


def test_a_long_list_is_kept_whole_and_empty_lines_are_not() -> None:
    many = tuple(HealthItem(kind=ItemKind.MEDICATION, text=f"Drug {number}") for number in range(300))

    assert tidied((*many, HealthItem(kind=ItemKind.MEDICATION, text="  "), many[0])) == many


def test_a_local_condition_closes_its_regions_once() -> None:
    atlas = Atlas(resources_dir() / "body_map")
    told = history(yes("fracture", CautionLevel.LOCAL, KNEE), yes("dvt", CautionLevel.ABSOLUTE, KNEE))

    [drawn] = area_marks(told, (), (), VISIT, Figure.FEMALE, atlas)

    assert drawn.kind is MarkKind.DO_NOT_WORK
    assert isinstance(drawn.shape, WholeRegion)
    assert drawn.regions == (KNEE,)
    assert drawn.note == "Fracture: avoid area"
    assert area_marks(told, [area.key for area in closed_areas(told)], (), VISIT, Figure.FEMALE, atlas) == ()
    by_hand = mark(MarkKind.DO_NOT_WORK, KNEE)
    assert area_marks(told, (), (by_hand,), VISIT, Figure.FEMALE, atlas) == ()


def test_both_sides_are_closed_and_an_unknown_region_is_left_out() -> None:
    atlas = Atlas(resources_dir() / "body_map")
    both = RegionRef("knee_med", "medial knee (pes anserinus)", Side.BILATERAL)
    gone = RegionRef("no such region", "tail", Side.MIDLINE)

    drawn = area_marks(history(yes("varices", CautionLevel.LOCAL, both, gone)), (), (), VISIT, Figure.MALE, atlas)

    assert [each.side for each in drawn] == [Side.LEFT, Side.RIGHT]
    assert len({each.id for each in drawn}) == 2
