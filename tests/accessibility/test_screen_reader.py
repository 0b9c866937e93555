"""A visit through the platform's accessibility tree alone, as a screen reader sees and works it."""

from __future__ import annotations

from functools import partial
from typing import Final

import pytest

from accessibility.at_spi import AtSpi, Part

pytestmark = [pytest.mark.slow, pytest.mark.timeout(150)]

CHECKED: Final = 4
SELECTABLE: Final = 22
SELECTED: Final = 23
SHOWING: Final = 25


def names(part: Part) -> list[str]:
    return [child.name for child in part.children]


def test_a_finding_is_marked_and_graded_without_seeing_the_map(at_spi: AtSpi, program: Part) -> None:
    # given the map, with each region of the view named and placed inside it
    body_map = program.find("Body map")
    regions, marks = body_map.find("Regions", "list"), body_map.find("Marks", "list")
    upper = regions.find("right upper trapezius", "list item")
    left, top, width, height = body_map.extents
    x, y, across, down = upper.extents
    assert left <= x < x + across <= left + width
    assert top <= y < y + down <= top + height
    assert SELECTABLE in upper.states
    assert names(marks) == []

    # when a kind is taken from the palette and the region's own action done
    tender = program.find("Tender point, tenderness 0 to 4")
    tender.do("Press")
    at_spi.once(lambda: tender if CHECKED in tender.states else None, "chosen kind")  # Qt presses with a delay
    upper.do("Press")

    # then the mark appears, selected
    (mark,) = at_spi.once(lambda: marks.children or None, "mark")
    assert mark.name == "right upper trapezius, Tender point"
    assert SELECTED in mark.states

    # and its grade is a value, which is said with it
    mark.set_grade(3)
    assert mark.grade == 3
    assert mark.name == "right upper trapezius, Tender point, 3 of 4"
    assert upper.description == mark.name

    # and it is deleted
    mark.do("Delete")
    assert names(marks) == []


def test_last_visits_findings_say_that_they_are_unreviewed_and_are_answered(at_spi: AtSpi, program: Part) -> None:
    ghosts = program.find("Last visit, to review", "list")
    pain, tender = at_spi.once(lambda: ghosts.children if len(ghosts.children) == 2 else None, "two ghosts")
    assert pain.name == "right rhomboids, Pain, unreviewed, last visit 7 of 10"
    assert tender.name == "left infraspinatus, Tender point, unreviewed, last visit 3 of 4"

    tender.do("Same")

    assert names(ghosts) == [pain.name]
    assert names(program.find("Marks", "list")) == ["left infraspinatus, Tender point, 3 of 4"]


def test_turning_the_figure_brings_other_regions(at_spi: AtSpi, program: Part) -> None:
    regions = program.find("Regions", "list")
    regions.find("left quadratus lumborum")

    program.find("Front").do("Press")

    at_spi.once(partial(regions.look_for, "left anterior knee (patella)"), "knees")
    assert "left quadratus lumborum" not in names(regions)


def test_everything_that_can_be_pressed_on_the_visit_has_a_name(program: Part) -> None:
    program.find("Body map")
    buttons = [part for part in program.walk() if part.role in {"push button", "check box", "toggle button"}]
    assert buttons
    assert [part.path for part in buttons if SHOWING in part.states and not part.name] == []
