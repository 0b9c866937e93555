"""The receipt read back: what was paid, what for, what is due, and no diagnosis."""

from __future__ import annotations

from datetime import date

import pytest

from reports import samples
from reports.bills import basis, bill, record
from reports.pdfs import flat, fonts, overlaps, words
from therapist_desk.domain.claims.bill import make_bill
from therapist_desk.domain.claims.ledger import EntryKind, LedgerEntry, Method
from therapist_desk.domain.ids import LedgerEntryId, TherapistId
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.receipt import receipt


def entry(cents: int, kind: EntryKind = EntryKind.CLIENT_PAID, note: str = "") -> LedgerEntry:
    return LedgerEntry(
        id=LedgerEntryId(f"{kind}-{cents}"),
        visit_id=record().visit.id,
        kind=kind,
        on=date(2026, 11, 18),
        cents=cents,
        method=Method.CARD if kind.moves_money else None,
        note=note,
        entered_at=samples.seal().signed_at,
        therapist_id=TherapistId("t"),
    )


PAID = (entry(4000, note="terminal 17"), entry(5000, EntryKind.PAYER_PAID), entry(500, EntryKind.WRITTEN_OFF))


@pytest.mark.parametrize("paper", list(Paper))
def test_it_says_what_was_received_what_for_and_what_is_still_due(paper: Paper) -> None:
    pdf = receipt(basis(entries=PAID), make_bill(basis(entries=PAID)), paper)

    said = flat(pdf)
    for wanted in (
        "Received from Dana M. Whitlock",
        "Nov 18, 2026 Massage strokes for a therapeutic aim 1 $34.00",
        "Paid by client Card terminal 17 −$40.00",
        "Paid by payer Card −$50.00",
        "Written off −$5.00",
        "Balance due $15.00",
        "Tax ID 00-0000000",
    ):
        assert wanted in said
    assert not [pair for page in words(pdf) for pair in overlaps(page)]
    assert all(fonts(pdf).values())


def test_it_names_no_diagnosis() -> None:
    said = flat(receipt(basis(entries=PAID), bill(), Paper.LETTER))

    assert all(each.code not in said and each.title not in said for each in record().case.diagnoses)


def test_payments_are_receipted_before_the_bill_can_be_reckoned() -> None:
    said = flat(receipt(basis(entries=PAID), None, Paper.LETTER))

    assert "not reckoned yet" in said
    assert "terminal 17" in said
    assert "Balance due" not in said


def test_long_and_right_to_left_names_are_set_whole() -> None:
    many = tuple(entry(cents, note=f"reference number {cents} of a long name") for cents in range(100, 2100, 100))
    of = record(client=samples.client("דנה נועה", "וויטלוק־בן שושן"))
    pdf = receipt(basis(of, entries=many), make_bill(basis(of, entries=many)), Paper.A4)

    assert "וויטלוק" in flat(pdf)
    assert all(f"reference number {each.cents}" in flat(pdf) for each in many)
    assert not [pair for page in words(pdf) for pair in overlaps(page)]
