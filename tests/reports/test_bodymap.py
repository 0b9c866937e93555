"""The map on paper: the part of the figure shown, sides, numbers."""

from __future__ import annotations

import pytest

from reports import samples
from reports.pdfs import Word, words
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.mark import Mark, MarkKind
from therapist_desk.reports.bodymap import panels
from therapist_desk.reports.figure import Placement, Window
from therapist_desk.reports.page import Paper
from therapist_desk.reports.panel import Panel, numbered
from therapist_desk.reports.soap_insurer import insurer_note
from therapist_desk.reports.windows import mark_box, window_for


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


def test_marks_far_apart_show_the_whole_figure() -> None:
    (panel,) = shown(tender(2660, 600), tender(2400, 8500))
    assert panel.window.name == "whole"


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
    point = placement.back(*placement.at(2660, 900))
    assert (point.x, point.y) == (2660, 900)
    assert placement.at(1000, 0) == (50, 700)


def letters(view: View) -> dict[str, Word]:
    record = samples.record(marks=(tender(2660, 1400, view),), measurements=())
    (first, *_) = words(insurer_note(record, None, [], Paper.LETTER, samples.atlas()))
    middle = [word for word in first if word.text in {"L", "R"} and word.top - word.bottom > 7]
    return {word.text: word for word in middle}


def test_right_is_the_clients_right_on_every_view() -> None:
    front, back = letters(View.FRONT), letters(View.BACK)
    assert front["R"].left < front["L"].left
    assert back["L"].left < back["R"].left


@pytest.mark.parametrize(("view", "letter"), [(View.LEFT, "L"), (View.RIGHT, "R")])
def test_a_side_view_names_the_side_it_shows(view: View, letter: str) -> None:
    seen = samples.atlas().view(Figure.NEUTRAL, view)
    region = next(region for region in seen.regions if region.ref.region == samples.TEMPLE.region)
    assert region.ref.side is (Side.LEFT if letter == "L" else Side.RIGHT)
    mark = samples.mark(MarkKind.TENDER, region.anchor.x, region.anchor.y, region.ref, view=view, before=2)
    (first, *_) = words(insurer_note(samples.record(marks=(mark,)), None, [], Paper.LETTER, samples.atlas()))
    found = {word.text for word in first if word.text in {"L", "R"} and word.top - word.bottom > 7}
    assert found == {letter}
