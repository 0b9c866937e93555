from __future__ import annotations

from dataclasses import replace

import pytest

from desks import HandClock
from domain.builders import DEEP, mark
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.care.case import Coverage, Diagnosis
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.missing import Severity
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, home
from therapist_desk.services.billing.rule_cards import load_rule_cards
from therapist_desk.services.clinical.code_regions import load_code_regions
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.documents.keeping import log_document
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.readiness import RuleBook, held_back
from therapist_desk.services.resources import ResourceDamagedError
from therapist_desk.services.visit import marking, timing, visits

RESOURCES = resources_dir()


@pytest.fixture
def book(desk: Desk) -> RuleBook:
    return RuleBook(load_rule_cards(RESOURCES, desk.folder), load_code_regions(RESOURCES))


@pytest.fixture
def insured(desk: Desk, visit: Visit) -> Visit:
    payer = Payer(
        id=PayerId(new_id()), name="State fund", kind=PayerKind.WORKERS_COMPENSATION, rule_card="washington-li"
    )
    cases.save_payer(desk, payer)
    case = visits.open_visit(desk, visit.id).case_file.case
    cases.save_case(desk, replace(case, coverage=Coverage(payer_id=payer.id)))
    return visit


def test_what_the_payer_wants_holds_back_its_documents_and_never_the_note(
    desk: Desk, insured: Visit, book: RuleBook
) -> None:
    items = held_back(desk, book, insured.id).items

    assert {"no_order", "no_diagnosis", "no_goal"} <= {item.code for item in items}
    assert {item.severity for item in items} == {Severity.PAYER}


def test_a_late_report_holds_the_bill_back_until_one_has_gone_out(
    desk: Desk, insured: Visit, book: RuleBook, clock: HandClock
) -> None:
    for _ in range(6):
        clock.wait(2 * 24 * 60)
        seventh = visits.start_visit(desk, insured.case_id)

    assert "report_late" in {item.code for item in held_back(desk, book, seventh.id).items}

    log_document(desk, seventh.id, DocumentKind.PROGRESS, "printed")
    assert "report_late" not in {item.code for item in held_back(desk, book, seventh.id).items}


def test_the_seventh_visit_of_a_claim_wants_the_approval_that_the_sixth_does_not(
    desk: Desk, insured: Visit, book: RuleBook, clock: HandClock
) -> None:
    for _ in range(5):
        clock.wait(2 * 24 * 60)
        sixth = visits.start_visit(desk, insured.case_id)
    clock.wait(2 * 24 * 60)
    seventh = visits.start_visit(desk, insured.case_id)

    approvals = [
        [item.values["needs"] for item in held_back(desk, book, visit.id).items if item.rule == "RX-07"]
        for visit in (sixth, seventh)
    ]

    assert approvals == [[], ["form F245-417-000"]]


def test_a_client_who_pays_holds_nothing_back(desk: Desk, visit: Visit, book: RuleBook) -> None:
    assert held_back(desk, book, visit.id).items == ()


def test_an_area_far_from_the_diagnosis_is_told_and_an_unmapped_code_is_not(
    desk: Desk, insured: Visit, book: RuleBook
) -> None:
    marking.put_mark(desk, insured.id, mark(before=7))
    for code, told in (("M72.2", True), ("M54.2", False), ("M79.18", False)):
        case = visits.open_visit(desk, insured.id).case_file.case
        cases.save_case(desk, replace(case, diagnoses=(Diagnosis(code=code, title="sample"),)))

        found = book.missing(visits.open_visit(desk, insured.id), desk.clock.now())

        assert ("area_unrelated" in {item.code for item in found}) is told, code


def test_a_report_is_due_on_home_until_one_has_gone_out(
    desk: Desk, insured: Visit, juniper: Client, book: RuleBook, clock: HandClock
) -> None:
    timing.start(desk, insured.id, DEEP)
    assert _due(desk, book) == []

    clock.wait(31 * 24 * 60)

    (item,) = (item for item in home.read_board(desk, book.cards).attention if item.code == "report_due")
    assert item.report is not None
    assert (item.client.id, item.payer, item.report.visits, item.report.days) == (juniper.id, "State fund", 1, 31)

    log_document(desk, insured.id, DocumentKind.INSURER, "printed")
    log_document(desk, insured.id, DocumentKind.PROGRESS, "printed", draft=True)
    assert _due(desk, book) == ["report_due"]
    log_document(desk, insured.id, DocumentKind.PROGRESS, "printed")
    assert _due(desk, book) == []


def test_a_report_that_goes_out_once_more_is_no_new_one(
    desk: Desk, insured: Visit, book: RuleBook, clock: HandClock
) -> None:
    timing.start(desk, insured.id, DEEP)
    log_document(desk, insured.id, DocumentKind.PROGRESS, "saved")
    clock.wait(31 * 24 * 60)
    timing.start(desk, visits.start_visit(desk, insured.case_id).id, DEEP)
    assert _due(desk, book) == ["report_due"]

    log_document(desk, insured.id, DocumentKind.PROGRESS, "printed")

    assert _due(desk, book) == ["report_due"]


def test_the_mapping_speaks_of_regions_that_there_are() -> None:
    regions = load_code_regions(RESOURCES)

    assert "soleus" in (regions.related(["M72.2"]) or ())
    assert regions.related(["m54.2", "M79.18"]) is None
    assert regions.related([]) is None


def test_a_mapping_that_is_gone_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ResourceDamagedError):
        load_code_regions(tmp_path_factory.mktemp("resources"))


def _due(desk: Desk, book: RuleBook) -> list[str]:
    return [item.code for item in home.read_board(desk, book.cards).attention if item.code == "report_due"]
