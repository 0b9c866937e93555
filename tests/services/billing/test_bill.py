"""The bill of a signed visit, from a real store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import PASSPHRASE, HandClock
from domain.builders import DEEP
from reports import samples
from reports.pdfs import flat
from therapist_desk.domain.care.case import Coverage, Diagnosis
from therapist_desk.domain.claims.bill import make_bill
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.client import Client
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import PayerId, VisitId
from therapist_desk.domain.payer import Payer
from therapist_desk.services import cases, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.drawing import make_document
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import References, Source, source_for
from therapist_desk.services.visit import timing, visits

PAYER = Payer(id=PayerId("payer"), name="Tidewater Example Mutual")


@pytest.fixture
def signed(desk: Desk, clock: HandClock, juniper: Client) -> VisitId:
    """A signed visit of forty minutes whose payer has neither fee nor tax ID yet."""
    cases.save_payer(desk, PAYER)
    case = cases.open_case(desk, juniper.id, "Tension headache")
    cases.save_case(
        desk,
        replace(
            case,
            coverage=Coverage(payer_id=PAYER.id, claim_number="CM-1"),
            diagnoses=(Diagnosis(code="M54.2", title="Cervicalgia"),),
        ),
    )
    visit = visits.start_visit(desk, case.id)
    timing.start(desk, visit.id, DEEP)
    clock.wait(40)
    timing.stop(desk, visit.id)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    return visit.id


def bill_source(desk: Desk, visit_id: VisitId) -> Source:
    return source_for(desk, DocumentKind.SUPERBILL, visit_id, References())


def test_what_was_missing_when_the_visit_was_signed_is_entered_later_and_the_bill_comes(
    desk: Desk, signed: VisitId
) -> None:
    before = bill_source(desk, signed)
    assert before.bill is not None
    with pytest.raises(BillHeldError, match=f"a fee for {DEEP.code}"):
        make_bill(before.bill)

    cases.save_payer(desk, replace(PAYER, billing_tax_id="00-0000000", fees=(Fee(DEEP.code, 4000),)))
    after = bill_source(desk, signed)

    assert after.record == before.record
    pdf = make_document(after, DocumentKind.SUPERBILL, PaperSize.LETTER, samples.atlas())
    said = flat(pdf)
    assert "$120.00" in said
    assert "Filled in after signing: tax ID" in said


def test_another_visit_of_the_day_waits_to_be_signed(desk: Desk, signed: VisitId) -> None:
    case_id = visits.open_visit(desk, signed).visit.case_id
    visits.start_visit(desk, case_id)

    source = bill_source(desk, signed)

    assert source.bill is not None
    assert source.bill.unsigned == 1
