from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.icd10.retired import RetiredCodeError
from therapist_desk.domain.icd10.table import UnknownCodeError
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.services import cases
from therapist_desk.services.care.ordered_codes import keep_order, open_case_by_order
from therapist_desk.services.care.orders import case_orders
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk

RESOURCES = Path(__file__).parents[3] / "resources"
ORDERED = date(2026, 11, 16)


@pytest.fixture
def shelf(tmp_path: Path) -> CodeShelf:
    return CodeShelf(RESOURCES, tmp_path)


@pytest.fixture
def case(desk: Desk, juniper: Client) -> Case:
    return cases.open_case(desk, juniper.id, "Neck")


def order(case: Case, *codes: str) -> Referral:
    return Referral(
        id=ReferralId("order"),
        case_id=case.id,
        physician=Physician(name="Ilse Placeholder", credentials="MD"),
        ordered_on=ORDERED,
        starts_on=ORDERED,
        diagnosis_codes=codes,
    )


def kept(desk: Desk, case: Case) -> cases.CaseFile:
    return next(file for file in cases.case_files(desk, case.client_id) if file.case.id == case.id)


def test_an_order_gives_its_case_the_diagnoses_with_who_gave_them_and_when(
    desk: Desk, shelf: CodeShelf, case: Case
) -> None:
    keep_order(desk, shelf, order(case, "M542", "s13.4xxa", "M54.2"))

    file = kept(desk, case)
    assert file.referral is not None
    assert file.referral.diagnosis_codes == ("M54.2", "S13.4XXA")
    given = {(it.given_by, it.given_on) for it in file.case.diagnoses}
    assert [it.code for it in file.case.diagnoses] == ["M54.2", "S13.4XXA"]
    assert file.case.diagnoses[0].title == "Cervicalgia"
    assert given == {("Ilse Placeholder, MD", ORDERED)}


def test_a_diagnosis_that_is_there_stays_as_it_was_given(desk: Desk, shelf: CodeShelf, case: Case) -> None:
    there = Diagnosis(code="M54.2", title="Cervicalgia", given_by="Another, DO", given_on=date(2026, 10, 1))
    cases.save_case(desk, replace(case, diagnoses=(there,)))

    keep_order(desk, shelf, order(case, "M54.2", "G44.209"))

    first, second = kept(desk, case).case.diagnoses
    assert first == there
    assert second.code == "G44.209"


def test_what_was_taken_off_the_case_does_not_come_back_with_a_change_of_the_order(
    desk: Desk, shelf: CodeShelf, case: Case
) -> None:
    referral = keep_order(desk, shelf, order(case, "M54.2"))
    cases.save_case(desk, replace(kept(desk, case).case, diagnoses=()))

    keep_order(desk, shelf, replace(referral, visits_allowed=12))

    file = kept(desk, case)
    assert file.case.diagnoses == ()
    assert file.referral is not None
    assert file.referral.visits_allowed == 12


@pytest.mark.parametrize(("code", "error"), [("M54.5", RetiredCodeError), ("M99.99Z", UnknownCodeError)])
def test_a_code_that_does_not_hold_is_refused_and_nothing_is_kept(
    desk: Desk, shelf: CodeShelf, case: Case, code: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        keep_order(desk, shelf, order(case, "M54.2", code))

    file = kept(desk, case)
    assert (file.referral, file.case.diagnoses) == (None, ())


def test_a_first_order_brings_its_case_with_its_diagnoses_or_nothing_is_kept(
    desk: Desk, shelf: CodeShelf, case: Case
) -> None:
    opened = replace(case, id=CaseId("by order"), title="Cervicalgia")
    referral = order(opened, "M54.2")
    wrong = replace(referral, physician=replace(referral.physician, npi="1234567890"))

    with pytest.raises(InvalidError) as refused:
        open_case_by_order(desk, shelf, opened, wrong)
    assert [problem.code for problem in refused.value.problems] == ["npi_invalid"]
    assert [file.case.title for file in cases.case_files(desk, case.client_id)] == ["Neck"]

    open_case_by_order(desk, shelf, opened, referral)

    [found] = case_orders(desk, opened.id)
    assert found.referral.id == "order"
    assert [it.code for it in kept(desk, opened).case.diagnoses] == ["M54.2"]
