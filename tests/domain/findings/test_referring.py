from __future__ import annotations

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.findings.referring import ends_of, with_end_moved, without_end

RIGHT = RegionRef("temporalis", "temporalis", Side.RIGHT)
LEFT = RegionRef("temporalis", "temporalis", Side.LEFT)
BOTH = RegionRef("temporalis", "temporalis", Side.BILATERAL)
NOSE = RegionRef("nose", "nose", Side.MIDLINE)
EAR = RegionRef("ear", "ear", Side.RIGHT)


def test_a_region_of_both_sides_has_an_end_on_each() -> None:
    assert ends_of((NOSE, BOTH)) == (NOSE, RIGHT, LEFT)


def test_an_end_moves_and_the_others_keep_their_places() -> None:
    assert with_end_moved((NOSE, RIGHT), NOSE, EAR) == (EAR, RIGHT)


def test_one_side_of_both_moves_or_goes_without_the_other() -> None:
    assert with_end_moved((BOTH, NOSE), RIGHT, EAR) == (LEFT, EAR, NOSE)
    assert without_end((BOTH, NOSE), LEFT) == (RIGHT, NOSE)


def test_no_end_moves_onto_another() -> None:
    assert with_end_moved((BOTH, NOSE), NOSE, LEFT) == (BOTH, NOSE)


def test_an_end_that_is_not_there_changes_nothing() -> None:
    assert with_end_moved((BOTH,), NOSE, EAR) == (BOTH,)
    assert without_end((BOTH,), NOSE) == (BOTH,)
