"""Visits: one session on one date, with everything found, done and written in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.health.screening import Screening
from therapist_desk.domain.ids import CaseId, ClientId, ReferralId, TherapistId, VisitId
from therapist_desk.domain.notes.note import Note, Origin
from therapist_desk.domain.session.timer import Segment, TimerEvent, TimerReading, effective, read_timer


class VisitStatus(StrEnum):
    """Where a visit stands. A planned visit becomes a draft when it starts, and a record when it is signed."""

    PLANNED = "planned"
    DRAFT = "draft"
    SIGNED = "signed"


class SignedError(ExpectedError):
    """A change to a visit that is signed."""

    code = "signed"
    sentence = "This visit is signed and locked. Write an addendum to correct it."


class VisitBegunError(ExpectedError):
    """A visit to be moved or removed in which something happened already."""

    code = "visit_begun"
    sentence = "This visit has begun, so it stays. Finish it, then sign it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One session. `number` counts within the case, from 1; `by_hand` holds segments entered or corrected.

    `unit_choice` names the procedure numbers that the therapist gave units to for which several had equal claim.
    """

    id: VisitId
    client_id: ClientId
    case_id: CaseId
    therapist_id: TherapistId
    referral_id: ReferralId | None = None
    number: int
    service_date: date
    planned_for: Instant | None = None
    planned_minutes: int = 60
    figure: Figure = Figure.NEUTRAL
    status: VisitStatus = VisitStatus.DRAFT
    events: tuple[TimerEvent, ...] = ()
    by_hand: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    observations: tuple[Observation, ...] = ()
    note: Note = field(default_factory=Note)
    screening: Screening = field(default_factory=Screening)
    version: int = 1
    unit_choice: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was timed, marked, measured, observed, asked or written yet.

        Lines carried forward were written before, and areas that the health history closes are drawn by themselves.
        """
        by_itself = self.screening.drawn_marks(self.id)
        marked = any(mark.id not in by_itself for mark in self.marks)
        found = self.events or self.by_hand or marked or self.measurements or self.observations
        fresh = tuple(each for each in self.note.paragraphs if each.origin is not Origin.UNCONFIRMED)
        return not found and replace(self.note, paragraphs=fresh) == Note() and self.screening.empty

    def timer(self, now: Instant, *, attended_since: Instant | None = None) -> TimerReading:
        """Read the timer at `now`; see `read_timer`."""
        return read_timer(self.events, now, self.planned_minutes, attended_since=attended_since)

    def segments(self, now: Instant) -> tuple[Segment, ...]:
        """Give the segments that count, corrections standing in for what they replace."""
        return effective(self.timer(now).segments, self.by_hand)

    @property
    def signed(self) -> bool:
        """Whether the visit is locked."""
        return self.status is VisitStatus.SIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitHead:
    """Where a visit stands in its case, without anything that it holds."""

    id: VisitId
    number: int
    service_date: date
    planned_for: Instant | None
    status: VisitStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """A visit in a list. `begun` is when the timer started.

    `hands_on_minutes` are whole minutes of treatment, corrections counted; None before any, and while the timer runs.
    """

    id: VisitId
    client_id: ClientId
    case_id: CaseId
    client_name: str
    case_title: str
    number: int
    service_date: date
    planned_for: Instant | None
    planned_minutes: int
    status: VisitStatus
    therapist_id: TherapistId
    begun: Instant | None
    hands_on_minutes: int | None
    pain_before: int | None
    pain_after: int | None
    mark_count: int
