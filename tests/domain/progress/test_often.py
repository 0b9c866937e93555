from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import UPPER_TRAPEZIUS, mark, visit
from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.progress.often import MOST_STEPS, PainHistory, pain_history

REGIONS = [RegionRef(name, name, side) for name in ("a", "b") for side in (Side.LEFT, Side.RIGHT, Side.BILATERAL)]


@st.composite
def pains(draw: st.DrawFn) -> Mark:
    regions = draw(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=3, unique=True))
    return mark(MarkKind.PAIN, *regions, view=draw(st.sampled_from(View)), before=draw(st.integers(0, 3)))


@given(st.lists(st.lists(pains(), max_size=4), max_size=8))
def test_no_place_is_marked_at_more_visits_than_there_were(found: list[list[Mark]]) -> None:
    visits = [visit(marks=tuple(marks)) for marks in found]

    history = pain_history(visits)

    assert history.visits == len(visits)
    for view in View:
        for spot, count in history.of(view).items():
            assert 1 <= count <= len(visits)
            assert history.names[spot].side is spot[1] is not Side.BILATERAL
            assert 0 <= history.step(count) < len(history.steps)


@given(st.integers(1, 200))
def test_the_ramp_has_few_steps_that_reach_every_count(visits: int) -> None:
    history = PainHistory(visits, {}, {})

    steps = history.steps
    assert len(steps) <= MOST_STEPS
    assert steps[-1] == visits
    assert list(steps) == sorted(set(steps))
    places = [history.step(count) for count in range(1, visits + 1)]
    assert places == sorted(places)
    assert set(places) == set(range(len(steps)))


def test_several_marks_in_a_region_at_one_visit_count_once() -> None:
    pain = [mark(MarkKind.PAIN, before=5), mark(MarkKind.PAIN, before=3)]

    assert pain_history([visit(marks=tuple(pain))]).of(View.BACK) == {("trap_upper", Side.RIGHT): 1}


def test_only_pain_that_was_there_counts() -> None:
    others = (mark(MarkKind.PAIN, before=0), mark(MarkKind.TENDER, UPPER_TRAPEZIUS, before=3))

    assert pain_history([visit(marks=others)]).places == {}


def test_a_region_on_both_sides_counts_on_each() -> None:
    both = RegionRef("suboccipital", "suboccipitals", Side.BILATERAL)

    counted = pain_history([visit(marks=(mark(MarkKind.PAIN, both, before=4),))]).of(View.BACK)

    assert counted == {("suboccipital", Side.LEFT): 1, ("suboccipital", Side.RIGHT): 1}
