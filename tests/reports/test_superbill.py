"""The superbill read back: amounts, pointers, and that nothing is lost or lies over anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports import samples
from reports.bills import basis, bill, record
from reports.pdfs import flat, fonts, other_text, overlaps, page_texts, words
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.claims.bill import Bill, make_bill
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.superbill import superbill
from therapist_desk.reports.wording.formats import money


def strained() -> Bill:
    many = tuple(Diagnosis(code=f"M54.{i}", title=" ".join(f"d{i}n{at}" for at in range(24))) for i in range(12))
    base = record(client=samples.client("דנה נועה", "וויטלוק־בן שושן"))
    return bill(
        replace(
            base,
            case=replace(base.case, diagnoses=many),
            therapist=samples.therapist("Maximiliana-Theodora von Hohenstein-Rosenqvist the Younger"),
        )
    )


@pytest.mark.parametrize("paper", list(Paper))
def test_it_says_on_one_page_what_a_claim_asks_for(paper: Paper) -> None:
    pdf = superbill(bill(), paper)

    (said,) = page_texts(pdf)
    for wanted in (
        "$110.00",
        "TX-4410-88",
        "CM-26-118840",
        "00-0000000",
        "1234567893",
        "1999999984",
        "Aug 21, 2026",
        "27 Sample Lane",
        "A-77120",
        "record 7f3a91c0",
        "Client signature",
    ):
        assert wanted in said
    assert all(fonts(pdf).values())


def test_both_readers_find_each_service_with_its_minutes_units_fee_and_charge() -> None:
    pdf = superbill(bill(), Paper.LETTER)

    for said in (flat(pdf), other_text(pdf)):
        for wanted in ("97124 A B C", "15 1 $34.00 $34.00", "97140 A B C", "26 2 $38.00 $76.00", "41 3 $110.00"):
            assert wanted in said


def test_twelve_long_diagnoses_and_right_to_left_names_are_set_whole() -> None:
    made = strained()
    said = flat(superbill(made, Paper.A4))

    assert all(f"d{i}n{at}" in said for i in range(12) for at in range(24))
    assert "L M54.11" in said
    assert "A B C D" in said
    assert "at most four diagnoses" in said
    assert "וויטלוק" in said
    assert "Maximiliana-Theodora" in said


@pytest.mark.parametrize("paper", list(Paper))
def test_twelve_diagnoses_their_services_and_the_signature_are_one_page(paper: Paper) -> None:
    base = record()
    many = tuple(replace(base.case.diagnoses[0], code=f"M54.{at:02}") for at in range(12))

    assert len(page_texts(superbill(bill(replace(base, case=replace(base.case, diagnoses=many))), paper))) == 1


@pytest.mark.parametrize("made", [bill(), strained()])
def test_nothing_lies_over_anything_else(made: Bill) -> None:
    for paper in Paper:
        assert not [pair for page in words(superbill(made, paper)) for pair in overlaps(page)]


def test_a_draft_says_so_and_what_was_filled_in_is_named() -> None:
    draft = flat(superbill(bill(signed=False), Paper.LETTER))

    assert "DRAFT, not signed" in draft
    assert "minutes and charges may still change" in draft
    assert "DRAFT" not in flat(superbill(bill(), Paper.LETTER))
    assert "Filled in after signing: NPI." in flat(superbill(make_bill(basis(added=("NPI",))), Paper.LETTER))


def test_the_same_bill_gives_the_same_bytes() -> None:
    assert superbill(bill(), Paper.LETTER) == superbill(bill(), Paper.LETTER)


@pytest.mark.parametrize(
    ("cents", "written"),
    [(0, "$0.00"), (5, "$0.05"), (11000, "$110.00"), (123456789, "$1,234,567.89"), (-250, "−$2.50")],
)
def test_money_is_written_from_whole_cents(cents: int, written: str) -> None:
    assert money(cents) == written
