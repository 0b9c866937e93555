"""The unlocked store with whoever works at it: what every use case is given."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from therapist_desk.domain.audit import AuditAction, AuditEvent
from therapist_desk.domain.clock import Clock, Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.store.charts import Charts
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """An open store, the therapist at it, and the clock.

    `opened_at` is when this run began to watch the timers; a hand-over from a locked run carries its own.
    `notices` are what the therapist should know of charts that opened all the same.
    """

    store: Store
    folder: Path
    master: MasterKey = field(repr=False)
    therapist_id: TherapistId
    clock: Clock
    opened_at: Instant
    notices: tuple[ExpectedError, ...] = ()

    def today(self) -> date:
        """Give the local date."""
        return self.clock.now().day

    def audit(self, charts: Charts, action: AuditAction, subject: str = "", detail: str = "") -> None:
        """Write a line of the audit trail into the running transaction."""
        charts.audit.add(
            AuditEvent(
                at=self.clock.now(),
                therapist_id=self.therapist_id,
                action=action,
                subject=subject,
                detail=detail,
            )
        )

    def close(self) -> None:
        """Give the store back to the system."""
        self.store.close()


def new_id() -> str:
    """Make an identity that no other thing has."""
    return uuid.uuid4().hex
