"""The times of the visit on the screen: each is shown only once it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.domain.visit import Visit
from therapist_desk.services.visit import timing, visits
from therapist_desk.services.visit.days import move_to_day
from therapist_desk.ui.visit.outbox import Outbox
from therapist_desk.ui.visit.shown_visit import ShownVisit


class VisitTimes(QObject):
    """Starts and stops the clock, and enters times afterwards.

    Where something forbids treatment, what would begin it is held: `decision_wanted` asks, and `go_on` does it after
    all. `moved` says that the visit was given another day, so that it is to be read anew.
    """

    decision_wanted = Signal()
    moved = Signal()

    def __init__(self, shown: ShownVisit, outbox: Outbox) -> None:
        super().__init__(shown)
        self._shown = shown
        self._outbox = outbox
        self._held: tuple[Callable[..., Visit], tuple[object, ...]] | None = None

    def start(self) -> None:
        """Start the clock, or go on after a pause or a stop."""
        write = timing.start if self._shown.reading().state is TimerState.IDLE else timing.resume
        self._begin(write)

    def pause(self) -> None:
        """Let the clock stand for a while."""
        self._send(timing.pause)

    def stop(self) -> None:
        """End the session's time."""
        self._send(timing.stop)

    def switch_to(self, technique: Technique) -> None:
        """Go on with another technique; starts or wakes the clock."""
        self._begin(timing.switch, technique)

    def confirm_working(self) -> None:
        """Answer a timer that looks forgotten: the work goes on."""
        self._send(timing.confirm_working)

    def end_at(self, when: datetime) -> None:
        """Answer a timer that looks forgotten: the work ended at `when`."""
        self._send(timing.ended_at, when)

    def move_to(self, day: date) -> None:
        """Say that the visit took place on another day; what hangs on the day is read anew."""
        self._outbox.send("timer", move_to_day, self._shown.visit.id, day, done=self._say_moved, keep=False)

    def plan(self, minutes: int) -> None:
        """Change how long the session is meant to be."""
        self._send(visits.set_planned_minutes, minutes)

    def choose_units(self, choice: tuple[str, ...]) -> None:
        """Keep which numbers get the units to which several have equal claim."""
        self._send(visits.choose_units, choice)

    def enter_by_hand(
        self,
        technique: Technique,
        begun: datetime,
        ended: datetime,
        replaces: SegmentId | None,
        reason: str,
        regions: tuple[str, ...] = (),
    ) -> None:
        """Add a stretch afterwards, or correct one with a reason."""
        enter = partial(timing.add_by_hand, replaces=replaces, reason=reason, regions=regions)
        if replaces is None and technique.hands_on:
            self._unless_forbidden(enter, technique, begun, ended)
        else:
            self._send(enter, technique, begun, ended)

    def go_on(self) -> None:
        """Do what was held, if it may be done by now."""
        held, self._held = self._held, None
        if held is not None and not self._shown.forbidding():
            self._send(held[0], *held[1])

    def _begin(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        """Begin or go on, unless something forbids it."""
        if self._shown.reading().state is TimerState.RUNNING:
            self._send(use_case, *arguments)
        else:
            self._unless_forbidden(use_case, *arguments)

    def _unless_forbidden(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        """Do this, unless something forbids treatment: then a decision is wanted first."""
        if self._shown.forbidding():
            self._held = use_case, arguments
            self.decision_wanted.emit()
        else:
            self._send(use_case, *arguments)

    def _send(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        shown = self._shown
        self._outbox.send("timer", use_case, shown.visit.id, *arguments, done=shown.take_times, keep=False)

    def _say_moved(self, saved: Visit) -> None:
        if self._shown.is_open and saved.id == self._shown.visit.id:
            self.moved.emit()
