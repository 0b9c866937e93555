"""Two cases of one client on one day: together for one claim, apart for two; and the unit that a bill gave away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import HandClock
from reports import samples
from reports.pdfs import flat
from reports.test_bill import card
from services.billed import MANUAL, MASSAGE, PAYER, signed_visit
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.case import Coverage, Diagnosis
from therapist_desk.domain.claims.terms import ChosenUnit
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import PayerId, VisitId
from therapist_desk.services import cases
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.bills import open_bill, settle_bill
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.packet import make_packet
from therapist_desk.services.documents.sources import References, source_for
from therapist_desk.services.readiness import RuleBook, held_back
from therapist_desk.services.visit import timing, visits

POOLED = card(UnitRule.CMS_EIGHT_MINUTE)
PAYING = replace(PAYER, rule_card=POOLED.id)
OTHER = replace(PAYING, id=PayerId("other"), name="Second Example Mutual")
CARDS = RuleCards(cards=(POOLED,))
REFERENCES = References(cards=CARDS)
KNEE = (Diagnosis(code="M25.561", title="Pain in right knee"), Diagnosis(code="M54.2", title="Cervicalgia"))


def units(desk: Desk, visit_id: VisitId) -> list[tuple[str, int]]:
    bill = open_bill(desk, visit_id, REFERENCES).bill
    assert bill is not None
    return [(line.code, line.units) for line in bill.lines]


def said(desk: Desk, visit_id: VisitId, kind: DocumentKind) -> str:
    return flat(make_document(source_for(desk, kind, visit_id, REFERENCES), kind, PaperSize.LETTER, samples.atlas()))


def test_two_cases_on_one_claim_are_one_bill_for_the_day(desk: Desk, clock: HandClock, juniper: Client) -> None:
    # 8 and 8 minutes are one unit of the day, not two.
    first = signed_visit(desk, clock, juniper.id, (MASSAGE, 8), payer=PAYING)
    second = signed_visit(desk, clock, juniper.id, (MASSAGE, 8), payer=PAYING, claim="cm 1", diagnoses=KNEE)

    assert units(desk, first) == units(desk, second) == [("97124", 1)]
    one, other = (open_bill(desk, each, REFERENCES).bill for each in (first, second))
    assert one is not None
    assert other is not None
    assert {each.code for each in one.basis.diagnoses} == {"M54.2", "M54.6", "M25.561"}
    assert one.basis.diagnoses == other.basis.diagnoses
    note = said(desk, second, DocumentKind.INSURER)
    assert "16 min in all: 1 unit" in note
    assert "count the minutes of another case on the same claim" in said(desk, second, DocumentKind.PROGRESS)


@pytest.mark.parametrize(("payer", "claim"), [(OTHER, "CM-1"), (PAYING, "CM-2")])
def test_another_payer_or_another_claim_is_billed_apart(
    desk: Desk, clock: HandClock, juniper: Client, payer: object, claim: str
) -> None:
    first = signed_visit(desk, clock, juniper.id, (MASSAGE, 8), payer=PAYING)
    second = signed_visit(
        desk, clock, juniper.id, (MASSAGE, 8), payer=OTHER if payer is OTHER else PAYING, claim=claim
    )

    assert units(desk, first) == units(desk, second) == [("97124", 1)]
    for each in (first, second):
        assert "8 min in all: 1 unit" in said(desk, each, DocumentKind.INSURER)
        told = "8 min of this day are billed to the same payer under another claim" in said(
            desk, each, DocumentKind.SUPERBILL
        )
        assert told == (payer is PAYING)


def test_an_unsigned_visit_of_another_case_on_the_claim_is_waited_for(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    signed = signed_visit(desk, clock, juniper.id, (MASSAGE, 20), payer=PAYING)
    case = cases.open_case(desk, juniper.id, "Knee")
    cases.save_case(desk, replace(case, coverage=Coverage(payer_id=PAYING.id, claim_number="CM-1")))
    draft = visits.start_visit(desk, case.id)

    held = open_bill(desk, signed, REFERENCES).held

    assert held is not None
    assert "the other visits of this day to be signed" in str(held)
    assert [each.id for each in visits.open_visit(desk, draft.id).same_day] == [signed]


def test_a_unit_given_away_at_billing_stands_on_note_report_packet_and_checks(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    visit_id = signed_visit(desk, clock, juniper.id, (MASSAGE, 20), (MANUAL, 20), payer=PAYING)
    assert "still to be chosen" in said(desk, visit_id, DocumentKind.INSURER)
    assert "3*" in said(desk, visit_id, DocumentKind.PROGRESS)

    day = visits.open_visit(desk, visit_id).visit.service_date
    chosen = (ChosenUnit(day, "97140"),)
    settle_bill(desk, visit_id, REFERENCES, place="", pointing=(), unit_choice=chosen)

    note = said(desk, visit_id, DocumentKind.INSURER)
    assert "the 1 unit left to 97140, chosen among equal remainders when the bill was made" in note
    assert "97124 × 1 · 97140 × 2" in note
    report = said(desk, visit_id, DocumentKind.PROGRESS)
    assert "3*" not in report
    assert "still to be given" not in report
    _, packet = make_packet(desk, visit_id, PaperSize.LETTER, samples.atlas(), REFERENCES, lambda _done, _count: True)
    assert "when the bill was made" in flat(packet)
    assert "units_open" not in {item.code for item in held_back(desk, RuleBook(cards=CARDS), visit_id).items}


def test_a_unit_chosen_in_the_visit_stands_on_the_progress_report(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    cases.save_payer(desk, PAYING)
    case = cases.open_case(desk, juniper.id, "Neck")
    cases.save_case(desk, replace(case, coverage=Coverage(payer_id=PAYING.id)))
    visit = visits.start_visit(desk, case.id)
    timing.start(desk, visit.id, MASSAGE)
    clock.wait(20)
    timing.switch(desk, visit.id, MANUAL)
    clock.wait(20)
    timing.stop(desk, visit.id)
    visits.choose_units(desk, visit.id, ("97124",))

    assert "3*" not in said(desk, visit.id, DocumentKind.PROGRESS)
