"""The account of a client over all visits, and its statement read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import PASSPHRASE, HandClock
from reports import samples
from reports.pdfs import flat, overlaps, words
from reports.test_bill import card
from services.billed import MANUAL, MASSAGE, PAYER, signed_visit
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.claims.account import ClientAccount
from therapist_desk.domain.claims.form import NoPayerError
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.client import Client
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import PayerId
from therapist_desk.services import cases, signing
from therapist_desk.services.billing.accounts import EntryDraft, enter
from therapist_desk.services.billing.balances import client_account
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.bills import open_bill
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.keeping import file_name
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, source_for
from therapist_desk.services.practice import save_billing
from therapist_desk.services.visit import timing, visits

POOLED = card(UnitRule.CMS_EIGHT_MINUTE)
CARDS = RuleCards(cards=(POOLED,))
PAYING = replace(PAYER, rule_card=POOLED.id)
OTHER = replace(PAYING, id=PayerId("other"), name="Second Example Mutual")
DAY = 24 * 60


def paid(desk: Desk, cents: int, kind: EntryKind = EntryKind.CLIENT_PAID) -> EntryDraft:
    return EntryDraft(kind=kind, on=desk.today(), cents=cents, method=Method.CARD)


def account(desk: Desk, client: Client) -> ClientAccount:
    return client_account(desk, client.id, CARDS)


def test_charges_and_payments_of_all_visits_make_one_balance(desk: Desk, clock: HandClock, juniper: Client) -> None:
    first = signed_visit(desk, clock, juniper.id, (MANUAL, 30), payer=PAYING)  # 2 units, $80
    clock.wait(40 * DAY)
    second = signed_visit(desk, clock, juniper.id, (MASSAGE, 30), payer=OTHER)  # 2 units, $68
    enter(desk, first, paid(desk, 2000))
    enter(desk, first, paid(desk, 5000, EntryKind.PAYER_PAID))
    enter(desk, second, paid(desk, 800, EntryKind.WRITTEN_OFF))

    found = account(desk, juniper)

    sums = found.sums
    assert (sums.charged, sums.client_paid, sums.payer_paid, sums.written_off) == (14800, 2000, 5000, 800)
    assert (sums.due, sums.waiting) == (7000, 0)
    assert [(payer, own.due) for _, payer, own in found.groups] == [(PAYING.name, 1000), (OTHER.name, 6000)]
    assert found.ages == (6000, 1000, 0, 0)


def test_visits_that_share_a_bill_are_counted_once(desk: Desk, clock: HandClock, juniper: Client) -> None:
    first = signed_visit(desk, clock, juniper.id, (MANUAL, 15), payer=PAYING)
    second = signed_visit(desk, clock, juniper.id, (MANUAL, 15), payer=PAYING)

    found = account(desk, juniper)

    assert [set(bill.visits) for bill in found.bills] == [{first, second}]
    assert found.sums.charged == 8000


def test_a_bill_that_waits_costs_nothing_yet_and_what_came_in_counts(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    tied = signed_visit(desk, clock, juniper.id, (MANUAL, 20), (MASSAGE, 20), payer=PAYING)
    enter(desk, tied, paid(desk, 1500))
    clock.wait(DAY)
    draft = visits.start_visit(desk, cases.open_case(desk, juniper.id, "Knee").id)
    enter(desk, draft.id, paid(desk, 500))

    found = account(desk, juniper)

    assert (found.sums.charged, found.sums.due, found.sums.waiting) == (0, -2000, 2)
    assert found.ages == (0, 0, 0, 0)


def test_the_statement_counts_the_visits_that_are_billed_and_leaves_open_what_waits(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    signed_visit(desk, clock, juniper.id, (MANUAL, 30), payer=PAYING)
    clock.wait(DAY)
    tied = signed_visit(desk, clock, juniper.id, (MANUAL, 20), (MASSAGE, 20), payer=PAYING)

    source = source_for(desk, DocumentKind.STATEMENT, tied, References(cards=CARDS))
    said = flat(make_document(source, DocumentKind.STATEMENT, PaperSize.LETTER, samples.atlas()))

    assert "for 1 visit" in said
    assert "– –" in said
    assert "$0.00 Together" not in said


def test_what_was_paid_ahead_stands_beside_what_is_open_so_that_the_sums_agree(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    first = signed_visit(desk, clock, juniper.id, (MANUAL, 30), payer=PAYING)  # $80
    clock.wait(40 * DAY)
    second = signed_visit(desk, clock, juniper.id, (MASSAGE, 30), payer=PAYING)  # $68
    enter(desk, second, paid(desk, 10000))

    found = account(desk, juniper)
    source = source_for(desk, DocumentKind.STATEMENT, first, References(cards=CARDS))
    said = flat(make_document(source, DocumentKind.STATEMENT, PaperSize.LETTER, samples.atlas()))

    assert sum(found.ages) + found.credits == found.sums.due
    assert "More than 90 days Paid ahead $80.00 −$32.00" in said


def test_the_statement_says_it_in_plain_words_without_a_diagnosis(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    first = signed_visit(desk, clock, juniper.id, (MANUAL, 30), payer=PAYING)
    clock.wait(100 * DAY)
    latest = signed_visit(desk, clock, juniper.id, (MASSAGE, 30), payer=OTHER)
    enter(desk, first, paid(desk, 2000))

    source = source_for(desk, DocumentKind.STATEMENT, latest, References(cards=CARDS))
    for size in PaperSize:
        pdf = make_document(source, DocumentKind.STATEMENT, size, samples.atlas())
        said = flat(pdf)
        assert "Together $148.00 $20.00 $128.00" in said
        assert "More than 90 days" in said
        assert f"{OTHER.name} $68.00 $68.00" in said
        assert "M54" not in said
        assert "DRAFT" not in said
        assert not [pair for page in words(pdf) for pair in overlaps(page)]
    today = desk.today()
    assert file_name(source, DocumentKind.STATEMENT) == f"{juniper.record_number}-{today.isoformat()}-statement.pdf"


def test_a_client_who_pays_themselves_is_billed_through_to_receipt_and_balance(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    # given a practice with its own fees, and a case without payer, order or diagnosis
    save_billing(desk, None, "11", (Fee("97124", 4500), Fee("97140", 5000)))
    visit = visits.start_visit(desk, cases.open_case(desk, juniper.id, "Tight shoulders").id)
    timing.start(desk, visit.id, MASSAGE)
    clock.wait(40)
    timing.switch(desk, visit.id, MANUAL)
    clock.wait(20)
    timing.stop(desk, visit.id)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")

    # when part of it is paid in cash
    enter(desk, visit.id, EntryDraft(kind=EntryKind.CLIENT_PAID, on=desk.today(), cents=10000, method=Method.CASH))

    # then each number is counted alone (40 minutes are three units, 20 are one), and nothing is waited for
    file = open_bill(desk, visit.id, References())
    assert file.held is None
    assert (file.account.charged, file.account.balance) == (18500, 8500)
    for kind, wanted in (
        (DocumentKind.RECEIPT, ("Received", "$100.00", "$185.00", "Still due", "$85.00", "Cash")),
        (DocumentKind.SUPERBILL, ("The client pays", "no payer asks otherwise", "Balance due $85.00")),
        (DocumentKind.STATEMENT, ("Tight shoulders You $185.00 $100.00 $85.00",)),
    ):
        source = source_for(desk, kind, visit.id, References())
        said = flat(make_document(source, kind, PaperSize.LETTER, samples.atlas()))
        for words_wanted in wanted:
            assert words_wanted in said, kind
    with pytest.raises(NoPayerError):
        make_document(
            source_for(desk, DocumentKind.CLAIM_VALUES, visit.id, References()),
            DocumentKind.CLAIM_VALUES,
            PaperSize.LETTER,
            samples.atlas(),
        )
