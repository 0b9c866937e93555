"""The words at a referral: where their tag finds room, whether a leader joins it to its mark, and drawing both."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from therapist_desk.body_map.marks.boxes import Box, box_of
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.mark_layer import MarkLayer
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS
from therapist_desk.domain import symbols

PADDING: Final = 7.0
"""Pixels in a tag on each side of its words."""
_TEXT: Final = 11
_HEIGHT: Final = 18.0
_BESIDE: Final = 10.0
_BELOW: Final = 28.0
_TOUCHING: Final = 4.0  # pixels between a mark and its tag
_WORSE: Final = 40.0  # pixels farther off that a tag goes rather than cover something
_CASING: Final = symbols.LINE * NORMAL_RADIUS + 1.6


def tag_font(font: QFont) -> QFont:
    """Give the font of the words, of the family of `font`."""
    tag = QFont(font)
    tag.setPixelSize(_TEXT)
    tag.setWeight(QFont.Weight.DemiBold)
    return tag


def free_place(
    place: QPointF, width: float, window: QRectF, layer: MarkLayer, taken: Sequence[Box], *, beside: bool
) -> tuple[QRectF, bool]:
    """Put a tag near `place`, clear of what is taken where there is room: beside a ring, else above or below.

    Tells also whether it covers something all the same.
    """
    left, right = window.left() + 4, window.right() - 4 - width
    tags = [QRectF(max(left, min(x, right)), y, width, _HEIGHT) for x, y in _candidates(place, width, beside=beside)]
    reached = functools.reduce(QRectF.united, tags)
    near = [*_boxes(layer.near(reached)), *taken]

    def covered(tag: QRectF) -> int:
        left, top, right, bottom = box_of(tag)
        return sum([1 for box in near if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]])

    def cost(tag: QRectF) -> float:
        beyond = tag.top() < window.top() or tag.bottom() > window.bottom()
        return _WORSE * (covered(tag) + beyond) + _distance(place, tag)

    best = min(tags, key=cost)
    return best, covered(best) > 0


def leader_from(at: DrawnMark, tag: QRectF) -> tuple[float, float] | None:
    """Give the edge of a mark towards its tag, to which neither a curve nor a ring leads; None where they touch."""
    way = QLineF(at.centre, _nearest(at.centre, tag))
    if way.length() <= at.radius + _TOUCHING:
        return None
    edge = way.pointAt(at.radius / way.length())
    return edge.x(), edge.y()


def draw_leader(painter: QPainter, start: QPointF, tag: QRectF, colour: QColor, casing: QColor) -> None:
    """Draw the line from a mark's edge to its tag."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    leader = QLineF(start, _nearest(start, tag))
    painter.setPen(QPen(casing, _CASING))
    painter.drawLine(leader)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(leader)


def draw_words(painter: QPainter, tag: QRectF, words: str, colour: QColor, font: QFont) -> None:
    """Draw a tag with its words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(tag_font(font))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def _boxes(drawn: Sequence[DrawnMark]) -> Iterator[Box]:
    """Give what a tag should not cover: symbols and grades."""
    for one in drawn:
        x, y, reach = one.centre.x(), one.centre.y(), one.radius + 3
        yield x - reach, y - reach, x + reach, y + reach
        if one.tag is not None:
            yield box_of(one.tag.rect)


def _candidates(place: QPointF, width: float, *, beside: bool) -> Iterator[tuple[float, float]]:
    x, y = round(place.x()), round(place.y())
    if beside:
        yield x + _BESIDE, y - _HEIGHT / 2
        yield x - _BESIDE - width, y - _HEIGHT / 2
    for row in range(4):
        away = _BELOW + row * (_HEIGHT + 3) - (14 if beside else 0)
        for shift in (-width / 2, -width + 10, -10.0):
            yield round(x + shift), y + away - 4
            yield round(x + shift), y - away - _HEIGHT + 4


def _nearest(place: QPointF, tag: QRectF) -> QPointF:
    x = max(tag.left(), min(place.x(), tag.right()))
    return QPointF(x, max(tag.top(), min(place.y(), tag.bottom())))


def _distance(place: QPointF, tag: QRectF) -> float:
    return QLineF(place, _nearest(place, tag)).length()
