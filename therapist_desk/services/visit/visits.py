"""Visits: plan, start, remove, open, list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.domain.sentences.carried import carried_forward
from therapist_desk.domain.visit import Visit, VisitBegunError, VisitStatus, VisitSummary
from therapist_desk.services.cases import referral_on
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.visit.file import VisitFile, begun_before, visit_file
from therapist_desk.services.visit.planning import USUAL_MINUTES
from therapist_desk.store.charts import Charts


class CaseClosedError(ExpectedError):
    """A visit for a case whose care has ended."""

    code = "case_closed"
    sentence = "This case is closed. Open it again, or open another one."


def plan_visit(desk: Desk, case_id: CaseId, planned_for: Instant, minutes: int = 60) -> Visit:
    """Put a visit into the calendar.

    Raises:
        CaseClosedError: care for the case has ended.
    """
    with desk.store.writing() as charts:
        visit = new_visit(desk, charts, case_id, planned_for.day, minutes)
        planned = replace(visit, status=VisitStatus.PLANNED, planned_for=planned_for)
        charts.visits.add(planned)
        number_by_day(charts, case_id)
        return charts.visits.get(planned.id)


def start_visit(desk: Desk, case_id: CaseId, minutes: int | None = None) -> Visit:
    """Begin a visit today; the timer waits for its own start. Unless told it lasts as long as the plan says.

    Raises:
        CaseClosedError: care for the case has ended.
    """
    with desk.store.writing() as charts:
        visit = carry_forward(charts, new_visit(desk, charts, case_id, desk.today(), minutes))
        charts.visits.add(visit)
        number_by_day(charts, case_id)
        desk.audit(charts, AuditAction.VISIT_STARTED, visit.id)
        return charts.visits.get(visit.id)


def start_today(desk: Desk, case_id: CaseId) -> Visit:
    """Give today's visit of a case: the one under way, else the planned one begun, else a new one.

    Raises:
        CaseClosedError: care for the case has ended.
    """
    with desk.store.reading() as charts:
        today = [visit for visit in charts.visits.of_case(case_id) if visit.service_date == desk.today()]
    for status in (VisitStatus.DRAFT, VisitStatus.PLANNED):
        found = next((visit for visit in today if visit.status is status), None)
        if found is not None:
            return start_planned(desk, found.id)
    return start_visit(desk, case_id)


def start_planned(desk: Desk, visit_id: VisitId) -> Visit:
    """Begin a planned visit today; one already begun is given as it is."""
    with desk.store.writing() as charts:
        visit = charts.visits.get(visit_id)
        if visit.status is not VisitStatus.PLANNED:
            return visit
        referral = referral_on(charts, visit.case_id, desk.today())
        started = charts.visits.save_head(
            replace(
                visit,
                status=VisitStatus.DRAFT,
                service_date=desk.today(),
                therapist_id=desk.therapist_id,
                referral_id=referral.id if referral else None,
            )
        )
        carried = carry_forward(charts, started)
        if carried.note != started.note:
            charts.visits.put_note(visit_id, carried.note)
        number_by_day(charts, visit.case_id)
        desk.audit(charts, AuditAction.VISIT_STARTED, visit_id)
        return charts.visits.get(visit_id)


def replan_visit(desk: Desk, visit_id: VisitId, planned_for: Instant, minutes: int) -> Visit:
    """Move a planned visit to another time.

    Raises:
        VisitBegunError: it is not planned any more.
        NotFoundError: there is none.
    """
    with desk.store.writing() as charts:
        visit = charts.visits.get(visit_id)
        if visit.status is not VisitStatus.PLANNED:
            raise VisitBegunError
        referral = referral_on(charts, visit.case_id, planned_for.day)
        charts.visits.save_head(
            replace(
                visit,
                service_date=planned_for.day,
                planned_for=planned_for,
                planned_minutes=minutes,
                referral_id=referral.id if referral else None,
            )
        )
        number_by_day(charts, visit.case_id)
        return charts.visits.get(visit_id)


def remove_visit(desk: Desk, visit_id: VisitId) -> None:
    """Remove a visit that was only planned, or begun by mistake: nothing may have happened in it.

    Areas that the health history closes were drawn on its map by themselves, and go with it. Planned visits
    after it move up a number, so that the count of the case keeps no hole.

    Raises:
        VisitBegunError: something was timed, marked, measured or written, or it is signed.
        NotFoundError: there is none.
    """
    with desk.store.writing() as charts:
        visit = charts.visits.get(visit_id)
        if visit.signed or not visit.empty or charts.billing.entries_of([visit_id]):
            raise VisitBegunError
        for mark in visit.marks:
            charts.visits.drop_mark(visit.id, mark.id)
        _remove(desk, charts, visit)


def remove_planned(desk: Desk, charts: Charts, case_id: CaseId) -> int:
    """Remove all visits still planned in a case; gives how many they were."""
    planned = [visit for visit in charts.visits.history(case_id) if visit.status is VisitStatus.PLANNED]
    for visit in sorted(planned, key=lambda visit: visit.number, reverse=True):
        _remove(desk, charts, visit)
    return len(planned)


def set_planned_minutes(desk: Desk, visit_id: VisitId, minutes: int) -> Visit:
    """Change how long the session is meant to be.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        return charts.visits.save_head(replace(charts.visits.get(visit_id), planned_minutes=minutes))


