"""The map on paper: the part of the figure shown, sides, numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports import samples
from reports.pdfs import Word, words
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.maps.figure import Placement, Window
from therapist_desk.reports.maps.panel import Grades, Panel, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.maps.panel_fit import fit
from therapist_desk.reports.maps.symbols import RADIUS
from therapist_desk.reports.maps.windows import mark_box, window_for
from therapist_desk.reports.soap_insurer import insurer_note

ABOVE_THE_BLADES = ("vertex", "suboccipital", "trap_upper", "trap_mid", "lev_scap", "infraspinatus", "delt_post")


def shown(*marks: Mark) -> tuple[Panel, ...]:
    return panels(numbered(marks), Figure.NEUTRAL, samples.atlas())


def tender(x: int, y: int, view: View = View.BACK) -> Mark:
    return samples.mark(MarkKind.TENDER, x, y, view=view, before=2, after=1)


def test_marks_on_the_neck_show_head_and_shoulders_only() -> None:
    back, side = shown(*samples.MARKS)
    assert back.window.name == "head"
    assert back.view.view is View.BACK
    assert side.view.view is View.RIGHT
    assert not side.marks
    assert [marked.number for marked, _ in side.referrals] == [1]


def test_both_maps_of_a_pair_show_the_body_alike_whatever_each_has() -> None:
    ungraded = tuple(replace(mark, after=None) for mark in samples.EVERY_KIND)
    whole, *_ = shown(*ungraded)
    fewer = replace(whole, marks=whole.marks[:2], room_for=whole.marks)
    for box in ((150.0, 120.0), (130.0, 160.0)):
        before = fit(whole, Grades.BEFORE, *box)
        assert fit(whole, Grades.AFTER, *box) == before
        assert fit(fewer, Grades.BEFORE, *box) == before


@pytest.mark.parametrize("figure", list(Figure))
def test_marks_above_the_lower_edge_of_the_shoulder_blades_show_no_arm_and_no_waist(figure: Figure) -> None:
    view = samples.atlas().view(figure, View.BACK)
    placed = [view.find(region, side) for region in ABOVE_THE_BLADES for side in (Side.LEFT, Side.RIGHT)]
    marks = [tender(region.anchor.x, region.anchor.y) for region in placed if region is not None]
    (panel,) = panels(numbered(marks), figure, samples.atlas())
    assert panel.title == "Back of head, neck and shoulders"
    assert panel.window.bottom <= 3000
    assert panel.window.width > panel.window.height


@pytest.mark.parametrize(
    ("view", "names", "title"),
    [
        (View.BACK, ("rhomboids", "trap_low"), "Upper back and shoulders"),
        (View.BACK, ("ql", "glut_med"), "Low back and hips"),
        (View.BACK, ("ql", "biceps_fem"), "Low back, hips and thighs"),
        (View.BACK, ("gastroc_med", "achilles"), "Right lower leg and foot, back"),
        (View.FRONT, ("pron_teres", "thenar"), "Right forearm and hand, front"),
        (View.FRONT, ("pec_stern", "delt_ant"), "Chest and shoulders"),
        (View.RIGHT, ("temporalis", "trap_upper"), "Right side of head, neck and shoulder"),
        (View.RIGHT, ("ext_dig", "hand_dors"), "Right side of forearm and hand"),
    ],
)
@pytest.mark.parametrize("figure", list(Figure))
def test_a_window_is_named_in_words(figure: Figure, view: View, names: tuple[str, ...], title: str) -> None:
    seen = samples.atlas().view(figure, view)
    regions = [seen.find(name, Side.RIGHT) for name in names]
    marks = [tender(region.anchor.x, region.anchor.y, view) for region in regions if region is not None]
    assert len(marks) == len(names)
    (panel,) = panels(numbered(marks), figure, samples.atlas())
    assert panel.title == title


def test_marks_far_apart_show_two_windows_of_the_same_view() -> None:
    found = shown(tender(2660, 600), tender(2400, 8500))
    assert {panel.window.name for panel in found} == {"head", "lower_leg"}
    assert {panel.view.view for panel in found} == {View.BACK}


def test_marks_all_over_show_the_whole_figure() -> None:
    (panel,) = shown(tender(2660, 600), tender(2660, 4500), tender(2400, 9000))
    assert panel.window.name == "whole"


def test_a_mark_is_not_drawn_in_a_window_that_does_not_hold_it() -> None:
    view = samples.atlas().view(Figure.NEUTRAL, View.BACK)
    calf = view.find("gastroc_med", Side.RIGHT)
    assert calf is not None
    neck = samples.mark(MarkKind.TENDER, 3410, 1740, samples.TRAPEZIUS_R, before=2, refers_to=(calf.ref,))
    head, leg = sorted(shown(neck), key=lambda panel: panel.window.top)
    assert (len(head.marks), len(head.referrals)) == (1, 0)
    assert (len(leg.marks), len(leg.referrals)) == (0, 1)
    assert leg.title == "Back: referral of mark 1"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(200, 5000), st.integers(200, 9800)), min_size=1, max_size=12),
    st.sampled_from(list(View)),
)
def test_windows_together_hold_every_mark(spots: list[tuple[int, int]], view: View) -> None:
    seen = samples.atlas().view(Figure.NEUTRAL, view)
    found = shown(*(tender(x, y, view) for x, y in spots))
    assert sum(len(panel.marks) for panel in found) == len(spots)
    for panel in found:
        for marked in panel.marks:
            x, y = marked.mark.anchor.x, marked.mark.anchor.y
            assert panel.window.holds((x, y, x, y)) or not seen.inside(Point(x, y))


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("figure", list(Figure))
def test_a_window_holds_every_region_of_its_view(view: View, figure: Figure) -> None:
    seen = samples.atlas().view(figure, view)
    for region in seen.regions:
        mark = samples.mark(MarkKind.TENDER, region.anchor.x, region.anchor.y, region.ref, view=view, before=1)
        box = mark_box(mark, seen)
        window = window_for(seen, [box])
        assert window.left <= region.anchor.x <= window.right
        assert window.top <= region.anchor.y <= window.bottom


def test_every_mark_stands_on_exactly_one_panel() -> None:
    found = shown(*samples.EVERY_KIND)
    numbers = [marked.number for panel in found for marked in panel.marks]
    assert sorted(numbers) == list(range(1, len(samples.EVERY_KIND) + 1))


def test_page_and_view_agree_on_where_a_point_is() -> None:
    view = samples.atlas().view(Figure.NEUTRAL, View.FRONT)
    placement = Placement(view, Window("head", 1000, 0, 4000, 2000), 50, 700, 0.05)
    x, y = placement.at(2660, 900)
    point = Point(placement.column(x), placement.row(y))
    assert (point.x, point.y) == (2660, 900)
    assert placement.at(1000, 0) == (50, 700)


def letters(view: View, *heights: int) -> dict[str, Word]:
    marks = tuple(tender(2660, high, view) for high in heights or (1400,))
    record = samples.record(marks=marks, measurements=())
    (first, *_) = words(insurer_note(Sealed(record), Paper.LETTER, samples.atlas()))
    middle = [word for word in first if word.text in {"L", "R"} and word.top - word.bottom > 7]
    return {word.text: word for word in middle}


def test_right_is_the_clients_right_on_every_view() -> None:
    front, back = letters(View.FRONT), letters(View.BACK)
    assert front["R"].left < front["L"].left
    assert back["L"].left < back["R"].left


@pytest.mark.parametrize("count", range(1, 7))
def test_right_and_left_stand_level(count: int) -> None:
    found = letters(View.BACK, *range(1300, 1300 + 60 * count, 60))
    assert found["L"].bottom == pytest.approx(found["R"].bottom, abs=0.01)


@pytest.mark.parametrize(("view", "letter"), [(View.LEFT, "L"), (View.RIGHT, "R")])
def test_a_side_view_names_the_side_it_shows(view: View, letter: str) -> None:
    seen = samples.atlas().view(Figure.NEUTRAL, view)
    region = next(region for region in seen.regions if region.ref.region == samples.TEMPLE.region)
    assert region.ref.side is (Side.LEFT if letter == "L" else Side.RIGHT)
    mark = samples.mark(MarkKind.TENDER, region.anchor.x, region.anchor.y, region.ref, view=view, before=2)
    (first, *_) = words(insurer_note(Sealed(samples.record(marks=(mark,))), Paper.LETTER, samples.atlas()))
    found = {word.text for word in first if word.text in {"L", "R"} and word.top - word.bottom > 7}
    assert found == {letter}


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_no_symbol_is_cut_by_the_edge_of_a_small_panel(view: View) -> None:
    wide, high = 142.0, 142.0  # a map of a progress report
    for region in samples.atlas().view(Figure.NEUTRAL, view).regions:
        (panel,) = shown(tender(region.anchor.x, region.anchor.y, view))
        placement = fit(panel, Grades.BEFORE, wide, high).placement
        x, y = placement.at(region.anchor.x, region.anchor.y)
        assert RADIUS <= x <= wide - RADIUS, region.ref
        assert RADIUS <= y <= high - RADIUS, region.ref


def test_a_trunk_as_wide_as_its_panel_leaves_a_column_at_one_side_alone() -> None:
    view = samples.atlas().view(Figure.MALE, View.BACK)
    marks = [samples.mark(MarkKind.TRIGGER_ACTIVE, place.x, place.y, before=7, after=5) for place in _low_back(view)]
    (panel,) = panels(numbered(marks), Figure.MALE, samples.atlas())
    fitted = fit(panel, Grades.BEFORE, 142.0, 142.0)
    assert len(fitted.left) >= len(marks)
    assert not fitted.right
    assert fitted.placement.scale * panel.window.width > 142.0 / 2


def _low_back(view: FigureView) -> list[Point]:
    found = [view.find(region, Side.LEFT) for region in ("es_lumb", "ql")]
    return [region.anchor for region in found if region is not None]
