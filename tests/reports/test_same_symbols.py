"""What the screen paints and what a document prints of a mark is the same ink, dot for dot."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from typing import Any, Final

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from reports import samples
from therapist_desk.body_map.figure.paths import closed_path
from therapist_desk.body_map.marks.areas import draw_area
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS, SymbolInk
from therapist_desk.body_map.marks.symbols import draw_symbol as paint_symbol
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Curve
from therapist_desk.domain.atlas.stroke import outline_of
from therapist_desk.domain.findings.mark import AREA_KINDS, Area, MarkKind, Point
from therapist_desk.reports.maps.figure import Placement, Window
from therapist_desk.reports.maps.symbols import RADIUS, draw_symbol, fill_area
from tools.mark_kinds.bits import Bits, black_where

MOST: Final = 0.06
"""The share of the ink that may be in one of the two alone: the edges, which two rasterisers round in two ways."""
PIXELS: Final = 16
"""To the point on paper; the screen is enlarged to the same size."""
CELL: Final = 16.0
ENLARGED: Final = PIXELS * RADIUS / NORMAL_RADIUS
AREAS = [kind for kind in MarkKind if kind in AREA_KINDS]
FREE = Area(tuple(Point(x, y) for x, y in ((400, 300), (900, 250), (1100, 700), (800, 1000), (350, 800))))


def on_screen(width: float, height: float, draw: Callable[[QPainter], None]) -> Bits:
    picture = QImage(round(width * PIXELS), round(height * PIXELS), QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(ENLARGED, ENLARGED)
    draw(painter)
    painter.end()
    return black_where(picture.width(), picture.height(), bytes(picture.constBits()), picture.bytesPerLine())


def on_paper(width: float, height: float, draw: Callable[[Any], None]) -> Bits:
    """The real page, its upper left corner at (0, 0) as the screen's is."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height))
    canvas.translate(0, height)
    draw(canvas)
    canvas.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        picture = document[0].render(scale=PIXELS, grayscale=True)
        return black_where(picture.width, picture.height, bytes(picture.buffer), picture.stride)
    finally:
        document.close()


def black() -> SymbolInk:
    return SymbolInk(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))


def symbols(kind: MarkKind, direction: int | None = None, printed: MarkKind | None = None) -> tuple[Bits, Bits]:
    middle = CELL / 2 * NORMAL_RADIUS / RADIUS
    return (
        on_screen(
            CELL,
            CELL,
            lambda painter: paint_symbol(painter, kind, QPointF(middle, middle), NORMAL_RADIUS, black(), direction),
        ),
        on_paper(
            CELL,
            CELL,
            lambda canvas: draw_symbol(canvas, printed or kind, CELL / 2, -CELL / 2, RADIUS, direction),
        ),
    )


def areas(kind: MarkKind, curves: tuple[Curve, ...], printed: MarkKind | None = None) -> tuple[Bits, Bits]:
    """The same curves of the figure at the same size; the page shows what lies about them."""
    view = samples.atlas().view(Figure.NEUTRAL, View.BACK)
    left, top = min(min(curve.xs) for curve in curves), min(min(curve.ys) for curve in curves)
    scale, margin = 0.05, 200
    placement = Placement(view, Window("whole", left - margin, top - margin, 0, 0), 0, 0, scale)
    right, bottom = max(max(curve.xs) for curve in curves), max(max(curve.ys) for curve in curves)
    width = math.ceil((right - left + 2 * margin) * scale)
    height = math.ceil((bottom - top + 2 * margin) * scale)
    larger = scale * NORMAL_RADIUS / RADIUS
    matrix = QTransform(larger, 0, 0, larger, (margin - left) * larger, (margin - top) * larger)
    path = matrix.map(closed_path(curves))
    return (
        on_screen(width, height, lambda painter: draw_area(painter, kind, path, black())),
        on_paper(width, height, lambda canvas: fill_area(canvas, printed or kind, placement.traces(curves))),
    )


def apart(one: Bits, other: Bits) -> float:
    """The share of the ink that is in one of two pictures alone, each where it is."""
    pairs = list(zip(one.rows, other.rows, strict=True))
    either = sum((a | b).bit_count() for a, b in pairs)
    assert either > 0
    return sum((a ^ b).bit_count() for a, b in pairs) / either


@pytest.mark.parametrize("kind", MarkKind)
def test_a_symbol_is_the_same_on_screen_and_paper(qtbot: QtBot, kind: MarkKind) -> None:  # noqa: ARG001 - painting
    assert apart(*symbols(kind)) < MOST


@pytest.mark.parametrize("direction", [0, 45, 90, 200, 332])
def test_a_direction_is_the_same_on_screen_and_paper(qtbot: QtBot, direction: int) -> None:  # noqa: ARG001 - painting
    assert apart(*symbols(MarkKind.FASCIAL, direction)) < MOST


@pytest.mark.parametrize("kind", AREAS)
def test_a_free_area_is_the_same_on_screen_and_paper(qtbot: QtBot, kind: MarkKind) -> None:  # noqa: ARG001 - painting
    assert apart(*areas(kind, (outline_of(FREE),))) < MOST


@pytest.mark.parametrize("kind", AREAS)
@pytest.mark.parametrize("name", ["lat", "trap_upper"])
def test_a_whole_region_is_the_same_on_screen_and_paper(qtbot: QtBot, kind: MarkKind, name: str) -> None:  # noqa: ARG001
    region = samples.atlas().view(Figure.NEUTRAL, View.BACK).find(name, Side.RIGHT)
    assert region is not None
    assert apart(*areas(kind, region.rings)) < MOST


def test_another_kind_or_direction_would_be_noticed(qtbot: QtBot) -> None:  # noqa: ARG001 - painting
    screen, _ = symbols(MarkKind.FASCIAL, 90)
    _, paper = symbols(MarkKind.FASCIAL, 270)
    assert apart(screen, paper) > 5 * MOST
    assert apart(*symbols(MarkKind.TRIGGER_ACTIVE, printed=MarkKind.TRIGGER_LATENT)) > 5 * MOST
    assert apart(*areas(MarkKind.PAIN, (outline_of(FREE),), MarkKind.HYPERTONICITY)) > 5 * MOST
