"""Payments and settled bills, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desks import PASSPHRASE, HandClock
from reports.pdfs import flat
from reports.test_bill import card
from services.billed import MANUAL, MASSAGE, PAYER, signed_visit
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.billing import ChoiceOutsideTiesError, UnitRule
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.claims.terms import ChosenUnit, PointersError, Pointing, UnknownPlaceError
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.people import TaxIdKind
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.visit import Visit, VisitBegunError
from therapist_desk.reports.layout.page import Paper
from therapist_desk.reports.superbill import superbill
from therapist_desk.services import cases, signing
from therapist_desk.services.billing.accounts import CorrectedAlreadyError, EntryDraft, correct, enter
from therapist_desk.services.billing.rule_cards import RuleCards, load_rule_cards
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.bills import BillFile, open_bill, settle_bill
from therapist_desk.services.documents.sources import References
from therapist_desk.services.practice import read_registration, save_billing, save_practice
from therapist_desk.services.readiness import RuleBook, held_back
from therapist_desk.services.visit import timing, visits

POOLED: RuleCard = card(UnitRule.CMS_EIGHT_MINUTE)
TIED = replace(PAYER, rule_card=POOLED.id)
REFERENCES = References(cards=RuleCards(cards=(POOLED,)))


@pytest.fixture
def signed(desk: Desk, clock: HandClock, juniper: Client) -> VisitId:
    return signed_visit(desk, clock, juniper.id)


@pytest.fixture
def tied(desk: Desk, clock: HandClock, juniper: Client) -> VisitId:
    """Two numbers of twenty minutes: the third unit is anybody's."""
    return signed_visit(desk, clock, juniper.id, (MASSAGE, 20), (MANUAL, 20), payer=TIED)


def paid(desk: Desk, cents: int) -> EntryDraft:
    return EntryDraft(kind=EntryKind.CLIENT_PAID, on=desk.today(), cents=cents, method=Method.CHECK, note="no. 88")


def read(desk: Desk, visit_id: VisitId) -> BillFile:
    return open_bill(desk, visit_id, REFERENCES)


def trail(desk: Desk, visit_id: VisitId, action: AuditAction) -> list[str]:
    with desk.store.reading() as charts:
        return [event.detail for event in charts.audit.of(visit_id) if event.action is action]


def test_a_payment_is_taken_from_what_is_due_and_stands_on_the_superbill(desk: Desk, signed: VisitId) -> None:
    enter(desk, signed, paid(desk, 4000))

    file = read(desk, signed)

    assert file.bill is not None
    assert (file.account.charged, file.account.client_paid, file.account.balance) == (12000, 4000, 8000)
    said = flat(superbill(file.bill, Paper.LETTER))
    for wanted in ("Paid by client Check no. 88 −$40.00", "Balance due $80.00"):
        assert wanted in said
    assert "write in by hand" not in said
    assert trail(desk, signed, AuditAction.PAYMENT_ENTERED) == ["paid by client: 4000 cents"]


def test_a_wrong_payment_stays_beside_its_correction_with_the_reason(desk: Desk, signed: VisitId) -> None:
    wrong = enter(desk, signed, paid(desk, 40000))

    right = correct(desk, wrong.id, paid(desk, 4000), " one nought too many ")

    account = read(desk, signed).account
    assert account.entries == (wrong, right)
    assert (right.replaces, right.reason) == (wrong.id, "one nought too many")
    assert account.client_paid == 4000
    with pytest.raises(CorrectedAlreadyError):
        correct(desk, wrong.id, paid(desk, 1), "again")
    with pytest.raises(InvalidError):
        correct(desk, right.id, paid(desk, 4500), "")
    assert trail(desk, signed, AuditAction.PAYMENT_CORRECTED) == [
        "paid by client: 40000 cents, now paid by client: 4000 cents"
    ]


def test_a_payment_from_tomorrow_or_of_nothing_is_refused_and_changes_nothing(desk: Desk, signed: VisitId) -> None:
    for wrong in (paid(desk, 0), replace(paid(desk, 100), on=desk.today() + timedelta(days=1))):
        with pytest.raises(InvalidError):
            enter(desk, signed, wrong)

    assert read(desk, signed).account.entries == ()


def test_a_visit_with_a_payment_is_not_removed(desk: Desk, visit: Visit) -> None:
    enter(desk, visit.id, paid(desk, 100))

    with pytest.raises(VisitBegunError):
        visits.remove_visit(desk, visit.id)


def test_payments_for_two_visits_of_a_day_are_on_the_one_bill_of_both(desk: Desk, signed: VisitId) -> None:
    case_id = visits.open_visit(desk, signed).visit.case_id
    second = visits.start_visit(desk, case_id)
    enter(desk, second.id, paid(desk, 100))

    assert read(desk, second.id).account.client_paid == 100


