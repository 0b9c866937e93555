"""The day of a visit: charting afterwards what took place on an earlier day, and setting a day right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.domain.visit import SignedError, Visit, VisitStatus
from therapist_desk.services.cases import referral_on
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.visits import carry_forward, new_visit, number_by_day
from therapist_desk.store.charts import Charts


class DayToComeError(ExpectedError):
    """A visit that took place on a day still to come."""

    code = "day_to_come"
    sentence = "This day is still to come. Enter the day on which the visit took place."


class DayBeforeBirthError(ExpectedError):
    """A visit on a day before its client was born."""

    code = "day_before_birth"
    sentence = "The client was not born yet on this day. Check the year."


def start_on(desk: Desk, case_id: CaseId, began: Instant, minutes: int = 60) -> Visit:
    """Begin to chart a visit that took place on an earlier day; `began` is when, and its times are entered by hand.

    A visit planned for that day and never begun is the one meant.

    Raises:
        DayToComeError: the day is still to come.
        DayBeforeBirthError: the client was not born yet.
        CaseClosedError: care for the case has ended.
    """
    with desk.store.writing() as charts:
        _check_day(desk, charts, charts.cases.get(case_id).client_id, began.day)
        day = began.day
        planned = next((each for each in charts.visits.history(case_id) if _waits(each, day)), None)
        if planned is not None:
            visit = charts.visits.save_head(
                replace(
                    planned,
                    status=VisitStatus.DRAFT,
                    planned_for=began,
                    planned_minutes=minutes,
                    therapist_id=desk.therapist_id,
                )
            )
        else:
            visit = replace(new_visit(desk, charts, case_id, day, minutes), planned_for=began)
            charts.visits.add(visit)
        number_by_day(charts, case_id)
        carried = carry_forward(charts, charts.visits.get(visit.id))
        charts.visits.put_note(visit.id, carried.note)
        desk.audit(charts, AuditAction.VISIT_STARTED, visit.id, f"for {day}")
        return charts.visits.get(visit.id)


def move_to_day(desk: Desk, visit_id: VisitId, day: date) -> Visit:
    """Say that a visit under way took place on another day. The order in force there is the one it counts on.

    Times that are there stay as they are.

    Raises:
        DayToComeError: the day is still to come.
        DayBeforeBirthError: the client was not born yet.
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        visit = charts.visits.get(visit_id)
        if visit.signed:
            raise SignedError
        if visit.service_date == day:
            return visit
        _check_day(desk, charts, visit.client_id, day)
        referral = referral_on(charts, visit.case_id, day)
        charts.visits.save_head(replace(visit, service_date=day, referral_id=referral.id if referral else None))
        number_by_day(charts, visit.case_id)
        desk.audit(charts, AuditAction.VISIT_MOVED, visit_id, f"{visit.service_date} to {day}")
        return charts.visits.get(visit_id)


def _waits(visit: Visit, day: date) -> bool:
    return visit.status is VisitStatus.PLANNED and visit.service_date == day


def _check_day(desk: Desk, charts: Charts, client_id: ClientId, day: date) -> None:
    if day > desk.today():
        raise DayToComeError
    if day < charts.clients.get(client_id).details.date_of_birth:
        raise DayBeforeBirthError
