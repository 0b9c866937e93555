"""Where trigger points refer to: dashed curves with a ring at the region, and tags that say it in words.

Laid out here for one view; `referral_arrows` knows the curves and rings, `referral_tags` where the words find room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from therapist_desk.body_map.marks.boxes import Box, box_of
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.mark_layer import MarkLayer
from therapist_desk.body_map.marks.referral_arrows import RING, boxes_along, curve_between, draw_curve, draw_ring
from therapist_desk.body_map.marks.referral_tags import (
    PADDING,
    draw_leader,
    draw_words,
    free_place,
    leader_from,
    tag_font,
)
from therapist_desk.body_map.marks.symbols import ink_on_figure
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.findings.referring import ends_of

_ROUND: Final = QPointF(RING, RING)
_ROOM_FOR_TAGS: Final = 400  # pixels: in a narrower map the list stands beside it and says the same
_ASIDE: Final = (0.0, 16.0, 24.0, 32.0)  # pixels by which a ring makes way for a mark
_LOOKED_AT: Final = _ASIDE[-1] + 2 * RING


class ReferralEnd(NamedTuple):
    """The far end of one referral: the mark's id and the region, of one side, that it refers to."""

    mark_id: str
    ref: RegionRef


@dataclass(frozen=True)
class DrawnReferral:
    """One referral as this view shows it; `curve` is None where its other end lies on another view."""

    mark: Mark
    ref: RegionRef
    curve: QPainterPath | None
    ring: QPointF | None
    words: str
    tag: QRectF
    covering: bool = False
    """Whether the tag found no free place."""
    leads_from: tuple[float, float] | None = None
    """Where a leader comes from that says whose tag it is; None where a curve or a ring does."""

    @property
    def end(self) -> ReferralEnd:
        """Which end it leads to, wherever that lies on the screen."""
        return ReferralEnd(self.mark.id, self.ref)

    @cached_property
    def key(self) -> tuple[str, str, float, float]:
        """Tells it from all others that are drawn at the same time."""
        return self.mark.id, self.words, *_numbers(self.ring)

    @cached_property
    def way(self) -> tuple[MarkKind, float, float, float, float]:
        """What its curve and ring look like: from where to where, in the kind's colour."""
        start = None if self.curve is None else QPointF(self.curve.elementAt(0).x, self.curve.elementAt(0).y)
        return self.mark.kind, *_numbers(start), *_numbers(self.ring)

    @property
    def end_rect(self) -> QRectF:
        """Bounds of the ring at its far end; empty where this view does not show it."""
        return QRectF() if self.ring is None else QRectF(self.ring - _ROUND, self.ring + _ROUND)

    @property
    def tag_rect(self) -> QRectF:
        """Bounds of its tag, with its leader."""
        rect = self.tag
        if self.leads_from is not None:
            rect = rect.united(QRectF(QPointF(*self.leads_from), QSizeF(1, 1)))
        return rect.adjusted(-2, -2, 2, 2)

    @cached_property
    def rect(self) -> QRectF:
        """Bounds of all that is drawn for it."""
        rect = self.tag_rect.united(self.end_rect)
        if self.curve is not None:
            rect = rect.united(self.curve.boundingRect())
        return rect.adjusted(-4, -4, 4, 4)


@dataclass(frozen=True)
class _Ends:
    """A referral before its tag has a place: the mark as drawn `at` and the `target`, where this view shows them."""

    mark: Mark
    ref: RegionRef
    at: DrawnMark | None
    target: QPointF | None

    @property
    def place(self) -> QPointF:
        """Where the tag belongs."""
        if self.target is not None:
            return self.target
        return QPointF() if self.at is None else self.at.centre

    @cached_property
    def words(self) -> str:
        """What the tag says."""
        if self.at is None and self.mark.regions:
            return _tr("{region} refers here").format(region=_capital(self.mark.regions[0].words))
        return _tr("refers to {region}").format(region=self.ref.words)

    @cached_property
    def curve(self) -> QPainterPath | None:
        """The curve between both ends."""
        if self.at is None or self.target is None:
            return None
        return curve_between(self.at.centre, self.target, self.at.radius)


class _Ways:
    """The boxes that rings and curves take, found when first asked for: mostly no tag needs a place."""

    def __init__(self, ends: Sequence[_Ends]) -> None:
        self._ends = ends

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """What no tag should cover, of all referrals."""
        return tuple(box for each in self._ends for box in _on_the_way(each))


