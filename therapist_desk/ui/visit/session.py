"""The visit on the screen, to work on: changed at once and written behind. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.health.screening import Decision, HealthCheck
from therapist_desk.domain.ids import MarkId, VisitId
from therapist_desk.domain.notes.note import Note, Section, with_own_text
from therapist_desk.services import health
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.visit import assessing, marking, notes, visits
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.visit.outbox import Delivery, Outbox
from therapist_desk.ui.visit.shown_visit import ShownVisit
from therapist_desk.ui.visit.visit_times import VisitTimes

TYPING_PAUSE = 600
"""Milliseconds without a key before typed text is written; well within the second that is promised."""


class VisitSession(ShownVisit):
    """Sends each change to the store; marks, scores and text change here at once, and `times` has the clock.

    The signals follow a change of their part.
    """

    marked = Signal()
    noted = Signal()
    assessed = Signal()
    trouble = Signal(object)  # ExpectedError

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: QObject | None = None, *, rules: RuleBook | None = None
    ) -> None:
        super().__init__(desk, rules or RuleBook(), parent)
        self._jobs = jobs
        self._wanted: VisitId | None = None
        self._typed = False
        self.undo_stack = QUndoStack(self)
        self.outbox = Outbox(desk, jobs, self)
        self.outbox.refused.connect(self._take_back)
        self.times = VisitTimes(self, self.outbox)
        self.times.moved.connect(self.open_again)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.flush)

    # Reading

    def open(self, visit_id: VisitId) -> None:
        """Turn to a visit; text of the one before is handed over first."""
        self.flush()
        self._wanted = visit_id
        # Behind the writes, so that what was just typed is read back.
        self._jobs.write(visits.open_visit, self._desk, visit_id, owner=self, done=self._show, failed=self._tell)

    @Slot()
    def open_again(self) -> None:
        """Read the visit anew, as after signing."""
        if self._wanted is not None:
            self.open(self._wanted)

    # Health

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
        self.times.go_on()

    # Marks: the commands of the undo stack come here

    def put_mark(self, mark: Mark, position: int | None = None) -> None:
        """Keep a new or changed mark. `position` is its place in the list where it is new."""
        self._replace(marks=_with(self.visit.marks, mark, position))
        self.outbox.send(f"mark:{mark.id}", partial(marking.put_mark, position=position), self.visit.id, mark)
        self.marked.emit()

    def remove_mark(self, mark_id: MarkId) -> None:
        """Take a mark off the map."""
        self._replace(marks=tuple(mark for mark in self.visit.marks if mark.id != mark_id))
        self.outbox.send(f"mark:{mark_id}", marking.remove_mark, self.visit.id, mark_id)
        self.marked.emit()

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


_Part = TypeVar("_Part", Mark, Measurement, Observation)


def _with(parts: tuple[_Part, ...], part: _Part, position: int | None) -> tuple[_Part, ...]:
    """Change `part` in its place, or add it at `position`, last without one."""
    changed = list(parts)
    ids = [old.id for old in parts]
    if part.id in ids:
        changed[ids.index(part.id)] = part
    else:
        changed.insert(len(parts) if position is None else position, part)
    return tuple(changed)
