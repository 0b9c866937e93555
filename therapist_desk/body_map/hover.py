"""The region under the pointer, or under the keyboard: a soft tint, an outline and its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.fade import draw_fading
from therapist_desk.body_map.figure.lettering import sentence_case
from therapist_desk.body_map.marks.boxes import Box, box_of
from therapist_desk.body_map.marks.stamps import Stamps
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Region

_TINT = 0.13
_OUTLINE = 0.75
_TEXT = 12
_HEIGHT = 22.0
_PADDING = 8.0
_OFFSET = QPointF(14, 18)
_ACCENT = QColor("#0F6B6E")
_SMALL = 22.0  # pixels: the keyboard's outline round anything narrower is easily overlooked
_RING = 15.0


class RegionHover:
    """Which region is pointed out and where its name stands.

    Each change gives the rectangles that have to be painted again, so that no more is. The tint and the name are
    drawn once and then copied, also when the pointer comes back to the region. With `focus` it is the keyboard's:
    its outline does not fade, and a region too small to be found by it stands in a ring.
    """

    def __init__(self, *, focus: bool = False) -> None:
        self._focus = focus
        self._region: Region | None = None
        self._words = ""
        self._outline = QPainterPath()
        self._edges: tuple[QLineF, ...] = ()
        self._bounds = QRectF()
        self._label = QRectF()
        self._tints: Stamps[tuple[RegionRef, Box]] = Stamps()
        self._names: Stamps[tuple[str, int, str]] = Stamps()

    @property
    def region(self) -> Region | None:
        """The region pointed out."""
        return self._region

    def enter(self, region: Region, outline: QPainterPath, edges: Sequence[QLineF] = ()) -> list[QRect]:
        """Point out a region, whose outline is given in pixels; towards `edges` it fades with the body."""
        stale = self.leave()
        self._region, self._outline, self._edges = region, outline, tuple(edges)
        self._bounds = outline.boundingRect().united(self._ring()).adjusted(-4, -4, 4, 4)
        return [*stale, _with_edge(self._bounds)]

    def name_at(self, pointer: QPointF, bounds: QRectF, font: QFont, words: str = "") -> list[QRect]:
        """Put the region's name, or other `words`, beside the pointer and inside `bounds`."""
        if self._region is None:
            return []
        stale, named = self._label, self._words
        self._words = sentence_case(words or self._region.ref.words)
        width = stale.width() if named == self._words and not stale.isEmpty() else _label_width(self._words, font)
        self._label = _label_rect(width, pointer, bounds)
        if (stale, named) == (self._label, self._words):
            return []
        return [_with_edge(stale), _with_edge(self._label)]

    def leave(self) -> list[QRect]:
        """Point out nothing."""
        if self._region is None:
            return []
        stale = [_with_edge(self._bounds), _with_edge(self._label)]
        self._region, self._label = None, QRectF()
        return stale

    def draw(self, painter: QPainter, rect: QRect, colours: MapColours, font: QFont) -> None:
        """Draw what of it touches `rect`."""
        if self._region is None:
            return
        if self._bounds.intersects(QRectF(rect)):
            key = (self._region.ref, box_of(self._bounds))
            self._tints.draw(painter, key, self._bounds, self._draw_tint)
        if self._label.intersects(QRectF(rect)):
            draw = partial(_draw_label, rect=self._label, words=self._words, colours=colours, font=font)
            self._names.draw(painter, (self._words, colours.card.rgb(), font.family()), self._label, draw)

    def _draw_tint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_fading(painter, self._bounds, self._edges, self._draw_region)
        if not self._focus:
            return
        frame = QPainterPath(self._outline)
        frame.addEllipse(self._ring())
        for pen in (QPen(QColor(Qt.GlobalColor.white), 4), QPen(_ACCENT, 2)):
            painter.strokePath(frame, pen)

    def _draw_region(self, painter: QPainter) -> None:
        painter.fillPath(self._outline, _faint(_TINT))
        if not self._focus:
            painter.strokePath(self._outline, QPen(_faint(_OUTLINE), 1.2))

    def _ring(self) -> QRectF:
        """Give where the ring round a small region stands; empty where none is needed."""
        shape = self._outline.boundingRect()
        if not self._focus or min(shape.width(), shape.height()) >= _SMALL:
            return QRectF()
        across, down = max(_RING, shape.width() / 2 + 5), max(_RING, shape.height() / 2 + 5)
        return QRectF(shape.center().x() - across, shape.center().y() - down, 2 * across, 2 * down)


def _with_edge(rect: QRectF) -> QRect:
    """Give whole pixels round `rect`, and one more: at 125 % a soft edge lies between two of them."""
    return QRect() if rect.isEmpty() else rect.adjusted(-1, -1, 1, 1).toAlignedRect()


def _faint(alpha: float) -> QColor:
    faint = QColor(_ACCENT)
    faint.setAlphaF(alpha)
    return faint


def _label_font(font: QFont) -> QFont:
    label = QFont(font)
    label.setPixelSize(_TEXT)
    return label


def _label_width(words: str, font: QFont) -> float:
    return round(QFontMetricsF(_label_font(font)).horizontalAdvance(words) + 2 * _PADDING)


def _label_rect(width: float, pointer: QPointF, bounds: QRectF) -> QRectF:
    x = min(pointer.x() + _OFFSET.x(), bounds.right() - width - 4)
    y = pointer.y() + _OFFSET.y()
    if y + _HEIGHT > bounds.bottom() - 4:
        y = pointer.y() - _OFFSET.y() - _HEIGHT
    return QRectF(round(max(x, 4.0)), round(y), width, _HEIGHT)


def _draw_label(painter: QPainter, rect: QRectF, words: str, colours: MapColours, font: QFont) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.edge, 1))
    painter.setBrush(colours.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(colours.ink)
    painter.setFont(_label_font(font))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
