"""Accounts of visits: what counts, what is due, and what cannot be entered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import at
from therapist_desk.domain.claims.ledger import (
    MOST_CENTS,
    Account,
    EntryKind,
    LedgerEntry,
    Method,
    entry_problems,
)
from therapist_desk.domain.ids import LedgerEntryId, TherapistId, VisitId

TODAY = date(2026, 11, 20)
ids = iter(range(10**9))


def entry(kind: EntryKind, cents: int, **details: Any) -> LedgerEntry:
    given_details: dict[str, Any] = {
        "id": LedgerEntryId(str(next(ids))),
        "visit_id": VisitId("visit"),
        "on": TODAY,
        "method": Method.CARD if kind.moves_money else None,
        "entered_at": at(0),
        "therapist_id": TherapistId("therapist"),
    }
    return LedgerEntry(kind=kind, cents=cents, **(given_details | details))


def correction(wrong: LedgerEntry, cents: int, **details: Any) -> LedgerEntry:
    return entry(wrong.kind, cents, replaces=wrong.id, reason="typed wrong", **details)


def test_payments_and_write_offs_lower_what_is_due_and_other_charges_and_refunds_raise_it() -> None:
    account = Account(
        11000,
        (
            entry(EntryKind.CLIENT_PAID, 4000),
            entry(EntryKind.PAYER_PAID, 5000),
            entry(EntryKind.WRITTEN_OFF, 1500),
            entry(EntryKind.CHARGE, 700),
            entry(EntryKind.REFUND, 1000),
        ),
    )

    assert (account.client_paid, account.payer_paid) == (3000, 5000)
    assert (account.written_off, account.other_charges) == (1500, 700)
    assert account.balance == 11000 - 4000 - 5000 - 1500 + 700 + 1000


def test_a_corrected_entry_stays_and_counts_no_more() -> None:
    wrong = entry(EntryKind.CLIENT_PAID, 40000)
    right = correction(wrong, 4000)
    account = Account(11000, (wrong, right))

    assert account.entries == (wrong, right)
    assert account.counting == (right,)
    assert account.correction_of(wrong) == right
    assert account.balance == 7000


def test_a_correction_to_nothing_takes_an_entry_back() -> None:
    wrong = entry(EntryKind.PAYER_PAID, 4000)

    assert Account(11000, (wrong, correction(wrong, 0))).counting == ()
    assert Account(11000, (wrong, correction(wrong, 0))).balance == 11000


def test_nothing_is_due_as_long_as_the_bill_cannot_be_reckoned() -> None:
    account = Account(None, (entry(EntryKind.CLIENT_PAID, 4000),))

    assert account.client_paid == 4000
    assert account.balance is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (entry(EntryKind.CLIENT_PAID, 0), "amount"),
        (entry(EntryKind.CLIENT_PAID, -5), "amount"),
        (entry(EntryKind.CLIENT_PAID, MOST_CENTS + 1), "amount"),
        (entry(EntryKind.CLIENT_PAID, 5, on=date(2026, 11, 21)), "on"),
        (entry(EntryKind.PAYER_PAID, 5, method=None), "method"),
        (entry(EntryKind.CHARGE, 5, replaces=LedgerEntryId("x"), reason="  "), "reason"),
    ],
)
def test_what_cannot_be_entered_is_named_at_its_field(wrong: LedgerEntry, field: str) -> None:
    assert [problem.field for problem in entry_problems(wrong, TODAY)] == [field]


def test_a_write_off_needs_no_method_and_a_correction_may_be_of_nothing() -> None:
    taken = entry(EntryKind.WRITTEN_OFF, 5)

    assert entry_problems(taken, TODAY) == ()
    assert entry_problems(correction(taken, 0), TODAY) == ()


@given(st.lists(st.tuples(st.sampled_from(EntryKind), st.integers(1, 50_000)), max_size=8), st.integers(0, 50_000))
def test_what_is_due_is_the_charge_with_every_entry_counted_once(
    made: list[tuple[EntryKind, int]], charged: int
) -> None:
    account = Account(charged, tuple(entry(kind, cents) for kind, cents in made))
    paid = account.client_paid + account.payer_paid + account.written_off

    assert account.balance == charged + account.other_charges - paid


@given(st.lists(st.integers(0, 50_000), min_size=1, max_size=6))
def test_of_a_chain_of_corrections_only_the_last_counts(amounts: list[int]) -> None:
    chain = [entry(EntryKind.CLIENT_PAID, 99)]
    for cents in amounts:
        chain.append(correction(chain[-1], cents))

    assert Account(0, tuple(chain)).client_paid == amounts[-1]
