"""Where a muscle typically refers, lightly on the figure: level lines, unlike every mark, and a note that says so."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.fade import draw_fading
from therapist_desk.domain.atlas import FigureView, Region

_INK: Final = QColor("#0B5558")
_CASING: Final = QColor(255, 255, 255, 150)
_TEXT: Final = 11
_PADDING: Final = 7.0
_EDGE: Final = 8.0
_WIDEST: Final = 400.0
_NARROWER: Final = (270.0, 205.0)  # beside the legs there is room for a narrow note
_MOST_OF_IT: Final = 0.74
_ROOM_FOR_WORDS: Final = 320  # pixels: in a narrower map the list stands beside it
_UNDER_LETTERS: Final = 44.0


@dataclass(frozen=True, slots=True)
class TypicalAreas:
    """Regions to be tinted, of the leading area and of the further ones, and the note that goes with them.

    They are regions of `figure_view` and shown on no other. `title` stands first and bold; `words` follow and may
    be empty. `about` are the regions of the muscle itself, which the note leaves in sight.
    """

    figure_view: FigureView
    leading: tuple[Region, ...]
    further: tuple[Region, ...]
    title: str
    words: str = ""
    about: tuple[Region, ...] = ()


class DrawnAreas:
    """The areas as they lie on the screen, each outline made once."""

    def __init__(
        self,
        areas: TypicalAreas,
        outline_of: Callable[[Region], QPainterPath],
        window: QRectF,
        font: QFont,
        taken: Sequence[QRectF] = (),
        edges: Sequence[QLineF] = (),
        body: QPainterPath | None = None,
    ) -> None:
        self._edges = tuple(edges)
        self._title = areas.title
        self._words = areas.words if window.width() >= _ROOM_FOR_WORDS else ""
        self._leading = [outline_of(region) for region in areas.leading]
        self._further = [outline_of(region) for region in areas.further]
        self._bold, self._plain = _fonts(font)
        seen = [path.boundingRect() for path in (*self._leading, *map(outline_of, areas.about))]
        self._note = self._note_rect(window, [*taken, *seen], body or QPainterPath())

    @property
    def rects(self) -> list[QRectF]:
        """Bounds of all that is drawn."""
        paths = (*self._leading, *self._further)
        return [*(path.boundingRect().adjusted(-3, -3, 3, 3) for path in paths), self._note]

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the areas that touch `rect`, under the marks."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paths, leading in ((self._further, False), (self._leading, True)):
            for path in paths:
                bounds = path.boundingRect().adjusted(-3, -3, 3, 3)
                if bounds.intersects(rect):
                    draw_fading(painter, bounds, self._edges, partial(_draw_area, path=path, leading=leading))
        painter.restore()

    def draw_note(self, painter: QPainter, rect: QRectF, colours: MapColours) -> None:
        """Draw the note in its corner, over all else, where it touches `rect`."""
        if not self._note.intersects(rect):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.edge, 1))
        painter.setBrush(colours.card)
        painter.drawRoundedRect(self._note.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        room = self._note.adjusted(_PADDING, _PADDING - 2, -_PADDING, 0)
        painter.setPen(colours.ink)
        painter.setFont(self._bold)
        height = _height(self._bold, self._title, room.width())
        painter.drawText(room, _WRAPPED, self._title)
        painter.setPen(colours.ink2)
        painter.setFont(self._plain)
        painter.drawText(room.adjusted(0, height, 0, 0), _WRAPPED, self._words)
        painter.restore()

    def _note_rect(self, window: QRectF, taken: Sequence[QRectF], body: QPainterPath) -> QRectF:
        """Stand at the bottom, right of where the mini map may be, or above, under R and L: where that hides least.

        What is taken counts most, then the body; where neither is hidden the note is as wide as its words.
        """
        share = _MOST_OF_IT if window.width() >= _ROOM_FOR_WORDS else 1.0
        most = min(_WIDEST, (window.width() - 2 * _EDGE) * share)
        wanted = max(_width(self._bold, self._title), _width(self._plain, self._words)) + 2 * _PADDING + 1
        widest = min(most, wanted)
        places = [
            place
            for width in (widest, *(width for width in _NARROWER if width < widest))
            for place in self._places(window, width)
        ]
        return min(
            places, key=lambda place: (sum(place.intersects(other) for other in taken), body.intersects(place))
        )

    def _places(self, window: QRectF, width: float) -> tuple[QRectF, QRectF]:
        room = width - 2 * _PADDING
        height = _height(self._bold, self._title, room)
        if self._words:
            height += _height(self._plain, self._words, room)
        height += 2 * _PADDING - 3
        left = window.right() - _EDGE - width
        low, high = window.bottom() - _EDGE - height, window.top() + _UNDER_LETTERS
        return QRectF(left, low, width, height), QRectF(left, high, width, height)


_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignLeft)


def _draw_area(painter: QPainter, path: QPainterPath, *, leading: bool) -> None:
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    tint = QColor(_INK)
    tint.setAlphaF(0.2 if leading else 0.08)
    box = path.boundingRect()
    painter.fillRect(box, tint)
    gap = 4.0 if leading else 8.0
    line = QColor(_INK)
    line.setAlphaF(0.5 if leading else 0.38)
    painter.setPen(QPen(line, 1.0))
    y = math.floor(box.top() / gap) * gap + 0.5
    while y < box.bottom():
        painter.drawLine(QLineF(box.left(), y, box.right(), y))
        y += gap
    painter.restore()
    painter.strokePath(path, QPen(_CASING, 2.6))
    pen = QPen(_INK, 1.1 if leading else 0.9)
    if not leading:
        pen.setDashPattern([3.0, 3.0])
    painter.strokePath(path, pen)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    plain = QFont(font)
    plain.setPixelSize(_TEXT)
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold, plain


def _width(font: QFont, words: str) -> float:
    return math.ceil(QFontMetricsF(font).horizontalAdvance(words)) + 1


def _height(font: QFont, words: str, room: float) -> float:
    return math.ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1000), _WRAPPED, words).height())


def stale_rects(before: DrawnAreas | None, after: DrawnAreas | None) -> Sequence[QRectF]:
    """Give what has to be drawn again when one gives way to the other."""
    return [rect for areas in (before, after) if areas is not None for rect in areas.rects]
