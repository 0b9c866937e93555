"""Letting documents out although the payer will miss something: of signed visits alone, for a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import PASSPHRASE
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases
from therapist_desk.services.billing.rule_cards import load_rule_cards
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.documents.keeping import log_document
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.packet import packet_held_back
from therapist_desk.services.readiness import RuleBook, held_back
from therapist_desk.services.releasing import release
from therapist_desk.services.signing import NotSignedError, sign_visit
from therapist_desk.services.visit import visits


@pytest.fixture
def book(desk: Desk) -> RuleBook:
    return RuleBook(load_rule_cards(resources_dir(), desk.folder))


@pytest.fixture
def insured(desk: Desk, visit: Visit) -> Visit:
    """A visit for a payer who wants an order, without one."""
    payer = Payer(id=PayerId(new_id()), name="State fund", rule_card="washington-li")
    cases.save_payer(desk, payer)
    case = visits.open_visit(desk, visit.id).case_file.case
    cases.save_case(desk, replace(case, coverage=Coverage(payer_id=payer.id)))
    return visit


def test_the_trail_keeps_what_was_missing_and_why_it_went_out_all_the_same(
    desk: Desk, insured: Visit, book: RuleBook
) -> None:
    sign_visit(desk, insured.id, PASSPHRASE, override_reason="a test")
    held = packet_held_back(desk, book, insured.id)

    released = release(held, " the plan asked for it ")
    with desk.store.reading() as charts:
        before = charts.audit.of(insured.id)
    log_document(desk, insured.id, DocumentKind.PACKET, "saved", released)

    with desk.store.reading() as charts:
        told, left = charts.audit.of(insured.id)[len(before) :]
    assert told.action is AuditAction.CHECK_OVERRIDDEN
    assert told.detail.startswith("released to the insurer without no_order, ")
    assert told.detail.endswith(": the plan asked for it")
    assert (left.action, left.detail) == (AuditAction.DOCUMENT_MADE, "packet saved")


def test_without_a_reason_or_a_signature_nothing_goes_out(desk: Desk, insured: Visit, book: RuleBook) -> None:
    held = (held_back(desk, book, insured.id),)

    with pytest.raises(InvalidError):
        release(held, "  ")
    with pytest.raises(NotSignedError):
        release(held, "the plan asked for it")


def test_a_reason_answers_for_the_same_gaps_alone(desk: Desk, insured: Visit, book: RuleBook) -> None:
    sign_visit(desk, insured.id, PASSPHRASE, override_reason="a test")
    held = held_back(desk, book, insured.id)
    released = release((held,), "the plan asked for it")

    assert released.covers((held_back(desk, book, insured.id),))
    assert not released.covers((replace(held, items=held.items[1:]),))
    assert not released.covers((held, held))
