"""All that a client's visits cost and what came in for them: by bill, by case and payer, and by age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.claims.ledger import Account
from therapist_desk.domain.ids import VisitId

AGES: Final = (30, 60, 90)
"""Days after which what is due counts as older; what is beyond the last is the oldest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitBill:
    """The bill of one visit, or of those of a day that share one.

    `payer` is empty where the client pays. `account.charged` is None while the bill can't be reckoned, and for a
    visit that nobody has signed.
    """

    visits: tuple[VisitId, ...]
    numbers: tuple[int, ...]
    day: date
    case: str
    payer: str
    account: Account

    @property
    def due(self) -> int:
        """What is still due on it in cents, below zero where more came in; a bill that waits asks for nothing yet."""
        return (self.account.charged or 0) + sum(entry.due for entry in self.account.counting)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over bills, in cents. `waiting` is how many of them can't be reckoned yet."""

    charged: int
    client_paid: int
    payer_paid: int
    written_off: int
    due: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ClientAccount:
    """The bills of a client, the earliest first, as they stand `on` a day."""

    bills: tuple[VisitBill, ...]
    on: date

    @property
    def sums(self) -> Sums:
        """Everything together."""
        return _sums(self.bills)

    @property
    def groups(self) -> tuple[tuple[str, str, Sums], ...]:
        """Case, payer and sums of each case with each payer, in the order of their first bill."""
        parts: dict[tuple[str, str], list[VisitBill]] = {}
        for bill in self.bills:
            parts.setdefault((bill.case, bill.payer), []).append(bill)
        return tuple((case, payer, _sums(bills)) for (case, payer), bills in parts.items())

    @property
    def ages(self) -> tuple[int, ...]:
        """What is due by the age of its visit, up to 30, 60 and 90 days and more; credits do not count against it."""
        found = [0] * (len(AGES) + 1)
        for bill in self.bills:
            if bill.due > 0:
                days = (self.on - bill.day).days
                found[sum(days > limit for limit in AGES)] += bill.due
        return tuple(found)

    @property
    def credits(self) -> int:
        """What came in beyond its bill, below zero: with all ages it makes what is due together."""
        return sum(min(0, bill.due) for bill in self.bills)


def _sums(bills: Sequence[VisitBill]) -> Sums:
    accounts = [bill.account for bill in bills]
    return Sums(
        charged=sum((account.charged or 0) + account.other_charges for account in accounts),
        client_paid=sum(account.client_paid for account in accounts),
        payer_paid=sum(account.payer_paid for account in accounts),
        written_off=sum(account.written_off for account in accounts),
        due=sum(bill.due for bill in bills),
        waiting=sum(account.charged is None for account in accounts),
    )
