"""Orders kept with the diagnoses they name: a physician's order is where a case's diagnoses come from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from therapist_desk.domain.care.case import Case, Diagnosis, case_problems
from therapist_desk.domain.care.referral import Referral, referral_problems
from therapist_desk.domain.errors import InvalidError
from therapist_desk.services.codes.diagnosis_codes import CheckedCode
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk


def keep_order(desk: Desk, shelf: CodeShelf, referral: Referral) -> Referral:
    """Keep a new or changed order, and give its case the diagnoses that it names for the first time.

    A code that the order had before is left alone: it may have been taken off the case with good reason.

    Raises:
        InvalidError: the order cannot be taken; each problem names its field.
        ExpectedError: a new code cannot be used on the day the order starts, as `DiagnosisCodes.lookup` says.
    """
    _refuse_unless_fine(desk, referral)
    with desk.store.reading() as charts:
        before = next((it for it in charts.cases.referrals_of(referral.case_id) if it.id == referral.id), None)
    checked = _check(shelf, referral, before.diagnosis_codes if before else ())
    referral = _spelled(referral, checked)
    with desk.store.writing() as charts:
        charts.cases.put_referral(referral)
        case = charts.cases.get(referral.case_id)
        diagnosed = _diagnosed(case, referral, checked)
        if diagnosed != case:
            charts.cases.save(diagnosed)
    return referral


def open_case_by_order(desk: Desk, shelf: CodeShelf, case: Case, referral: Referral) -> Case:
    """Open a case with its first order and the diagnoses that it names: all come together or not at all.

    Raises:
        InvalidError: the case or the order cannot be taken; each problem names its field.
        ExpectedError: a code cannot be used on the day the order starts, as `DiagnosisCodes.lookup` says.
    """
    _refuse_unless_fine(desk, referral, case)
    checked = _check(shelf, referral, ())
    referral = replace(_spelled(referral, checked), case_id=case.id)
    with desk.store.writing() as charts:
        kept = charts.cases.add(_diagnosed(case, referral, checked))
        charts.cases.put_referral(referral)
    return kept


def _refuse_unless_fine(desk: Desk, referral: Referral, case: Case | None = None) -> None:
    problems = (*(case_problems(case, desk.today()) if case else ()), *referral_problems(referral))
    if problems:
        raise InvalidError(problems)


def _check(shelf: CodeShelf, referral: Referral, known: Collection[str]) -> dict[str, CheckedCode]:
    """Look up the new codes of an order, by the way they were typed."""
    new = [code for code in referral.diagnosis_codes if code not in known]
    codes = shelf.codes() if new else None
    return {code: codes.lookup(code, referral.starts_on) for code in new} if codes else {}


def _spelled(referral: Referral, checked: dict[str, CheckedCode]) -> Referral:
    """Write the codes as the table does: M542 is M54.2."""
    codes = (checked[code].code if code in checked else code for code in referral.diagnosis_codes)
    return replace(referral, diagnosis_codes=tuple(dict.fromkeys(codes)))


def _diagnosed(case: Case, referral: Referral, checked: dict[str, CheckedCode]) -> Case:
    there = {diagnosis.code for diagnosis in case.diagnoses}
    new: Iterable[CheckedCode] = {found.code: found for found in checked.values() if found.code not in there}.values()
    given_by = referral.physician.signature_name
    added = (Diagnosis(code=it.code, title=it.title, given_by=given_by, given_on=referral.ordered_on) for it in new)
    return replace(case, diagnoses=(*case.diagnoses, *added))
