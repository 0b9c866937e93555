"""Small badges where another picture has marks: how many, and a lens that says "look closer"."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from therapist_desk.body_map.colours import MapColours
from therapist_desk.domain.atlas import FigureView, Sight
from therapist_desk.domain.atlas.elsewhere import Elsewhere, marked_elsewhere
from therapist_desk.domain.findings.closeup import SidedCloseup
from therapist_desk.domain.findings.mark import Mark, Point
from therapist_desk.domain.sentences.picture_words import picture_words

_HEIGHT: Final = 24.0
_LENS: Final = 9.0
_PADDING: Final = 7.0
_BETWEEN: Final = 4.0
_TEXT: Final = 12
_OFF: Final = 6.0
_DOTS: Final = (1.0, 1.7)


@dataclass(frozen=True, slots=True)
class DrawnBadge:
    """A badge as it lies on the screen; `mark` is the first of those it counts, `ghosts` whether they are ghosts."""

    sight: Sight
    mark: Mark
    count: int
    rect: QRectF
    ghosts: bool

    @property
    def key(self) -> tuple[str, bool]:
        """What stays the same while it is the same badge, however the picture is moved."""
        return self.mark.id, self.ghosts

    @property
    def words(self) -> str:
        """What it says: "2 marked on the close-up: palm of left hand"."""
        name = picture_words(self.mark)
        if self.ghosts:
            words = QCoreApplication.translate("BodyMap", "{count} to review: {picture}")
        elif isinstance(self.sight, SidedCloseup):
            words = QCoreApplication.translate("BodyMap", "{count} marked on the close-up: {picture}")
        else:
            words = QCoreApplication.translate("BodyMap", "{count} marked on the whole figure: {picture}")
        return words.format(count=self.count, picture=name)


def lay_out_badges(
    marks: Iterable[Mark],
    ghosts: Iterable[Mark],
    figure_view: FigureView,
    to_screen: Callable[[Point], QPointF],
    taken: Callable[[QRectF], Iterable[QRectF]],
    window: QRectF,
    font: QFont,
) -> tuple[DrawnBadge, ...]:
    """Place a badge at each region in which another picture has marks, clear of what is `taken` where it can be.

    `taken` gives what lies within a rectangle, or near it. Of a region in sight the badge lies whole in the `window`.
    """
    metrics = QFontMetricsF(_font(font))
    badges: list[DrawnBadge] = []
    for group, are_ghosts in ((marks, False), (ghosts, True)):
        for there in marked_elsewhere(figure_view, group):
            width = 2 * _PADDING + _LENS + _BETWEEN + metrics.horizontalAdvance(str(len(there.marks)))
            outward = 1 if there.region.anchor.x >= figure_view.width / 2 else -1
            at = to_screen(there.region.anchor)
            places = _places(at, round(width), outward)
            if window.contains(at):
                places = [_moved_into(window, rect) for rect in places]
            around = functools.reduce(QRectF.united, places)
            boxes = [*taken(around), *(badge.rect for badge in badges)]
            free = (rect for rect in places if not any(rect.intersects(other) for other in boxes))
            rect = next(free, places[0])
            badges.append(_badge(there, rect, ghosts=are_ghosts))
    return tuple(badges)


def draw_badge(painter: QPainter, badge: DrawnBadge, colours: MapColours) -> None:
    """Draw a badge; one of ghosts has their dotted edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(colours.ink2, 1.0)
    if badge.ghosts:
        edge = QPen(colours.ink2, 1.5)
        edge.setDashPattern([*_DOTS])
    painter.setPen(edge)
    painter.setBrush(colours.card)
    box = badge.rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    lens = QPointF(box.left() + _PADDING + 3.5, box.center().y() - 1)
    painter.setPen(QPen(colours.ink2, 1.5, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(lens, 3.5, 3.5)
    painter.drawLine(lens + QPointF(2.6, 2.6), lens + QPointF(5.5, 5.5))
    painter.setFont(_font(painter.font()))
    painter.setPen(colours.ink)
    text = box.adjusted(_PADDING + _LENS + _BETWEEN - 1, 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(badge.count))
    painter.restore()


def _badge(there: Elsewhere, rect: QRectF, *, ghosts: bool) -> DrawnBadge:
    return DrawnBadge(there.sight, there.marks[0], len(there.marks), rect, ghosts)


def _places(at: QPointF, width: float, outward: int) -> list[QRectF]:
    """Give the places to try: at the region, beside it on its outer side, then its inner one, below and above."""
    across, along = width / 2 + _HEIGHT, _HEIGHT + _OFF
    places = (
        (0.0, 0.0),
        (outward * across, 0.0),
        (-outward * across, 0.0),
        (0.0, along),
        (0.0, -along),
        (outward * across, along),
        (outward * across, -along),
    )
    return [
        QRectF(round(at.x() + dx - width / 2), round(at.y() + dy - _HEIGHT / 2), width, _HEIGHT) for dx, dy in places
    ]


def _moved_into(window: QRectF, rect: QRectF) -> QRectF:
    x = max(window.left(), min(rect.left(), window.right() - rect.width()))
    y = max(window.top(), min(rect.top(), window.bottom() - rect.height()))
    return QRectF(x, y, rect.width(), rect.height())


def _font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(_TEXT)
    small.setWeight(QFont.Weight.DemiBold)
    return small
