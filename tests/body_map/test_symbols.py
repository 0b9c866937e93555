from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from body_map.builders import ATLAS, mark_in
from therapist_desk.body_map import draw_symbol, ink_off_figure
from therapist_desk.body_map.marks.grade_tags import grade_text
from therapist_desk.body_map.marks.mark_layer import radius_at
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS, WHOLE_RADIUS
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.findings.mark import MarkKind

SIDE = 36
GROUND = QColor("#EFE5DC")


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Painting text and paths needs one."""


def symbol(kind: MarkKind, *, direction: int | None = None, ground: QColor = GROUND) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    draw_symbol(painter, kind, QPointF(SIDE / 2, SIDE / 2), NORMAL_RADIUS, direction=direction)
    painter.end()
    return image


def ink_in_black_and_white(image: QImage) -> set[tuple[int, int]]:
    """The pixels that a fax prints black, whatever their colour was."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return {
        (x, y)
        for y in range(SIDE)
        for x in range(SIDE)
        if grey.pixelColor(x, y).lightness() < GROUND.lightness() * 0.7
    }


@pytest.mark.parametrize(("one", "other"), list(combinations(MarkKind, 2)))
def test_kinds_differ_in_shape_on_a_black_and_white_fax(one: MarkKind, other: MarkKind) -> None:
    first, second = ink_in_black_and_white(symbol(one)), ink_in_black_and_white(symbol(other))
    assert len(first ^ second) > 0.4 * min(len(first), len(second))


@pytest.mark.parametrize("kind", MarkKind)
def test_every_symbol_has_a_white_casing(kind: MarkKind) -> None:
    dark_edge = QColor("#B69C8C")
    image = symbol(kind, ground=dark_edge)
    white = sum(image.pixelColor(x, y).lightness() > 235 for y in range(SIDE) for x in range(SIDE))
    assert white > 12


@pytest.mark.parametrize("kind", MarkKind)
def test_a_symbol_keeps_to_its_box(kind: MarkKind) -> None:
    image = symbol(kind)
    edge = [image.pixelColor(i, j) for i in range(SIDE) for j in (0, 1, SIDE - 2, SIDE - 1)]
    assert all(colour == GROUND for colour in edge)


def test_a_fascial_restriction_points_where_it_is_stuck() -> None:
    pictures = {direction: symbol(MarkKind.FASCIAL, direction=direction) for direction in (0, 90, 180, 270)}
    assert symbol(MarkKind.FASCIAL) not in pictures.values()  # no arrow where nobody gave a direction
    for one, other in combinations(pictures.values(), 2):
        assert one != other
    up = [y for _, y in ink_in_black_and_white(pictures[0])]
    assert SIDE / 2 - min(up) > max(up) - SIDE / 2


def test_other_kinds_have_no_direction() -> None:
    assert symbol(MarkKind.TENDER, direction=45) == symbol(MarkKind.TENDER)


@pytest.mark.parametrize("kind", MarkKind)
def test_symbols_off_the_figure_stand_out_on_dark(kind: MarkKind) -> None:
    assert ink_off_figure(kind, dark=True).colour.lightness() > 120
    assert ink_off_figure(kind, dark=False).colour.lightness() < 120


def test_symbols_grow_a_little_when_zoomed_in() -> None:
    assert radius_at(0.6) == radius_at(1.0) == WHOLE_RADIUS
    assert radius_at(1.3) == radius_at(9) == NORMAL_RADIUS
    assert WHOLE_RADIUS < radius_at(1.15) < NORMAL_RADIUS


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [(None, None, ""), (7, None, "7"), (7, 3, "7→3"), (10, 0, "10→0"), (None, 2, "→2"), (0, None, "0")],
)
def test_a_tag_says_before_and_after(before: int | None, after: int | None, text: str) -> None:
    figure_view = ATLAS.view(Figure.NEUTRAL, View.BACK)
    mark = mark_in(figure_view, kind=MarkKind.TRIGGER_ACTIVE, before=before, after=after)
    assert grade_text(mark) == text
