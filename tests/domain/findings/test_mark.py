from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import NAPE, UPPER_TRAPEZIUS, mark
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.findings.mark import (
    SCALES,
    Area,
    GradeOffScaleError,
    MarkKind,
    NoScaleError,
    Point,
    WholeRegion,
    check_grade,
)

LEFT_TRAPEZIUS = RegionRef("trap_upper", "upper trapezius", Side.LEFT)
SACRUM = RegionRef("sacrum", "sacrum", Side.MIDLINE)


@given(st.sampled_from(list(MarkKind)), st.integers(-20, 20))
def test_a_grade_is_taken_exactly_when_the_kind_s_scale_has_it(kind: MarkKind, grade: int) -> None:
    scale = SCALES[kind]
    if scale is None:
        with pytest.raises(NoScaleError):
            check_grade(kind, grade)
    elif 0 <= grade <= scale.top:
        check_grade(kind, grade)
    else:
        with pytest.raises(GradeOffScaleError, match=f"from 0 to {scale.top}"):
            check_grade(kind, grade)


def test_a_mark_cannot_be_made_with_a_grade_off_its_scale() -> None:
    with pytest.raises(GradeOffScaleError):
        mark(MarkKind.HYPERTONICITY, after=4)


@pytest.mark.parametrize(
    ("regions", "side"),
    [
        ((UPPER_TRAPEZIUS,), Side.RIGHT),
        ((UPPER_TRAPEZIUS, LEFT_TRAPEZIUS), Side.BILATERAL),
        ((SACRUM,), Side.MIDLINE),
        ((SACRUM, LEFT_TRAPEZIUS), Side.LEFT),
    ],
)
def test_a_mark_knows_its_side(regions: tuple[RegionRef, ...], side: Side) -> None:
    assert mark(MarkKind.PAIN, *regions).side is side


def test_the_symbol_stands_on_the_point_the_region_s_anchor_or_amid_an_area() -> None:
    corners = (Point(0, 0), Point(30, 0), Point(30, 30), Point(0, 30))

    assert mark(shape=NAPE).anchor == NAPE
    assert mark(shape=WholeRegion(NAPE)).anchor == NAPE
    assert mark(MarkKind.PAIN, shape=Area(corners)).anchor == Point(15, 15)