def lay_out_referrals(
    marks: Sequence[Mark],
    layer: MarkLayer,
    figure_view: FigureView,
    to_screen: Callable[[Point], QPointF],
    window: QRectF,
    font: QFont,
    former: Sequence[DrawnReferral] = (),
    stale: Sequence[QRectF] = (),
) -> tuple[DrawnReferral, ...]:
    """Lay out what all marks, of whatever view, show of their referrals on this one.

    A target that this view shows gets a ring: joined to its mark by a curve, or on its own where the mark
    lies on another view. It stops short of another mark in the middle of the region. A target that only another
    view shows is named in a tag at the mark, with a leader.

    `former` are those laid out before for the same window: one that is as it was keeps its place, unless its tag
    stood free and something has changed under it since, at `stale`.
    """
    kept = {
        each.key: each for each in former if each.covering or not any(each.tag.intersects(rect) for rect in stale)
    }
    earlier = {each.end: each for each in former}
    ends: list[_Ends] = []
    for owner, ref in ((mark, ref) for mark in marks for ref in ends_of(mark.refers_to)):
        at, region = layer.find(owner.id), figure_view.find(ref.region, ref.side)
        target = None if region is None else to_screen(region.anchor)
        if target is not None:
            before = earlier.get(ReferralEnd(owner.id, ref))
            same = before is not None and before.mark is owner and not _changed_near(target, stale)
            target = before.ring if before is not None and same else _clear_of_marks(target, at, layer)
        if at is not None or target is not None:
            ends.append(_Ends(owner, ref, at, target))
    if not ends:
        return ()
    ways = _Ways(ends)
    metrics = QFontMetricsF(tag_font(font))
    laid_out: list[DrawnReferral] = []
    for each in ends:
        known = kept.get((each.mark.id, each.words, *_numbers(each.target)))
        if known is not None and known.mark is each.mark:
            laid_out.append(known)
            continue
        place = each.place
        tag, covering = QRectF(place, place), False
        if window.width() >= _ROOM_FOR_TAGS:
            width = round(metrics.horizontalAdvance(each.words) + 2 * PADDING)
            others = (*(other.tag for other in laid_out), *layer.closed)
            taken = [*ways.boxes, *(box_of(rect) for rect in others if not rect.isEmpty())]
            tag, covering = free_place(place, width, window, layer, taken, beside=each.target is not None)
        leads_from = None
        if each.at is not None and each.target is None and not tag.isEmpty():
            leads_from = leader_from(each.at, tag)
        laid_out.append(
            DrawnReferral(each.mark, each.ref, each.curve, each.target, each.words, tag, covering, leads_from)
        )
    return tuple(laid_out)


def stale_referrals(before: Sequence[DrawnReferral], after: Sequence[DrawnReferral]) -> list[QRectF]:
    """Give the bounds, before and after, of what looks different about the referrals now."""
    if before == after:
        return []
    former, latter = ({referral.key: referral for referral in each} for each in (before, after))
    stale: list[QRectF] = []
    for key in former.keys() | latter.keys():
        one, other = former.get(key), latter.get(key)
        if one is other:
            continue
        if one is not None and other is not None and one.way == other.way:
            same = (one.tag, one.leads_from) == (other.tag, other.leads_from)
            stale += [] if same else [one.tag_rect, other.tag_rect]
        else:
            stale += [each.rect for each in (one, other) if each is not None]
    return stale


def draw_referral(painter: QPainter, referral: DrawnReferral, casing: QColor, font: QFont) -> None:
    """Draw the curve with its ring, or the ring alone, and the tag."""
    colour = ink_on_figure(referral.mark.kind).colour
    if referral.curve is not None:
        draw_curve(painter, referral.curve, colour, casing)
    elif referral.ring is not None:
        draw_ring(painter, referral.ring, colour)
    if referral.tag.isEmpty():
        return
    if referral.leads_from is not None:
        draw_leader(painter, QPointF(*referral.leads_from), referral.tag, colour, casing)
    draw_words(painter, referral.tag, referral.words, colour, font)


def _on_the_way(each: _Ends) -> Iterator[Box]:
    if each.target is None:
        return
    x, y = _numbers(each.target)
    yield x - RING, y - RING, x + RING, y + RING
    if each.at is not None:
        yield from boxes_along(*_numbers(each.at.centre), x, y, each.at.radius)


def _clear_of_marks(target: QPointF, at: DrawnMark | None, layer: MarkLayer) -> QPointF:
    """Move a ring towards its mark, or up, until it hides no other mark and no grade; where none is free it stays."""
    way = QLineF(target, target - QPointF(0, 1) if at is None else at.centre).unitVector()
    if at is not None and QLineF(target, at.centre).length() <= at.radius + RING:
        return target
    for aside in _ASIDE:
        place = way.pointAt(aside)
        ring = QRectF(place.x() - RING, place.y() - RING, 2 * RING, 2 * RING)
        if not any(_hides(ring, drawn) for drawn in layer.touching(ring)):
            return place
    return target


def _changed_near(target: QPointF, stale: Sequence[QRectF]) -> bool:
    room = QPointF(_LOOKED_AT, _LOOKED_AT)
    around = QRectF(target - room, target + room)
    return any(rect.intersects(around) for rect in stale)


def _hides(ring: QRectF, drawn: DrawnMark) -> bool:
    over_tag = drawn.tag is not None and drawn.tag.rect.intersects(ring)
    near = QLineF(ring.center(), drawn.centre).length() < drawn.radius + RING
    return over_tag or (near and not drawn.textured)


def _numbers(place: QPointF | None) -> tuple[float, float]:
    return (0.0, 0.0) if place is None else (place.x(), place.y())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
