"""Visits charted afterwards, and days set right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from desks import PASSPHRASE, HandClock
from domain.builders import mark
from services.care.test_closing import actions
from services.visit.test_visits import order
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.visit import SignedError, Visit, VisitStatus
from therapist_desk.services import cases, signing
from therapist_desk.services.care.ordered_codes import keep_order
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, notes, timing, visits
from therapist_desk.services.visit.days import DayBeforeBirthError, DayToComeError, move_to_day, start_on

DAY = 24 * 3600


def days_ago(clock: HandClock, days: int) -> Instant:
    return clock.now().shifted(-days * DAY)


def test_a_visit_of_last_week_is_charted_with_its_day_its_order_and_its_number(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    today = visits.start_visit(desk, case.id)

    charted = start_on(desk, case.id, days_ago(clock, 7), 45)

    assert (charted.status, charted.planned_minutes) == (VisitStatus.DRAFT, 45)
    assert charted.service_date == desk.today() - timedelta(days=7)
    assert charted.referral_id is None
    assert (charted.number, visits.open_visit(desk, today.id).visit.number) == (1, 2)


def test_it_follows_the_visit_before_its_day_and_not_one_after_it(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    first = start_on(desk, case.id, days_ago(clock, 14))
    marking.put_mark(desk, first.id, mark(before=7))
    notes.save_note(desk, first.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, "Worse at the desk."),)))
    latest = visits.start_visit(desk, case.id)

    between = start_on(desk, case.id, days_ago(clock, 7))

    opened = visits.open_visit(desk, between.id)
    assert opened.last is not None
    assert opened.last.id == first.id
    assert [(each.text, each.origin) for each in opened.visit.note.paragraphs] == [
        ("Worse at the desk.", Origin.UNCONFIRMED)
    ]
    last = visits.open_visit(desk, latest.id).last
    assert last is not None
    assert last.id == between.id


def test_a_signed_visit_keeps_its_number_when_an_earlier_day_is_charted_after_it(
    desk: Desk, visit: Visit, clock: HandClock
) -> None:
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="nothing was done")

    late = start_on(desk, visit.case_id, days_ago(clock, 3))

    assert visits.open_visit(desk, visit.id).visit.number == 1
    assert late.number == 2
    assert visits.open_visit(desk, late.id).last is None


def test_no_place_on_an_order_is_given_twice_when_an_earlier_day_is_charted_late(
    desk: Desk, juniper: Client, clock: HandClock
) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    keep_order(desk, CodeShelf(), replace(order(case, used=0), starts_on=desk.today() - timedelta(days=30)))
    signed = visits.start_visit(desk, case.id)
    signing.sign_visit(desk, signed.id, PASSPHRASE, override_reason="nothing was done")

    late = start_on(desk, case.id, days_ago(clock, 3))

    uses = [visits.open_visit(desk, each.id).case_file.use for each in (signed, late)]
    assert [use.number for use in uses if use is not None] == [1, 2]


def test_the_visit_planned_for_that_day_is_the_one_charted(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, days_ago(clock, 2))

    charted = start_on(desk, visit.case_id, days_ago(clock, 2))

    assert charted.id == planned.id
    assert charted.status is VisitStatus.DRAFT


def test_days_that_cannot_be_are_refused(desk: Desk, visit: Visit, clock: HandClock) -> None:
    with pytest.raises(DayToComeError):
        start_on(desk, visit.case_id, days_ago(clock, -1))
    with pytest.raises(DayToComeError):
        move_to_day(desk, visit.id, desk.today() + timedelta(days=1))
    with pytest.raises(DayBeforeBirthError):
        move_to_day(desk, visit.id, date(1926, 11, 23))

    assert visits.open_visit(desk, visit.id).visit.service_date == desk.today()
    assert len(visits.case_visits(desk, visit.case_id)) == 1


def test_a_visit_moved_to_its_day_counts_on_the_order_of_that_day(desk: Desk, juniper: Client) -> None:
    case = cases.open_case(desk, juniper.id, "Tension headache")
    keep_order(desk, CodeShelf(), order(case))
    visit = visits.start_visit(desk, case.id)
    assert visit.referral_id is not None

    moved = move_to_day(desk, visit.id, desk.today() - timedelta(days=5))

    assert moved.referral_id is None
    assert move_to_day(desk, visit.id, desk.today()).referral_id == visit.referral_id
    assert actions(desk)[-2:] == [AuditAction.VISIT_MOVED, AuditAction.VISIT_MOVED]


def test_a_signed_visit_keeps_its_day(desk: Desk, visit: Visit) -> None:
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="nothing was done")

    with pytest.raises(SignedError):
        move_to_day(desk, visit.id, desk.today() - timedelta(days=1))


def test_a_visit_that_is_only_planned_is_not_the_last_one(desk: Desk, visit: Visit, clock: HandClock) -> None:
    marking.put_mark(desk, visit.id, mark(before=7))
    planned = visits.plan_visit(desk, visit.case_id, days_ago(clock, -7))

    following = visits.start_visit(desk, visit.case_id)

    last = visits.open_visit(desk, following.id).last
    assert last is not None
    assert last.id == visit.id
    assert following.number == 2
    assert visits.open_visit(desk, planned.id).visit.number == 3


def test_times_keep_the_offset_of_their_day(desk: Desk, visit: Visit) -> None:
    began = datetime(2026, 7, 1, 16, 0, tzinfo=timezone(timedelta(hours=2)))

    timed = timing.add_by_hand(desk, visit.id, INTAKE, began, began + timedelta(minutes=30))

    [segment] = timed.by_hand
    assert (segment.start.local.hour, segment.start.day) == (16, date(2026, 7, 1))
