"""A case: what is treated and on whose order, what is wanted, and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.care.goal import Goal, GoalStatus
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.treatment import PlanLine, PlanTerms
from therapist_desk.services.exporting.fhir.parts import (
    ICD10,
    TERMS,
    Part,
    Resource,
    coded,
    moment,
    period,
    quantity,
    reference,
    remarks,
    resource,
    words,
)
from therapist_desk.services.exporting.fhir.people import PRACTICE, physician_key

_LIFECYCLE: Final[Mapping[GoalStatus, str]] = MappingProxyType(
    {GoalStatus.OPEN: "active", GoalStatus.MET: "completed", GoalStatus.DROPPED: "cancelled"}
)


def case_resources(case: Case, referrals: Sequence[Referral], papers: Iterable[Attachment]) -> Iterable[Resource]:
    """Give everything of a case but its visits."""
    yield complaint(case)
    for place, diagnosis in enumerate(case.diagnoses):
        yield condition(case, place, diagnosis)
    by_order: dict[str, list[Attachment]] = {}
    for paper in papers:
        by_order.setdefault(paper.referral_id or "", []).append(paper)
    for referral in referrals:
        yield service_request(case, referral, by_order.get(referral.id, ()))
    for place, goal in enumerate(case.goals):
        yield goal_resource(case, place, goal)
    yield care_plan(case)
    yield episode(case, referrals)


def complaint(case: Case) -> Resource:
    """Give what the client came with, in words: nobody has diagnosed it."""
    told = (
        ("Mechanism", case.mechanism.value),
        ("Worse with", case.aggravating),
        ("Better with", case.easing),
        ("Care before", case.prior_care),
    )
    return resource(
        "Condition",
        case.id,
        clinicalStatus=_standing(case),
        category=[coded(f"{TERMS}/condition-category", "problem-list-item", "Problem List Item")],
        code=words(case.title),
        subject=reference("Patient", case.client_id),
        onsetDateTime=moment(case.onset),
        abatementDateTime=moment(case.closed_on) if case.closed_on else "",
        recordedDate=moment(case.opened_on),
        note=remarks(case.complaint, *(f"{name}: {text}" for name, text in told if text)),
    )


def condition(case: Case, place: int, diagnosis: Diagnosis) -> Resource:
    """Give a diagnosis with whoever gave it: massage therapists do not diagnose."""
    return resource(
        "Condition",
        f"{case.id}/{place}",
        clinicalStatus=_standing(case),
        category=[coded(f"{TERMS}/condition-category", "encounter-diagnosis", "Encounter Diagnosis")],
        code=coded(ICD10, diagnosis.code, diagnosis.title, diagnosis.title),
        subject=reference("Patient", case.client_id),
        recordedDate=moment(diagnosis.given_on),
        abatementDateTime=moment(case.closed_on) if case.closed_on else "",
        asserter={"display": diagnosis.given_by},
    )


def service_request(case: Case, referral: Referral, papers: Iterable[Attachment] = ()) -> Resource:
    """Give a physician's order."""
    used = referral.visits_used_before
    week = referral.visits_per_week
    notes = (
        f"Visits used before this record: {used}" if used else "",
        f"At most {week} a week" if week else "",
    )
    amount = {} if referral.visits_allowed is None else {"value": referral.visits_allowed, "unit": "visits"}
    return resource(
        "ServiceRequest",
        referral.id,
        identifier=[{"type": words("authorization"), "value": referral.authorization}]
        if referral.authorization
        else [],
        status="completed" if case.closed_on else "active",
        intent="order",
        code=words("Massage therapy"),
        quantityQuantity=amount,
        subject=reference("Patient", case.client_id),
        occurrencePeriod=period(referral.starts_on, referral.expires_on),
        authoredOn=moment(referral.ordered_on),
        requester=reference("Practitioner", physician_key(referral.physician), referral.physician.signature_name),
        performer=[reference("Organization", PRACTICE)],
        reasonCode=[coded(ICD10, code) for code in referral.diagnosis_codes],
        supportingInfo=[reference("DocumentReference", paper.id) for paper in papers],
        note=remarks(*notes),
    )


