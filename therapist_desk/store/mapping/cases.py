"""Cases and referrals."""

from __future__ import annotations

from therapist_desk.domain.care.case import Case, Coverage, Diagnosis
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.ids import CaseId, ClientId, PayerId, ReferralId
from therapist_desk.store.mapping.care_plans import (
    check_of,
    check_row,
    goal_of,
    goal_row,
    plan_line_of,
    plan_line_row,
    terms_of,
)
from therapist_desk.store.mapping.people import physician_of
from therapist_desk.store.rows.cases import (
    CaseRow,
    CoverageRow,
    DiagnosisRow,
    ReferralDiagnosisRow,
    ReferralRow,
)


def case_of(row: CaseRow) -> Case:
    """Read a case."""
    return Case(
        id=CaseId(row.id),
        client_id=ClientId(row.client_id),
        title=row.title,
        complaint=row.complaint,
        onset=row.onset,
        mechanism=row.mechanism,
        aggravating=row.aggravating,
        easing=row.easing,
        prior_care=row.prior_care,
        diagnoses=tuple(_diagnosis_of(diagnosis) for diagnosis in row.diagnoses),
        goals=tuple(goal_of(goal) for goal in row.goals),
        plan=row.plan,
        home_care=row.home_care,
        coverage=None if row.coverage is None else _coverage_of(row.coverage),
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        discharge_reason=row.discharge_reason,
        version=row.version,
        plan_lines=tuple(plan_line_of(line) for line in row.plan_lines),
        terms=terms_of(row),
        checks=tuple(check_of(check) for check in row.checks),
        discharged=row.discharged,
        discharge_summary=row.discharge_summary,
        reported_on=row.reported_on,
    )


def case_row(case: Case) -> CaseRow:
    """Write a new case."""
    row = CaseRow(
        id=case.id,
        client_id=case.client_id,
        title=case.title,
        complaint=case.complaint,
        onset=case.onset,
        mechanism=case.mechanism,
        aggravating=case.aggravating,
        easing=case.easing,
        prior_care=case.prior_care,
        plan=case.plan,
        home_care=case.home_care,
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        discharge_reason=case.discharge_reason,
        discharged=case.discharged,
        discharge_summary=case.discharge_summary,
        reported_on=case.reported_on,
        frequency=case.terms.frequency,
        session_minutes=case.terms.session_minutes,
        planned_visits=case.terms.visits,
        review_at=case.terms.review_at,
    )
    _fill_parts(row, case)
    return row


def fill_case(row: CaseRow, case: Case) -> None:
    """Write a changed case into its row; it stays with its client."""
    row.title = case.title
    row.complaint = case.complaint
    row.onset = case.onset
    row.mechanism = case.mechanism
    row.aggravating = case.aggravating
    row.easing = case.easing
    row.prior_care = case.prior_care
    row.plan = case.plan
    row.home_care = case.home_care
    row.opened_on = case.opened_on
    row.closed_on = case.closed_on
    row.discharge_reason = case.discharge_reason
    row.discharged = case.discharged
    row.discharge_summary = case.discharge_summary
    row.reported_on = case.reported_on
    row.frequency = case.terms.frequency
    row.session_minutes = case.terms.session_minutes
    row.planned_visits = case.terms.visits
    row.review_at = case.terms.review_at
    _fill_parts(row, case)


def referral_of(row: ReferralRow) -> Referral:
    """Read a referral with its physician."""
    return Referral(
        id=ReferralId(row.id),
        case_id=CaseId(row.case_id),
        physician=physician_of(row.physician),
        ordered_on=row.ordered_on,
        starts_on=row.starts_on,
        expires_on=row.expires_on,
        visits_allowed=row.visits_allowed,
        visits_per_week=row.visits_per_week,
        authorization=row.authorization,
        diagnosis_codes=tuple(diagnosis.code for diagnosis in row.diagnoses),
        visits_used_before=row.visits_used_before,
    )


def referral_row(referral: Referral, physician_id: str) -> ReferralRow:
    """Write a referral."""
    return ReferralRow(
        id=referral.id,
        case_id=referral.case_id,
        physician_id=physician_id,
        ordered_on=referral.ordered_on,
        starts_on=referral.starts_on,
        expires_on=referral.expires_on,
        visits_allowed=referral.visits_allowed,
        visits_per_week=referral.visits_per_week,
        authorization=referral.authorization,
        visits_used_before=referral.visits_used_before,
        diagnoses=[
            ReferralDiagnosisRow(position=position, code=code)
            for position, code in enumerate(referral.diagnosis_codes)
        ],
    )


def _fill_parts(row: CaseRow, case: Case) -> None:
    row.diagnoses = [_diagnosis_row(position, diagnosis) for position, diagnosis in enumerate(case.diagnoses)]
    row.goals = [goal_row(position, goal) for position, goal in enumerate(case.goals)]
    row.plan_lines = [plan_line_row(position, line) for position, line in enumerate(case.plan_lines)]
    row.checks = [check_row(position, check) for position, check in enumerate(case.checks)]
    row.coverage = None if case.coverage is None else _coverage_row(case.coverage)


def _diagnosis_of(row: DiagnosisRow) -> Diagnosis:
    return Diagnosis(code=row.code, title=row.title, given_by=row.given_by, given_on=row.given_on)


def _diagnosis_row(position: int, diagnosis: Diagnosis) -> DiagnosisRow:
    return DiagnosisRow(
        position=position,
        code=diagnosis.code,
        title=diagnosis.title,
        given_by=diagnosis.given_by,
        given_on=diagnosis.given_on,
    )


def _coverage_of(row: CoverageRow) -> Coverage:
    return Coverage(
        payer_id=PayerId(row.payer_id),
        insured_id=row.insured_id,
        claim_number=row.claim_number,
        group_number=row.group_number,
        date_of_injury=row.date_of_injury,
    )


def _coverage_row(coverage: Coverage) -> CoverageRow:
    return CoverageRow(
        payer_id=coverage.payer_id,
        insured_id=coverage.insured_id,
        claim_number=coverage.claim_number,
        group_number=coverage.group_number,
        date_of_injury=coverage.date_of_injury,
    )
