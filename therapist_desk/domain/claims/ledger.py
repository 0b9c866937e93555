"""Payments and other charges of a visit: what was entered, what counts, and what is still due.

An entry is never changed and never removed. A correction is another entry that takes its place and says why; one of
nothing takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.ids import LedgerEntryId, TherapistId, VisitId

MOST_CENTS: Final = 10_000_000
"""A hundred thousand dollars: more for one visit is a slip of the hand."""


class EntryKind(StrEnum):
    """What an entry is. Payments and write-offs lower what is due, a refund and another charge raise it."""

    CLIENT_PAID = "paid by client"
    PAYER_PAID = "paid by payer"
    WRITTEN_OFF = "written off"
    REFUND = "refunded to client"
    CHARGE = "other charge"

    @property
    def lowers(self) -> bool:
        """Whether it lowers what is due."""
        return self in (EntryKind.CLIENT_PAID, EntryKind.PAYER_PAID, EntryKind.WRITTEN_OFF)

    @property
    def moves_money(self) -> bool:
        """Whether money changes hands, so that there is a way in which it did."""
        return self in (EntryKind.CLIENT_PAID, EntryKind.PAYER_PAID, EntryKind.REFUND)


class Method(StrEnum):
    """How money changed hands."""

    CASH = "cash"
    CARD = "card"
    CHECK = "check"
    TRANSFER = "transfer"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A line of a visit's account. `cents` are never below zero: the kind says which way they count.

    `replaces` is the entry that this one corrects, for `reason`. `note` is a check's number or the like.
    """

    id: LedgerEntryId
    visit_id: VisitId
    kind: EntryKind
    on: date
    cents: int
    method: Method | None = None
    note: str = ""
    entered_at: Instant
    therapist_id: TherapistId
    replaces: LedgerEntryId | None = None
    reason: str = ""

    @property
    def due(self) -> int:
        """What it adds to what is due, in cents; below zero where it lowers it."""
        return -self.cents if self.kind.lowers else self.cents


@dataclass(frozen=True, slots=True)
class Account:
    """What a visit costs and what came in for it. `charged` is its bill in cents, None while it can't be reckoned."""

    charged: int | None
    entries: tuple[LedgerEntry, ...] = ()

    @property
    def counting(self) -> tuple[LedgerEntry, ...]:
        """The entries that hold: not corrected since, and not taken back."""
        return tuple(entry for entry in self.entries if entry.cents and not self.correction_of(entry))

    @property
    def client_paid(self) -> int:
        """What the client paid and did not get back."""
        return self._sum(EntryKind.CLIENT_PAID) - self._sum(EntryKind.REFUND)

    @property
    def payer_paid(self) -> int:
        """What the payer paid."""
        return self._sum(EntryKind.PAYER_PAID)

    @property
    def written_off(self) -> int:
        """What nobody is asked for any more."""
        return self._sum(EntryKind.WRITTEN_OFF)

    @property
    def other_charges(self) -> int:
        """What is charged beside the bill."""
        return self._sum(EntryKind.CHARGE)

    @property
    def balance(self) -> int | None:
        """What is still due; below zero where more came in. None while the bill can't be reckoned."""
        return None if self.charged is None else self.charged + sum(entry.due for entry in self.counting)

    def correction_of(self, entry: LedgerEntry) -> LedgerEntry | None:
        """Give the entry that took the place of `entry`."""
        return next((other for other in self.entries if other.replaces == entry.id), None)

    def _sum(self, kind: EntryKind) -> int:
        return sum(entry.cents for entry in self.counting if entry.kind is kind)


def entry_problems(entry: LedgerEntry, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps an entry from being taken, field by field."""
    problems: list[FieldProblem] = []
    if entry.cents < 0 or (entry.cents == 0 and entry.replaces is None):
        problems.append(FieldProblem("amount", "amount_required"))
    elif entry.cents > MOST_CENTS:
        problems.append(FieldProblem("amount", "amount_too_large"))
    if entry.on > today:
        problems.append(FieldProblem("on", "date_in_future"))
    if entry.kind.moves_money and entry.method is None:
        problems.append(FieldProblem("method", "required"))
    if entry.replaces is not None and not entry.reason.strip():
        problems.append(FieldProblem("reason", "required"))
    return tuple(problems)
