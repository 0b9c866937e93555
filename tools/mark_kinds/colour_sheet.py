"""All kinds of mark side by side: as a point, as an area and as a whole region."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from therapist_desk.body_map.colours import LIGHT
from therapist_desk.body_map.marks.areas import draw_area
from therapist_desk.body_map.marks.symbols import SymbolInk, draw_symbol, ink_on_figure
from therapist_desk.domain.findings.mark import AREA_KINDS, MarkKind
from therapist_desk.domain.symbols import SAMPLE_DIRECTION
from tools.mark_kinds.bits import Bits, black_where
from tools.mark_kinds.names import NAMES

WIDTH, ROW, HEAD = 420, 44, 26
_COLUMNS = (190, 270, 360)
_RADIUS = 8.5
_CELL = 40


def colour_sheet(scale: float = 2.0) -> QImage:
    """Draw the sheet in colour, on the figure's own tone."""
    height = HEAD + ROW * len(MarkKind)
    picture = QImage(round(WIDTH * scale), round(height * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    _draw_sheet(painter, height)
    painter.end()
    return picture


def symbol_without_colour(kind: MarkKind) -> Bits:
    """Give a kind's symbol on the screen in black and white alone, twice as fine as a screen."""
    return _without_colour(lambda painter: draw_symbol(painter, kind, QPointF(20, 20), _RADIUS, _black(kind)))


def area_without_colour(kind: MarkKind) -> Bits:
    """Give the texture of a kind that covers areas, likewise."""
    path = _region(QPointF(20, 20), 34, 34)
    return _without_colour(lambda painter: draw_area(painter, kind, path, _black(kind)))


def _black(_kind: MarkKind) -> SymbolInk:
    """Give the ink in which nothing is told by colour."""
    black = QColor(Qt.GlobalColor.black)
    return SymbolInk(black, black, QColor(Qt.GlobalColor.white))


def _without_colour(draw: Callable[[QPainter], None]) -> Bits:
    picture = QImage(2 * _CELL, 2 * _CELL, QImage.Format.Format_Grayscale8)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return black_where(picture.width(), picture.height(), bytes(picture.constBits()), picture.bytesPerLine())


def _blob(centre: QPointF, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(centre, width / 2, height / 2)
    return path


def _region(centre: QPointF, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    path.addRoundedRect(box, 3, 3)
    return path


def _draw_sheet(painter: QPainter, height: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont()
    font.setPixelSize(12)
    painter.setFont(font)
    painter.fillRect(QRectF(_COLUMNS[0] - 35, HEAD, WIDTH, height), LIGHT.tones[0])
    for x, words in zip(_COLUMNS, ("point", "area", "region"), strict=True):
        painter.drawText(QRectF(x - 40, 4, 80, 18), Qt.AlignmentFlag.AlignCenter, words)
    for row, kind in enumerate(MarkKind):
        y = HEAD + ROW * (row + 0.5)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.drawText(QRectF(8, y - 10, 150, 20), Qt.AlignmentFlag.AlignVCenter, NAMES[kind])
        draw_symbol(painter, kind, QPointF(_COLUMNS[0], y), _RADIUS, ink_on_figure(kind), SAMPLE_DIRECTION)
        if kind in AREA_KINDS:
            draw_area(painter, kind, _blob(QPointF(_COLUMNS[1], y), 62, 34), ink_on_figure(kind))
            draw_area(painter, kind, _region(QPointF(_COLUMNS[2], y), 74, 34), ink_on_figure(kind))
