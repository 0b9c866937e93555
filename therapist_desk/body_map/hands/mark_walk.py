"""Going through the marks by Tab, their referrals and the ghosts, and keeping some marks selected on the way."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from therapist_desk.body_map.hands.referral_ends import ReferralEnds
    from therapist_desk.body_map.marking_map import MarkingMap

_Stop: TypeAlias = tuple[Hashable, Callable[[], None]]


class MarkWalk:
    """Knows which mark the keyboard has come to, and which others stay selected beside it.

    Anything else that selects marks, a click or Escape, ends what was kept.
    """

    def __init__(self, body_map: MarkingMap, ends: ReferralEnds) -> None:
        self._map = body_map
        self._ends = ends
        self._at = ""
        self._kept: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()

    @property
    def at(self) -> str:
        """The id of the mark that the keyboard has come to, or an empty text."""
        return self._at if self._kept_now() else self._map.selected

    def go_to(self, mark_id: str) -> None:
        """Come to a mark: it alone is selected, with those that were kept."""
        kept = self._kept_now()
        if not kept:
            let_go = self._ends.let_go()
            self._map.choose(mark_id)
            if let_go:
                self._map.tell_focus()
            return
        self._at = mark_id
        self._map.choose_several((*(each for each in kept if each != mark_id), mark_id))
        self._shown = self._map.selection
        self._map.tell_focus()

    def step(self, by: int) -> bool:
        """Go on by one stop, or back; tell whether there was one: beyond the last the next widget comes."""
        stops = list(self._stops())
        end = self._ends.chosen
        current: Hashable = end.end if end is not None else self.at or self._map.selected_ghost
        here = next((place for place, (key, _) in enumerate(stops) if key == current), -1)
        there = here + by
        if not 0 <= there < len(stops):
            return False
        self._map.leave_walk()
        stops[there][1]()
        return True

    def _stops(self) -> Iterator[_Stop]:
        """Give the marks of this view, each before its referrals, then what refers here from others, then the ghosts.

        While marks are kept selected the referrals are passed over: one of them would end that.
        """
        ends = [] if self._kept_now() else [referral.end for referral in self._ends.shown]
        for drawn in self._map.drawn_marks():
            yield drawn.mark.id, partial(self.go_to, drawn.mark.id)
            for end in [end for end in ends if end.mark_id == drawn.mark.id]:
                ends.remove(end)
                yield end, partial(self._ends.choose, end)
        for end in ends:
            yield end, partial(self._ends.choose, end)
        for drawn in self._map.ghost_layer().drawn:
            yield drawn.mark.id, partial(self._map.choose_ghost, drawn.mark.id)

    def toggle(self) -> bool:
        """Keep the mark come to selected when the walk goes on, or keep it no longer; tell whether there is one."""
        at, kept = self.at, self._kept_now()
        mark = next((mark for mark in self._map.marks if mark.id == at), None)
        if mark is None:
            return False
        dropped = at in kept
        self._at = at
        self._kept = tuple(each for each in kept if each != at) if dropped else (*kept, at)
        self._shown = self._map.selection
        if dropped:
            said = QCoreApplication.translate("BodyMap", "{mark}, no longer kept")
        else:
            said = QCoreApplication.translate("BodyMap", "{mark}, kept selected")
        self._map.setAccessibleDescription(said.format(mark=self._map.words_of(mark)))
        return True

    def _kept_now(self) -> tuple[str, ...]:
        return self._kept if self._map.selection == self._shown else ()
