"""Where trigger points refer to: dashed curves with a ring at the region, and tags that say it in words."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from therapist_desk.body_map.mark_layer import DrawnMark, MarkLayer
from therapist_desk.body_map.symbols import ink_on_figure
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.mark import Mark, Point

_RING: Final = 5.0
_DOT: Final = 1.6
_BEND: Final = 0.22  # how far the curve swings out, as a share of its length
_TEXT: Final = 11
_HEIGHT: Final = 18.0
_PADDING: Final = 7.0
_BESIDE: Final = 10.0
_BELOW: Final = 28.0
_PROBES: Final = 12
_CASING: Final = 0.8
_ROOM_FOR_TAGS: Final = 400  # pixels: in a narrower map the list stands beside it and says the same
_WORSE: Final = 40.0  # pixels farther off that a tag goes rather than cover something


@dataclass(frozen=True, slots=True)
class DrawnReferral:
    """One referral as this view shows it; `curve` is None where its other end lies on another view."""

    mark: Mark
    curve: QPainterPath | None
    ring: QPointF | None
    words: str
    tag: QRectF

    @property
    def key(self) -> tuple[str, str, float, float]:
        """Tells it from all others that are drawn at the same time."""
        x, y = (0.0, 0.0) if self.ring is None else self.ring.toTuple()
        return self.mark.id, self.words, x, y

    @property
    def rect(self) -> QRectF:
        """Bounds of all that is drawn for it."""
        rect = self.tag
        if self.curve is not None:
            rect = rect.united(self.curve.boundingRect())
        if self.ring is not None:
            rect = rect.united(QRectF(self.ring - QPointF(_RING, _RING), self.ring + QPointF(_RING, _RING)))
        return rect.adjusted(-4, -4, 4, 4)


def lay_out_referrals(
    marks: Sequence[Mark],
    layer: MarkLayer,
    figure_view: FigureView,
    to_screen: Callable[[Point], QPointF],
    window: QRectF,
    font: QFont,
) -> tuple[DrawnReferral, ...]:
    """Lay out what all marks, of whatever view, show of their referrals on this one.

    A target that this view shows gets a ring: joined to its mark by a curve, or on its own where the mark
    lies on another view. A target that only another view shows is named in a tag at the mark.
    """
    referrals = list(_referrals(marks))
    if not referrals:
        return ()
    ends: list[tuple[Mark, RegionRef, DrawnMark | None, QPointF | None, QPainterPath | None]] = []
    for mark, ref in referrals:
        at, region = layer.find(mark.id), figure_view.find(ref.region, ref.side)
        target = None if region is None else to_screen(region.anchor)
        if at is not None or target is not None:
            curve = None if at is None or target is None else curve_between(at.centre, target, at.radius)
            ends.append((mark, ref, at, target, curve))
    metrics = QFontMetricsF(_tag_font(font))
    taken = [box for *_, target, curve in ends for box in _on_the_way(target, curve)]
    laid_out: list[DrawnReferral] = []
    for mark, ref, at, target, curve in ends:
        words = _tr("refers to {region}").format(region=ref.words)
        if at is None and mark.regions:
            words = _tr("{region} refers here").format(region=_capital(mark.regions[0].words))
        width = round(metrics.horizontalAdvance(words) + 2 * _PADDING)
        place = target if target is not None else at.centre if at is not None else QPointF()
        if window.width() < _ROOM_FOR_TAGS:
            tag = QRectF(place, place)
        else:
            tag = _free_place(place, width, window, layer, taken, beside=target is not None)
        taken.append(tag)
        laid_out.append(DrawnReferral(mark, curve, target, words, tag))
    return tuple(laid_out)


def stale_referrals(before: Sequence[DrawnReferral], after: Sequence[DrawnReferral]) -> list[QRectF]:
    """Give the bounds, before and after, of the referrals that look different now."""
    one, other = ({referral.key: referral for referral in each} for each in (before, after))
    changed = [referral for key, referral in one.items() if other.get(key) != referral]
    changed += [referral for key, referral in other.items() if one.get(key) != referral]
    return [referral.rect for referral in changed]


def draw_referral(painter: QPainter, referral: DrawnReferral, casing: QColor, font: QFont) -> None:
    """Draw the curve with its ring, or the ring alone, and the tag."""
    colour = ink_on_figure(referral.mark.kind).colour
    if referral.curve is not None:
        draw_curve(painter, referral.curve, colour, casing)
    elif referral.ring is not None:
        draw_ring(painter, referral.ring, colour)
    if referral.tag.isEmpty():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawRoundedRect(referral.tag.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(_tag_font(font))
    painter.drawText(referral.tag, Qt.AlignmentFlag.AlignCenter, referral.words)


def curve_between(start: QPointF, end: QPointF, radius: float) -> QPainterPath:
    """Give the curve from the edge of a symbol at `start` to the ring at `end`, swinging outwards."""
    away = end - start
    length = math.hypot(away.x(), away.y())
    path = QPainterPath()
    if length <= radius + _RING:
        path.moveTo(end)
        path.lineTo(end)
        return path
    side = 1 if away.y() < 0 else -1
    swing = QPointF(-away.y(), away.x()) * _BEND * side
    middle = (start + end) / 2 + swing
    path.moveTo(_towards(start, middle, radius + 2))
    path.quadTo(middle, _towards(end, middle, _RING))
    path.moveTo(end)
    path.lineTo(end)
    return path


def draw_curve(painter: QPainter, path: QPainterPath, colour: QColor, casing: QColor) -> None:
    """Draw a referral's curve, dashed on a casing, with the ring at its end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    soft = QColor(casing)
    soft.setAlphaF(_CASING)
    painter.strokePath(path, QPen(soft, 4.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    pen = QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([6 / 1.8, 4 / 1.8])
    painter.strokePath(path, pen)
    draw_ring(painter, path.currentPosition(), colour)


def draw_ring(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Draw the ring with its dot at a place referred to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.setPen(QPen(QColor(Qt.GlobalColor.white), 4.5))
    painter.drawEllipse(centre, _RING, _RING)
    painter.setPen(QPen(colour, 1.8))
    painter.drawEllipse(centre, _RING, _RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, _DOT, _DOT)


def _referrals(marks: Sequence[Mark]) -> Iterator[tuple[Mark, RegionRef]]:
    for mark in marks:
        for ref in mark.refers_to:
            if ref.side is Side.BILATERAL:
                yield mark, RegionRef(ref.region, ref.name, Side.RIGHT)
                yield mark, RegionRef(ref.region, ref.name, Side.LEFT)
            else:
                yield mark, ref


def _boxes(drawn: Sequence[DrawnMark]) -> Iterator[QRectF]:
    """Give what a tag should not cover: symbols and grades."""
    for one in drawn:
        reach = one.radius + 3
        yield QRectF(one.centre.x() - reach, one.centre.y() - reach, 2 * reach, 2 * reach)
        if one.tag is not None:
            yield one.tag.rect


def _on_the_way(target: QPointF | None, curve: QPainterPath | None) -> Iterator[QRectF]:
    if target is not None:
        yield QRectF(target.x() - _RING, target.y() - _RING, 2 * _RING, 2 * _RING)
    for step in range(1, _PROBES) if curve is not None else ():
        there = curve.pointAtPercent(step / _PROBES) if curve is not None else QPointF()
        yield QRectF(there.x() - 2, there.y() - 2, 4, 4)


def _free_place(
    place: QPointF, width: float, window: QRectF, layer: MarkLayer, taken: Sequence[QRectF], *, beside: bool
) -> QRectF:
    """Put a tag near `place`, clear of what is taken where there is room: beside a ring, else above or below."""
    left, right = window.left() + 4, window.right() - 4 - width
    tags = [QRectF(max(left, min(x, right)), y, width, _HEIGHT) for x, y in _candidates(place, width, beside=beside)]
    reached = functools.reduce(QRectF.united, tags)
    near = [*_boxes(layer.near(reached)), *(box for box in taken if box.intersects(reached))]

    def cost(tag: QRectF) -> float:
        beyond = tag.top() < window.top() or tag.bottom() > window.bottom()
        covered = sum(tag.intersects(other) for other in near)
        return _WORSE * (covered + beyond) + _distance(place, tag)

    return min(tags, key=cost)


def _distance(place: QPointF, tag: QRectF) -> float:
    x = max(tag.left(), min(place.x(), tag.right()))
    y = max(tag.top(), min(place.y(), tag.bottom()))
    return math.hypot(place.x() - x, place.y() - y)


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


def _towards(start: QPointF, end: QPointF, by: float) -> QPointF:
    away = end - start
    length = math.hypot(away.x(), away.y())
    return start + away * (by / length) if length else start


def _tag_font(font: QFont) -> QFont:
    tag = QFont(font)
    tag.setPixelSize(_TEXT)
    tag.setWeight(QFont.Weight.DemiBold)
    return tag


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
