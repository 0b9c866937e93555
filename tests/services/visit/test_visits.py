from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desks import HandClock
from domain.builders import mark
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Goal, GoalStatus
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.treatment import PlanTerms
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.domain.visit import Visit, VisitStatus
from therapist_desk.services import cases, home
from therapist_desk.services.care.ordered_codes import keep_order
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.visit import marking, timing, visits
from therapist_desk.services.visit.planning import plan_offer

TODAY = date(2026, 11, 23)


def order(case: Case, *, allowed: int = 6, used: int = 2, expires: date = date(2026, 12, 30)) -> Referral:
    return Referral(
        id=ReferralId(new_id()),
        case_id=case.id,
        physician=Physician(name="Ilse Placeholder", credentials="MD"),
        ordered_on=TODAY,
        starts_on=TODAY,
        expires_on=expires,
        visits_allowed=allowed,
        visits_used_before=used,
    )


def test_visits_count_within_their_case_and_their_order(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    visits.start_visit(desk, case.id)
    keep_order(desk, CodeShelf(), order(case))
    second = visits.start_visit(desk, case.id)

    opened = visits.open_visit(desk, second.id)

    assert opened.visit.number == 2
    assert opened.case_file.use is not None
    assert (opened.case_file.use.number, opened.case_file.use.allowed) == (3, 6)


def test_the_visit_before_is_at_hand(desk: Desk, visit: Visit) -> None:
    marking.put_mark(desk, visit.id, mark(before=7))
    following = visits.start_visit(desk, visit.case_id)

    last = visits.open_visit(desk, following.id).last

    assert last is not None
    assert last.marks[0].before == 7


def test_a_visit_lasts_as_long_as_the_plan_says(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Carpal tunnel syndrome")
    assert visits.start_visit(desk, case.id).planned_minutes == 60

    cases.save_case(desk, replace(case, terms=PlanTerms(session_minutes=45)))

    assert visits.start_visit(desk, case.id).planned_minutes == 45
    assert visits.start_visit(desk, case.id, 90).planned_minutes == 90
    assert plan_offer(desk, juniper.id).minutes == 45


def test_a_planned_visit_starts_once(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, clock.now().shifted(3600), 45)
    assert home.read_board(desk).planned[0].planned_minutes == 45

    started = visits.start_planned(desk, planned.id)

    assert started.status is VisitStatus.DRAFT
    assert visits.start_planned(desk, planned.id) == started


def test_today_has_one_visit_of_a_case_however_often_it_is_started(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    planned = visits.plan_visit(desk, case.id, clock.now().shifted(3600))

    first, second = visits.start_today(desk, case.id), visits.start_today(desk, case.id)

    assert (first.id, second.id) == (planned.id, planned.id)
    assert first.status is VisitStatus.DRAFT


def test_marks_keep_their_order_through_change_removal_and_return(desk: Desk, visit: Visit) -> None:
    first, second, third = mark(before=1), mark(before=2), mark(before=3)
    for each in (first, second, third):
        marking.put_mark(desk, visit.id, each)

    marking.put_mark(desk, visit.id, first)
    marking.remove_mark(desk, visit.id, second.id)
    marking.put_mark(desk, visit.id, second, position=1)

    with desk.store.reading() as charts:
        kept = charts.visits.get(visit.id).marks
    assert [each.before for each in kept] == [1, 2, 3]


def test_home_tells_apart_what_runs_and_what_waits(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id)
    board = home.read_board(desk)
    assert [running.id for running in board.in_session] == [visit.id]
    assert board.unsigned == ()

    clock.wait(30)
    timing.stop(desk, visit.id)

    board = home.read_board(desk)
    assert board.in_session == ()
    assert [waiting.id for waiting in board.unsigned] == [visit.id]
    assert board.recent[0][0].id == visit.client_id


def test_an_order_that_ends_soon_or_is_nearly_used_needs_attention(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    keep_order(desk, CodeShelf(), order(case, expires=TODAY + timedelta(days=14)))
    assert [item.code for item in home.read_board(desk).attention] == ["referral_expires"]

    other = cases.open_case(desk, juniper.id, "Low back pain")
    keep_order(desk, CodeShelf(), order(other, allowed=10, used=8))

    assert {item.code for item in home.read_board(desk).attention} == {"referral_expires", "referral_nearly_used"}


def test_home_says_of_an_order_what_its_card_says(desk: Desk, juniper: Client, clock: HandClock) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    keep_order(desk, CodeShelf(), order(case, allowed=3, used=2))
    visits.start_visit(desk, case.id)
    [item] = home.read_board(desk).attention
    assert (item.code, item.used) == ("referral_used_up", 3)

    clock.wait(40 * 24 * 3600)

    [item] = home.read_board(desk).attention
    assert item.code == "referral_expired"


def test_a_goal_whose_day_has_passed_needs_attention_until_it_is_met(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    goal = Goal(text="Sleep through the night", due=TODAY - timedelta(days=1))
    later = Goal(text="Drive an hour", due=TODAY)
    case = cases.save_case(desk, replace(case, goals=(goal, later)))
    assert [(item.code, item.goal) for item in home.read_board(desk).attention] == [("goal_due", goal)]

    cases.save_case(desk, replace(case, goals=(replace(goal, status=GoalStatus.MET), later)))

    assert home.read_board(desk).attention == ()
