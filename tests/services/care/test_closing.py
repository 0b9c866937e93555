from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desks import PASSPHRASE, HandClock
from domain.builders import mark
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.visit import Visit, VisitBegunError, VisitStatus
from therapist_desk.services import cases, home, signing
from therapist_desk.services.care.closing import UnsignedVisitsError, close_case, reopen_case
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, timing, visits

WEEK = 7 * 24 * 3600


def done(desk: Desk, **details: Any) -> Discharge:
    values: dict[str, Any] = {"reason": DischargeReason.GOALS_MET, "on": desk.today()}
    return Discharge(**values | details)


def actions(desk: Desk) -> list[AuditAction]:
    with desk.store.reading() as charts:
        return [event.action for event in reversed(charts.audit.recent())]


def test_a_planned_visit_can_be_removed_and_those_after_it_move_up(
    desk: Desk, visit: Visit, clock: HandClock
) -> None:
    second, third, fourth = (
        visits.plan_visit(desk, visit.case_id, clock.now().shifted(weeks * WEEK)) for weeks in (1, 2, 3)
    )

    visits.remove_visit(desk, third.id)

    kept = {summary.id: summary.number for summary in visits.client_visits(desk, visit.client_id)}
    assert kept == {visit.id: 1, second.id: 2, fourth.id: 3}
    assert actions(desk)[-1] is AuditAction.VISIT_REMOVED


def test_a_visit_begun_by_mistake_can_be_removed_while_nothing_is_in_it(desk: Desk, visit: Visit) -> None:
    visits.remove_visit(desk, visit.id)

    assert visits.client_visits(desk, visit.client_id) == ()


def test_numbers_of_visits_that_took_place_never_change(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, clock.now().shifted(WEEK))
    begun = visits.start_visit(desk, visit.case_id)
    assert begun.number == 2

    visits.remove_visit(desk, planned.id)

    assert visits.open_visit(desk, begun.id).visit.number == 2


def test_a_visit_in_which_something_happened_stays(desk: Desk, visit: Visit) -> None:
    timing.start(desk, visit.id)
    with pytest.raises(VisitBegunError):
        visits.remove_visit(desk, visit.id)

    other = visits.start_visit(desk, visit.case_id)
    marking.put_mark(desk, other.id, mark())
    with pytest.raises(VisitBegunError):
        visits.remove_visit(desk, other.id)


def test_a_signed_visit_stays(desk: Desk, visit: Visit) -> None:
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="nothing was done")

    with pytest.raises(VisitBegunError):
        visits.remove_visit(desk, visit.id)


def test_a_planned_visit_can_be_moved_to_another_day(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, clock.now().shifted(WEEK), 60)

    moved = visits.replan_visit(desk, planned.id, clock.now().shifted(3600), 45)

    assert (moved.service_date, moved.planned_minutes) == (desk.today(), 45)
    assert [row.id for row in home.read_board(desk).planned] == [planned.id]


def test_a_visit_that_has_begun_cannot_be_moved(desk: Desk, visit: Visit, clock: HandClock) -> None:
    with pytest.raises(VisitBegunError):
        visits.replan_visit(desk, visit.id, clock.now(), 45)


def test_a_case_is_closed_with_its_reason_and_its_planned_visits_go(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    for weeks in (1, 2):
        visits.plan_visit(desk, case.id, clock.now().shifted(weeks * WEEK))

    close_case(desk, case.id, done(desk))

    [file] = cases.case_files(desk, juniper.id)
    assert (file.case.closed_on, file.case.discharge_reason) == (desk.today(), "Goals met")
    assert visits.client_visits(desk, juniper.id) == ()
    assert actions(desk)[-3:] == [AuditAction.VISIT_REMOVED, AuditAction.VISIT_REMOVED, AuditAction.CASE_CLOSED]


def test_a_case_with_an_unsigned_visit_stays_open(desk: Desk, visit: Visit) -> None:
    with pytest.raises(UnsignedVisitsError):
        close_case(desk, visit.case_id, done(desk))

    assert cases.case_files(desk, visit.client_id)[0].case.closed_on is None


def test_a_closed_case_takes_no_visit(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    close_case(desk, case.id, done(desk))

    with pytest.raises(visits.CaseClosedError):
        visits.start_visit(desk, case.id)


def test_a_closed_case_can_be_opened_again(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    close_case(desk, case.id, done(desk))

    reopened = reopen_case(desk, case.id)

    assert (reopened.closed_on, reopened.discharge_reason) == (None, "")
    assert actions(desk)[-1] is AuditAction.CASE_REOPENED
    assert visits.start_visit(desk, case.id).status is VisitStatus.DRAFT


def test_a_list_shows_the_minutes_of_treatment_once_the_timer_stands(
    desk: Desk, visit: Visit, clock: HandClock
) -> None:
    def listed() -> int | None:
        return visits.client_visits(desk, visit.client_id)[0].hands_on_minutes

    assert listed() is None
    timing.start(desk, visit.id)
    clock.wait(5)
    timing.switch(desk, visit.id, Technique("deep", "Deep tissue massage"))
    clock.wait(40)
    assert listed() is None

    timing.stop(desk, visit.id)

    assert listed() == 40


def test_a_discharge_says_why_and_when_and_where_the_client_stands(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    early = desk.today() - timedelta(days=1)
    for wrong, problem in (
        (done(desk, on=early), ("on", "before_case")),
        (done(desk, on=desk.today() + timedelta(days=1)), ("on", "date_in_future")),
        (done(desk, reason=DischargeReason.OTHER), ("words", "required")),
    ):
        with pytest.raises(InvalidError) as refused:
            close_case(desk, case.id, wrong)
        assert [(each.field, each.code) for each in refused.value.problems] == [problem]

    closed = close_case(
        desk, case.id, done(desk, reason=DischargeReason.PLATEAU, words="pain 4/10", summary="Goes on at home.")
    )

    assert (closed.discharged, closed.discharge_reason) == (
        DischargeReason.PLATEAU,
        "No further progress: pain 4/10",
    )
    assert closed.discharge_summary == "Goes on at home."
    reopened = reopen_case(desk, case.id)
    assert (reopened.closed_on, reopened.discharged, reopened.discharge_summary) == (None, None, "")