def goal_resource(case: Case, place: int, goal: Goal) -> Resource:
    """Give a goal with its number and its day."""
    target: Part = {}
    if goal.aim is not None:
        sign = {"at least": ">=", "at most": "<="}[goal.aim.direction.value]
        wanted = quantity(goal.aim.wanted, goal.aim.unit) | {"comparator": sign}
        target = {"measure": words(goal.measure or goal.aim.name or goal.aim.kind.value), "detailQuantity": wanted}
    elif goal.measure and goal.target:
        target = {"measure": words(goal.measure), "detailString": goal.target}
    judged = goal.status.value if goal.status is not GoalStatus.OPEN else (goal.judged.value if goal.judged else "")
    baseline = f"At first: {goal.baseline}" if goal.baseline else ""
    return resource(
        "Goal",
        f"{case.id}/{place}",
        lifecycleStatus=_LIFECYCLE[goal.status],
        achievementStatus=words(judged),
        description=words(goal.text),
        subject=reference("Patient", case.client_id),
        startDate=moment(goal.aim.first_on if goal.aim else None),
        target=[target | ({"dueDate": goal.due.isoformat()} if goal.due else {})],
        statusDate=moment(goal.met_on),
        addresses=[reference("Condition", case.id)],
        note=remarks(baseline),
    )


def care_plan(case: Case) -> Resource:
    """Give the plan: what is done, how often and to what end, and the home care."""
    terms = _terms(case.terms)
    home = f"Home care: {case.home_care}" if case.home_care else ""
    return resource(
        "CarePlan",
        case.id,
        status="completed" if case.closed_on else "active",
        intent="plan",
        title=case.title,
        description="\n".join(text for text in (case.plan, terms) if text),
        subject=reference("Patient", case.client_id),
        period=period(case.opened_on, case.closed_on),
        addresses=[reference("Condition", case.id)],
        goal=[reference("Goal", f"{case.id}/{place}") for place, _ in enumerate(case.goals)],
        activity=[{"detail": _activity(line, closed=case.closed_on is not None)} for line in case.plan_lines],
        note=remarks(home, *(f"Measured at visits: {check.name}" for check in case.checks)),
    )


def episode(case: Case, referrals: Iterable[Referral]) -> Resource:
    """Give the case as a stretch of care."""
    return resource(
        "EpisodeOfCare",
        case.id,
        status="finished" if case.closed_on else "active",
        diagnosis=[
            {"condition": reference("Condition", key)}
            for key in (case.id, *(f"{case.id}/{place}" for place, _ in enumerate(case.diagnoses)))
        ],
        patient=reference("Patient", case.client_id),
        managingOrganization=reference("Organization", PRACTICE),
        period=period(case.opened_on, case.closed_on),
        referralRequest=[reference("ServiceRequest", referral.id) for referral in referrals],
    )


def _activity(line: PlanLine, *, closed: bool) -> Part:
    least, most = line.least_minutes, line.most_minutes
    minutes = f"{least} to {most} min" if least and most and least != most else f"{most or least} min"
    parts = (line.where, minutes if most or least else "", line.how_often, line.purpose)
    return {
        "code": words(line.treatment),
        "status": "completed" if closed else "in-progress",
        "description": "; ".join(part for part in parts if part),
    }


def _terms(terms: PlanTerms) -> str:
    parts = (
        terms.frequency,
        f"{terms.session_minutes} min a session" if terms.session_minutes else "",
        f"{terms.visits} visits" if terms.visits else "",
        f"reviewed at visit {terms.review_at}" if terms.review_at else "",
    )
    return "; ".join(part for part in parts if part)


def _standing(case: Case) -> Part:
    return coded(f"{TERMS}/condition-clinical", "resolved" if case.closed_on else "active")