def choose_units(desk: Desk, visit_id: VisitId, choice: tuple[str, ...]) -> Visit:
    """Keep which procedure numbers get the units to which several have equal claim; none takes a choice back.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        return charts.visits.save_head(replace(charts.visits.get(visit_id), unit_choice=choice))


def open_visit(desk: Desk, visit_id: VisitId) -> VisitFile:
    """Read a visit with everything its screen shows.

    Raises:
        NotFoundError: there is none.
    """
    with desk.store.reading() as charts:
        return visit_file(charts, visit_id)


def client_visits(desk: Desk, client_id: ClientId) -> tuple[VisitSummary, ...]:
    """List a client's visits, the latest first."""
    with desk.store.reading() as charts:
        return charts.visits.of_client(client_id)


def case_visits(desk: Desk, case_id: CaseId) -> tuple[Visit, ...]:
    """Read all visits of a case with their marks and scores, the earliest first."""
    with desk.store.reading() as charts:
        return charts.visits.history(case_id)


def carry_forward(charts: Charts, visit: Visit) -> Visit:
    """Give a visit that begins with what the last one of the case said; nothing is written."""
    earlier = begun_before(charts, visit)
    return replace(visit, note=carried_forward(visit.note, earlier[-1])) if earlier else visit


def number_by_day(charts: Charts, case_id: CaseId) -> None:
    """Number the visits of a case as their days follow each other. What is signed keeps its number."""
    history = charts.visits.history(case_id)
    settled = max((visit.number for visit in history if visit.signed), default=0)
    for number, visit in enumerate((each for each in history if each.number > settled), start=settled + 1):
        if visit.number != number:
            charts.visits.save_head(replace(visit, number=number))


def _remove(desk: Desk, charts: Charts, visit: Visit) -> None:
    charts.visits.remove(visit.id)
    desk.audit(charts, AuditAction.VISIT_REMOVED, visit.id, f"case {visit.case_id}")
    number_by_day(charts, visit.case_id)


def new_visit(desk: Desk, charts: Charts, case_id: CaseId, day: date, minutes: int | None) -> Visit:
    """Make a visit of a case for a day, numbered after all others; nothing is written.

    Raises:
        CaseClosedError: care for the case has ended.
    """
    case = charts.cases.get(case_id)
    if case.closed_on is not None:
        raise CaseClosedError
    referral = referral_on(charts, case_id, day)
    return Visit(
        id=VisitId(new_id()),
        client_id=case.client_id,
        case_id=case_id,
        therapist_id=desk.therapist_id,
        referral_id=referral.id if referral else None,
        number=charts.visits.next_number(case_id),
        service_date=day,
        planned_minutes=minutes or case.terms.session_minutes or USUAL_MINUTES,
        figure=charts.clients.get(case.client_id).details.figure,
    )
