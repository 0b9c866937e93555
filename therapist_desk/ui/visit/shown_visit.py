"""The visit on the screen, to read: one frozen value with everything round it. Knows neither widgets nor the disk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.health.screening import forbidding
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.notes.note import Note, Paragraph
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.sentences.narrative import generated_paragraphs, source_sentence
from therapist_desk.domain.session.reckoning import Reckoning
from therapist_desk.domain.session.timer import TimerReading
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.services.visit.notes import note_sources
from therapist_desk.services.visit.units import fitting_choice, reckoned


class ShownVisit(QObject):
    """Answers what windows ask. `opened` follows another visit or a fresh reading, `timed` a time that is kept."""

    opened = Signal()
    timed = Signal()

    def __init__(self, desk: Desk, rules: RuleBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rules = rules
        self._file: VisitFile | None = None

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
        return generated_paragraphs(note_sources(self.file, self.now()))

    def said_now(self, source: str) -> str:
        """What a generated sentence would say now, had nobody edited it; empty where its source is gone."""
        return source_sentence(source, note_sources(self.file, self.now()))

    def missing(self) -> tuple[MissingItem, ...]:
        """What is missing before signing and billing."""
        return () if self.locked else self._rules.missing(self.file, self.now())

    def passed(self) -> tuple[int, int]:
        """How many checks the visit passes, of how many."""
        return self._rules.passed(self.file, self.now())

    @property
    def afterwards(self) -> bool:
        """Whether the visit took place on an earlier day: its times are remembered, and no clock is started."""
        return self.visit.service_date < self.now().day

    @property
    def entered_afterwards(self) -> bool:
        """Whether the visit is of an earlier day and no clock ever ran: then none is started, its times are typed."""
        return self.afterwards and not self.visit.events

    def reckoning(self) -> tuple[Reckoning, ...]:
        """The minutes of each day by number, and the units by the payer's rule where that is known."""
        return reckoned(self.file, self.card(), self.now())

    def fitting_choice(self) -> tuple[str, ...]:
        """What was chosen of units so far; nothing where the minutes have changed since."""
        return fitting_choice(self.file, self.card(), self.now())

    def card(self) -> RuleCard | None:
        """The card of whoever pays; None where nobody knows."""
        return self._rules.card_of(self.file)

    def forbidding(self) -> tuple[str, ...]:
        """What no decision of this visit lets pass."""
        return forbidding(self.visit.screening, self.file.background.cautions)

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id, or None."""
        return next((mark for mark in self.visit.marks if mark.id == mark_id), None)

    def part(self, part_id: str) -> Measurement | Observation | None:
        """The test or measure of that id, or None."""
        parts: tuple[Measurement | Observation, ...] = (*self.visit.measurements, *self.visit.observations)
        return next((each for each in parts if each.id == part_id), None)

    def know_payer(self, payer: Payer) -> None:
        """Take a payer whose card was completed meanwhile."""
        case_file = replace(self.file.case_file, payer=payer)
        self._file = replace(self.file, case_file=case_file)
        self.timed.emit()

    def take_times(self, saved: Visit) -> None:
        """Show the times as the disk has them, unless another visit is open by now."""
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