def test_an_open_unit_of_a_signed_visit_is_settled_when_it_is_billed(desk: Desk, tied: VisitId) -> None:
    held = read(desk, tied)
    assert held.bill is None
    assert held.held is not None
    assert "a unit is open between 97124 and 97140" in str(held.held)

    before = visits.open_visit(desk, tied).visit
    day = before.service_date
    settle_bill(desk, tied, REFERENCES, place="", pointing=(), unit_choice=(ChosenUnit(day, "97140"),))

    bill = read(desk, tied).bill
    assert bill is not None
    assert [(line.code, line.units) for line in bill.lines] == [("97124", 1), ("97140", 2)]
    assert visits.open_visit(desk, tied).visit == before
    assert trail(desk, tied, AuditAction.BILL_SETTLED) == [f"unit of {day.isoformat()} to 97140"]


def test_only_numbers_with_a_claim_get_an_open_unit(desk: Desk, tied: VisitId) -> None:
    day = visits.open_visit(desk, tied).visit.service_date
    for choice in (
        (ChosenUnit(day, "97110"),),
        (ChosenUnit(day, "97124"), ChosenUnit(day, "97140")),
        (ChosenUnit(day + timedelta(days=1), "97124"),),
    ):
        with pytest.raises(ChoiceOutsideTiesError):
            settle_bill(desk, tied, REFERENCES, place="", pointing=(), unit_choice=choice)

    assert read(desk, tied).basis.terms is None


def test_place_and_pointers_are_settled_per_visit_and_the_last_word_holds(desk: Desk, signed: VisitId) -> None:
    for place, letters in (("18", "A"), ("12", "BA")):
        settle_bill(desk, signed, REFERENCES, place=place, pointing=(Pointing("97140", letters),), unit_choice=())

    bill = read(desk, signed).bill
    assert bill is not None
    assert bill.basis.place == "12"
    assert bill.pointed("97140") == ("B", "A")
    assert "12 97140 B A" in flat(superbill(bill, Paper.LETTER))
    with pytest.raises(UnknownPlaceError):
        settle_bill(desk, signed, REFERENCES, place="98", pointing=(), unit_choice=())
    for wrong in ("", "C", "AA"):
        with pytest.raises(PointersError):
            settle_bill(desk, signed, REFERENCES, place="", pointing=(Pointing("97140", wrong),), unit_choice=())


def test_a_client_who_pays_is_billed_by_the_usual_fees(desk: Desk, clock: HandClock, juniper: Client) -> None:
    signed = signed_visit(desk, clock, juniper.id)
    with desk.store.reading() as charts:
        case = charts.cases.get(charts.visits.get(signed).case_id)
    cases.save_case(desk, replace(case, coverage=None))
    visit = visits.start_visit(desk, case.id)
    save_practice(desk, replace(read_registration(desk).practice, tax_id="12-3456789"))

    save_billing(desk, TaxIdKind.EIN, "15", (Fee("97140", 5000),))

    basis = read(desk, visit.id).basis
    assert basis.record.payer is None
    assert [(fee.code, fee.cents) for fee in basis.fees] == [("97140", 5000)]
    assert basis.place == "15"


def test_saving_the_practice_leaves_how_it_bills(desk: Desk) -> None:
    before = read_registration(desk).practice
    billing = save_billing(desk, TaxIdKind.SSN, "12", (Fee("97124", 1),))

    saved = save_practice(desk, replace(before, name="Renamed"))

    assert (saved.name, saved.fees, saved.place_of_service) == ("Renamed", billing.fees, "12")
    assert saved.tax_id_kind is TaxIdKind.SSN


def test_a_unit_settled_for_the_bill_holds_it_back_no_more(desk: Desk, tied: VisitId) -> None:
    shipped = load_rule_cards(resources_dir(), desk.folder).of(replace(PAYER, rule_card="private-insurer"))
    assert shipped is not None
    strict = replace(shipped, id=POOLED.id, units=POOLED.units)
    book = RuleBook(cards=RuleCards(cards=(strict,)))
    assert "units_open" in {item.code for item in held_back(desk, book, tied).items}

    day = visits.open_visit(desk, tied).visit.service_date
    settle_bill(desk, tied, REFERENCES, place="", pointing=(), unit_choice=(ChosenUnit(day, "97140"),))

    assert "units_open" not in {item.code for item in held_back(desk, book, tied).items}


def test_a_correction_after_billing_leaves_the_bill_and_is_named_on_it(desk: Desk, signed: VisitId) -> None:
    before = read(desk, signed).bill
    assert before is not None

    with pytest.raises(ExpectedError):
        timing.start(desk, signed, MANUAL)  # signed minutes are locked
    signing.add_addendum(desk, signed, "a slip", "Ten minutes of it were rest.", PASSPHRASE)

    after = read(desk, signed).bill
    assert after is not None
    assert after.lines == before.lines
    assert "The note was added to" in flat(superbill(after, Paper.LETTER))
    assert "was added to" not in flat(superbill(before, Paper.LETTER))
