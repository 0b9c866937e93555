"""The visit on the screen: one frozen value, changed at once and written behind. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.screening import Decision, HealthCheck, forbidding
from therapist_desk.domain.ids import MarkId, SegmentId, VisitId
from therapist_desk.domain.mark import Mark
from therapist_desk.domain.measurement import Measurement
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.note import Note, Paragraph, Section, with_own_text
from therapist_desk.domain.observation import Observation
from therapist_desk.domain.outcomes.course import earlier_scores
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.reckoning import Reckoning
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.sentences.narrative import generated_paragraphs, source_sentence
from therapist_desk.domain.technique import Technique
from therapist_desk.domain.timer import TimerReading, TimerState
from therapist_desk.domain.visit import Visit
from therapist_desk.services import assessing, health, marking, notes, timing, visits
from therapist_desk.services.day_units import fitting_choice, reckoned
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.visit_days import move_to_day
from therapist_desk.services.visits import VisitFile
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.visit.outbox import Delivery, Outbox

TYPING_PAUSE = 600
"""Milliseconds without a key before typed text is written; well within the second that is promised."""


class VisitSession(QObject):
    """Holds the visit's file and sends each change to the store.

    Marks, scores and text change here at once; a time of the timer is shown only once it is on the disk.
    `opened` follows another visit or a fresh reading of this one; the others follow a change of their part.
    """

    opened = Signal()
    timed = Signal()
    marked = Signal()
    noted = Signal()
    assessed = Signal()
    decision_wanted = Signal()
    trouble = Signal(object)  # ExpectedError

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: QObject | None = None, *, rules: RuleBook | None = None
    ) -> None:
        super().__init__(parent)
        self._rules = rules or RuleBook()
        self._desk = desk
        self._jobs = jobs
        self._file: VisitFile | None = None
        self._wanted: VisitId | None = None
        self._typed = False
        self._held: tuple[Callable[..., Visit], tuple[object, ...]] | None = None
        self.undo_stack = QUndoStack(self)
        self.outbox = Outbox(desk, jobs, self)
        self.outbox.refused.connect(self._take_back)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def file(self) -> VisitFile:
        """The visit with everything round it. Raises LookupError before `opened`."""
        if self._file is None:
            raise LookupError
        return self._file

    @property
    def visit(self) -> Visit:
        return self.file.visit

    @property
    def note(self) -> Note:
        return self.file.visit.note

    @property
    def is_open(self) -> bool:
        """Whether a visit has been read."""
        return self._file is not None

    @property
    def locked(self) -> bool:
        """Whether nothing may be changed any more."""
        return self._file is None or self._file.visit.signed

    def now(self) -> Instant:
        """The present moment, by the desk's clock."""
        return self._desk.clock.now()

    def reading(self) -> TimerReading:
        """What the timer shows now."""
        return self.visit.timer(self.now(), attended_since=self._desk.opened_at)

    def generated(self) -> tuple[Paragraph, ...]:
        """The sentences that marks, measurements and segments write."""
        visit = self.visit
        return generated_paragraphs(
            visit.note,
            visit.marks,
            visit.measurements,
            visit.segments(self.now()),
            visit.observations,
            earlier_scores(self.file.earlier),
            self.file.wording,
            self.file.next_on,
        )

    def said_now(self, source: str) -> str:
        """What a generated sentence would say now, had nobody edited it; empty where its source is gone."""
        visit = self.visit
        return source_sentence(
            source,
            visit.note,
            visit.marks,
            visit.measurements,
            visit.segments(self.now()),
            visit.observations,
            earlier_scores(self.file.earlier),
            self.file.wording,
            self.file.next_on,
        )

    def missing(self) -> tuple[MissingItem, ...]:
        """What is missing before signing and billing."""
        return () if self.locked else self._rules.missing(self.file, self.now())

    def passed(self) -> tuple[int, int]:
        """How many checks the visit passes, of how many."""
        return self._rules.passed(self.file, self.now())

    # Reading

    def open(self, visit_id: VisitId) -> None:
        """Turn to a visit; text of the one before is handed over first."""
        self.flush()
        self._wanted = visit_id
        # Behind the writes, so that what was just typed is read back.
        self._jobs.write(visits.open_visit, self._desk, visit_id, owner=self, done=self._show, failed=self._tell)

    def open_again(self) -> None:
        """Read the visit anew, as after signing."""
        if self._wanted is not None:
            self.open(self._wanted)

    # Timer

    def start_timer(self) -> None:
        """Start the clock, or go on after a pause or a stop."""
        write = timing.start if self.reading().state is TimerState.IDLE else timing.resume
        self._begin(write)

    def pause_timer(self) -> None:
        self._send_time(timing.pause)

    def stop_timer(self) -> None:
        self._send_time(timing.stop)

    def switch_to(self, technique: Technique) -> None:
        """Go on with another technique; starts or wakes the clock."""
        self._begin(timing.switch, technique)

    def confirm_working(self) -> None:
        """Answer a timer that looks forgotten: the work goes on."""
        self._send_time(timing.confirm_working)

    def end_at(self, when: datetime) -> None:
        """Answer a timer that looks forgotten: the work ended at `when`."""
        self._send_time(timing.ended_at, when)

    def move_to(self, day: date) -> None:
        """Say that the visit took place on another day; what hangs on the day is read anew."""
        self.outbox.send("timer", move_to_day, self.visit.id, day, done=self._read_anew, keep=False)

    @property
    def afterwards(self) -> bool:
        """Whether the visit took place on an earlier day: its times are remembered, and no clock is started."""
        return self.visit.service_date < self.now().day

    @property
    def entered_afterwards(self) -> bool:
        """Whether the visit is of an earlier day and no clock ever ran: then none is started, its times are typed."""
        return self.afterwards and not self.visit.events

    def plan(self, minutes: int) -> None:
        """Change how long the session is meant to be."""
        self._send_time(visits.set_planned_minutes, minutes)

    def choose_units(self, choice: tuple[str, ...]) -> None:
        """Keep which numbers get the units to which several have equal claim."""
        self._send_time(visits.choose_units, choice)

    def reckoning(self) -> tuple[Reckoning, ...]:
        """The minutes of each day by number, and the units by the payer's rule where that is known."""
        return reckoned(self.file, self.card(), self.now())

    def fitting_choice(self) -> tuple[str, ...]:
        """What was chosen of units so far; nothing where the minutes have changed since."""
        return fitting_choice(self.file, self.card(), self.now())

    def know_payer(self, payer: Payer) -> None:
        """Take a payer whose card was completed meanwhile."""
        case_file = replace(self.file.case_file, payer=payer)
        self._file = replace(self.file, case_file=case_file)
        self.timed.emit()

    def card(self) -> RuleCard | None:
        """The card of whoever pays; None where nobody knows."""
        return self._rules.card_of(self.file)

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
            self._send_time(enter, technique, begun, ended)

    # Health

    def forbidding(self) -> tuple[str, ...]:
        """What no decision of this visit lets pass."""
        return forbidding(self.visit.screening, self.file.background.cautions)

    def new_check(self, *, changed: bool) -> HealthCheck:
        """Make the answer to "Any change in health?", given now."""
        return health.new_check(self._desk, changed=changed, version=self.file.background.version)

    def put_check(self, check: HealthCheck | None) -> None:
        """Keep the answer, or take it back."""
        self._replace(screening=replace(self.visit.screening, check=check))
        self.outbox.send(f"check:{self.visit.id}", health.put_check, self.visit.id, check)
        self.noted.emit()

    def note_drawn(self, keys: tuple[str, ...]) -> None:
        """Remember which closed areas the map was given."""
        screening = self.visit.screening
        self._replace(screening=replace(screening, drawn=(*screening.drawn, *keys)))
        self.outbox.send(f"drawn:{self.visit.id}:{keys}", health.note_drawn, self.visit.id, keys)

    @Slot(object)
    def take_decision(self, decision: Decision) -> None:
        """Show a decision that is kept; what it was asked for goes on if it may."""
        screening = self.visit.screening
        self._replace(screening=replace(screening, decisions=(*screening.decisions, decision)))
        self.noted.emit()
        held, self._held = self._held, None
        if held is not None and not self.forbidding():
            self._send_time(held[0], *held[1])

    def _begin(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        """Begin or go on, unless something forbids it."""
        if self.reading().state is TimerState.RUNNING:
            self._send_time(use_case, *arguments)
        else:
            self._unless_forbidden(use_case, *arguments)

    def _unless_forbidden(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        """Do this, unless something forbids treatment: then a decision is wanted first."""
        if self.forbidding():
            self._held = use_case, arguments
            self.decision_wanted.emit()
        else:
            self._send_time(use_case, *arguments)

    # Marks: the commands of the undo stack come here

    def put_mark(self, mark: Mark, position: int | None = None) -> None:
        """Keep a new or changed mark. `position` is its place in the list where it is new."""
        marks = self.visit.marks
        if any(old.id == mark.id for old in marks):
            changed = tuple(mark if old.id == mark.id else old for old in marks)
        else:
            at = len(marks) if position is None else position
            changed = (*marks[:at], mark, *marks[at:])
        self._replace(marks=changed)
        self.outbox.send(f"mark:{mark.id}", partial(marking.put_mark, position=position), self.visit.id, mark)
        self.marked.emit()

    def remove_mark(self, mark_id: MarkId) -> None:
        """Take a mark off the map."""
        self._replace(marks=tuple(mark for mark in self.visit.marks if mark.id != mark_id))
        self.outbox.send(f"mark:{mark_id}", marking.remove_mark, self.visit.id, mark_id)
        self.marked.emit()

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id, or None."""
        return next((mark for mark in self.visit.marks if mark.id == mark_id), None)

    # Tests and measures: the commands of the undo stack come here

    def put_part(self, part: Measurement | Observation, position: int | None = None) -> None:
        """Keep a new or changed test or measure. `position` is its place in the list where it comes back."""
        if isinstance(part, Measurement):
            self._replace(measurements=_with(self.visit.measurements, part, position))
            use_case: Callable[..., object] = assessing.put_measurement
        else:
            self._replace(observations=_with(self.visit.observations, part, position))
            use_case = assessing.put_observation
        self.outbox.send(f"part:{part.id}", partial(use_case, position=position), self.visit.id, part)
        self.assessed.emit()

    def remove_part(self, part: Measurement | Observation) -> None:
        """Take a test or measure away."""
        if isinstance(part, Measurement):
            self._replace(measurements=tuple(each for each in self.visit.measurements if each.id != part.id))
            self.outbox.send(f"part:{part.id}", assessing.remove_measurement, self.visit.id, part.id)
        else:
            self._replace(observations=tuple(each for each in self.visit.observations if each.id != part.id))
            self.outbox.send(f"part:{part.id}", assessing.remove_observation, self.visit.id, part.id)
        self.assessed.emit()

    def part(self, part_id: str) -> Measurement | Observation | None:
        """The test or measure of that id, or None."""
        parts: tuple[Measurement | Observation, ...] = (*self.visit.measurements, *self.visit.observations)
        return next((each for each in parts if each.id == part_id), None)

    # Note

    def put_note(self, note: Note) -> None:
        """Keep a note with changed scores; text typed so far goes with it."""
        self._replace(note=note)
        self._send_note()
        self.noted.emit()

    def type_text(self, section: Section, text: str) -> None:
        """Take what stands in a section's field now; it is written after a pause in the typing."""
        if text != self.note.own_text(section):
            self._take_typed(replace(self.note, paragraphs=with_own_text(self.note.paragraphs, section, text)))

    def type_note(self, note: Note) -> None:
        """Take a note of which something is being typed; it is written after a pause in the typing."""
        if note != self.note:
            self._take_typed(note)

    def type_limitation(self, text: str) -> None:
        """Take the functional limitation as it stands now."""
        if text != self.note.limitation:
            self._take_typed(replace(self.note, limitation=text))

    def type_next_visit(self, text: str) -> None:
        """Take what the next visit is for as it stands now."""
        if text != self.note.next_visit:
            self._take_typed(replace(self.note, next_visit=text))

    @Slot()
    def flush(self) -> None:
        """Hand over what was typed; safe to repeat."""
        self._pause.stop()
        if self._typed:
            self._send_note()

    def _take_typed(self, note: Note) -> None:
        self._replace(note=note)
        self._typed = True
        # Not started anew by each key: whoever never pauses is saved all the same.
        if not self._pause.isActive():
            self._pause.start()
        self.noted.emit()

    def _send_note(self) -> None:
        self._pause.stop()
        self._typed = False
        self.outbox.send(f"note:{self.visit.id}", notes.save_note, self.visit.id, self.note)

    def _send_time(self, use_case: Callable[..., Visit], *arguments: object) -> None:
        self.outbox.send("timer", use_case, self.visit.id, *arguments, done=self._take_times, keep=False)

    def _read_anew(self, saved: Visit) -> None:
        if self._file is not None and saved.id == self.visit.id:
            self.open_again()

    def _take_times(self, saved: Visit) -> None:
        if self._file is None or saved.id != self.visit.id:
            return
        self._replace(
            events=saved.events,
            by_hand=saved.by_hand,
            planned_minutes=saved.planned_minutes,
            unit_choice=saved.unit_choice,
            status=saved.status,
            version=saved.version,
        )
        self.timed.emit()

    def _replace(self, **parts: object) -> None:
        self._file = replace(self.file, visit=replace(self.visit, **parts))  # type: ignore[arg-type]  # by name

    def _show(self, found: VisitFile) -> None:
        if found.visit.id != self._wanted:
            return
        if self._file is None or self._file.visit.id != found.visit.id or found.visit.signed:
            self.undo_stack.clear()
        elif self._typed or self.outbox.delivery is Delivery.SAVING:
            self.open_again()  # changed meanwhile: what was read is older than what the screen shows
            return
        self._file = found
        self.opened.emit()

    def _tell(self, problem: ExpectedError) -> None:
        self.trouble.emit(problem)

    @Slot(object)
    def _take_back(self, problem: ExpectedError) -> None:
        self.trouble.emit(problem)
        self.open_again()


_Part = TypeVar("_Part", Measurement, Observation)


def _with(parts: tuple[_Part, ...], part: _Part, position: int | None) -> tuple[_Part, ...]:
    """Change `part` in its place, or add it at `position`, last without one."""
    changed = list(parts)
    ids = [old.id for old in parts]
    if part.id in ids:
        changed[ids.index(part.id)] = part
    else:
        changed.insert(len(parts) if position is None else position, part)
    return tuple(changed)
