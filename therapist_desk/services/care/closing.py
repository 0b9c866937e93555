"""Closing a case when care ends, and opening it again."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.discharge import Discharge, discharge_problems, reason_in_words
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import CaseId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.visits import remove_planned


class UnsignedVisitsError(ExpectedError):
    """A case to be closed whose visits are not all signed."""

    code = "unsigned_visits"
    sentence = "A visit of this case is not signed yet. Sign or remove it, then close the case."


def close_case(desk: Desk, case_id: CaseId, discharge: Discharge) -> Case:
    """End the care for a case; visits still planned are removed.

    Raises:
        InvalidError: the discharge cannot be taken; each problem names its field.
        UnsignedVisitsError: a visit is begun and not signed.
        NotFoundError: there is no such case.
    """
    with desk.store.writing() as charts:
        case = charts.cases.get(case_id)
        if any(visit.status is VisitStatus.DRAFT for visit in charts.visits.of_case(case_id)):
            raise UnsignedVisitsError
        problems = discharge_problems(discharge, case.opened_on, desk.today())
        if problems:
            raise InvalidError(problems)
        removed = remove_planned(desk, charts, case_id)
        closed = charts.cases.save(
            replace(
                case,
                closed_on=discharge.on,
                discharged=discharge.reason,
                discharge_reason=reason_in_words(discharge),
                discharge_summary=discharge.summary,
            )
        )
        desk.audit(charts, AuditAction.CASE_CLOSED, case_id, f"planned visits removed: {removed}")
    return closed


def reopen_case(desk: Desk, case_id: CaseId) -> Case:
    """Take up the care for a closed case again; one that is open is given as it is.

    Raises:
        NotFoundError: there is no such case.
    """
    with desk.store.writing() as charts:
        case = charts.cases.get(case_id)
        if case.closed_on is None:
            return case
        reopened = charts.cases.save(
            replace(case, closed_on=None, discharged=None, discharge_reason="", discharge_summary="")
        )
        desk.audit(charts, AuditAction.CASE_REOPENED, case_id)
    return reopened
