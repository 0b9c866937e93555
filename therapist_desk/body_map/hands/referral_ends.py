"""The far end of a referral in the hand: chosen by a click or Tab, moved by a drag or the arrow keys, taken away."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter

from therapist_desk.body_map.hands.arrow_drag import ReferDrag
from therapist_desk.body_map.marks.mark_trim import ring_point
from therapist_desk.body_map.marks.referral_arrows import RING
from therapist_desk.body_map.marks.referrals import DrawnReferral, ReferralEnd
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import walked
from therapist_desk.domain.findings.referring import ends_of, with_end_moved, without_end

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_EDGE: Final = 9.0


class ReferralEnds:
    """Knows which end is chosen; its mark is then the one selected, and selecting anything else lets it go."""

    def __init__(self, body_map: MarkingMap) -> None:
        self._map = body_map
        self._end: ReferralEnd | None = None

    @property
    def shown(self) -> tuple[DrawnReferral, ...]:
        """The referrals of which the view shows the far end."""
        return tuple(referral for referral in self._map.referrals() if referral.ring is not None)

    @property
    def chosen(self) -> DrawnReferral | None:
        """The referral whose far end is chosen, while the view shows it."""
        if self._end is None or self._map.selected != self._end.mark_id:
            return None
        return self.find(self._end)

    def find(self, end: ReferralEnd) -> DrawnReferral | None:
        """Give the referral that leads to `end`, if the view shows it."""
        return next((referral for referral in self.shown if referral.end == end), None)

    def at(self, pixel: QPointF, reach: float) -> DrawnReferral | None:
        """Give the referral whose far end is nearest to `pixel` within `reach`; first of the mark selected."""
        near = [
            (referral.mark.id != self._map.selected, away, place, referral)
            for place, referral in enumerate(self._map.referrals())
            if (away := distance_to(referral, pixel)) <= reach
        ]
        return min(near)[-1] if near else None

    def words_of(self, referral: DrawnReferral) -> str:
        """Give a referral in words: "right upper trapezius refers to right temporalis"."""
        place = ", ".join(region.words for region in referral.mark.regions)
        words = QCoreApplication.translate("BodyMap", "{place} refers to {region}")
        return words.format(place=place, region=referral.ref.words)

    def choose(self, end: ReferralEnd) -> None:
        """Take an end in the hand; the view stays, also where the mark lies on another."""
        referral = self.find(end)
        if referral is None or referral.ring is None:
            return
        self._map.leave_walk()
        self._map.select_ghost("")
        if self._map.selected != end.mark_id:
            self._map.select_several((end.mark_id,))
            self._map.mark_selected.emit(end.mark_id)
        self._take(end)
        self._map.bring_into_sight(self._map.to_point(referral.ring))

    def let_go(self) -> bool:
        """Have no end in the hand any more; tell whether there was one."""
        chosen, self._end = self.chosen, None
        if chosen is None:
            return False
        self._map.repaint_rects([_bounds(chosen)])
        return True

    def walk(self, dx: int, dy: int, steps: int) -> bool:
        """Move the chosen end so many regions on, past those referred to already; tell whether there is one."""
        chosen = self.chosen
        if chosen is None:
            return False
        view = self._map.figure_view
        here = view.find(chosen.ref.region, chosen.ref.side)
        if here is not None and not self._map.read_only:
            taken = view.shown(ends_of(chosen.mark.refers_to))
            there = walked(view, here, taken, dx, dy, steps=steps)
            if there is not here:
                self._ask(chosen, with_end_moved(chosen.mark.refers_to, chosen.ref, there.ref))
                self._take(ReferralEnd(chosen.mark.id, there.ref))
                self._map.bring_into_sight(there.anchor)
                self._map.region_hovered.emit(there.ref.words)
        return True

    def remove(self) -> bool:
        """Take the chosen referral away; tell whether there is one."""
        chosen = self.chosen
        if chosen is None or self._map.read_only:
            return False
        self.let_go()
        self._map.referral_drawn.emit(chosen.mark.id, without_end(chosen.mark.refers_to, chosen.ref))
        return True

    def drag(self, referral: DrawnReferral) -> ReferDrag:
        """Begin to carry an end to another region."""
        drawn = self._map.mark_layer().find(referral.mark.id)
        return ReferDrag(self._map, referral.mark, drawn, partial(self._drop, referral), referral.end)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Ring the chosen end as far as it touches `rect`."""
        chosen = self.chosen
        if chosen is not None and chosen.ring is not None and _bounds(chosen).intersects(rect):
            ring_point(painter, chosen.ring, RING)

    def _drop(self, referral: DrawnReferral, ref: RegionRef) -> None:
        refers_to = with_end_moved(referral.mark.refers_to, referral.ref, ref)
        if refers_to != referral.mark.refers_to:
            self._map.referral_drawn.emit(referral.mark.id, refers_to)
            self.choose(ReferralEnd(referral.mark.id, ref))

    def _ask(self, referral: DrawnReferral, refers_to: tuple[RegionRef, ...]) -> None:
        self._map.show_moved(replace(referral.mark, refers_to=refers_to))
        self._map.referral_walked.emit(referral.mark.id, refers_to)

    def _take(self, end: ReferralEnd) -> None:
        former, self._end = self.chosen, end
        now = self.chosen
        self._map.repaint_rects(_bounds(each) for each in (former, now) if each is not None)
        if now is not None:
            self._map.setAccessibleDescription(self.words_of(now))
            self._map.tell_focus()


def distance_to(referral: DrawnReferral, pixel: QPointF) -> float:
    """Give how far off `pixel` a far end lies; without end where the view does not show it."""
    away = None if referral.ring is None else pixel - referral.ring
    return math.inf if away is None else math.hypot(away.x(), away.y())


def _bounds(referral: DrawnReferral) -> QRect:
    reach, at = RING + _EDGE, referral.ring or QPointF()
    return QRect(round(at.x() - reach), round(at.y() - reach), round(2 * reach), round(2 * reach))
