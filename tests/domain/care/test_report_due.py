from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.care.report_due import ReportDue, report_due
from therapist_desk.domain.rule_cards.card import ReportCadence, Source

MONDAY = date(2026, 11, 2)
SIX_OR_MONTH = ReportCadence(visits=6, days=30, source=Source(words="sample", noted_on=MONDAY))


def weekly(count: int) -> list[date]:
    return [MONDAY + timedelta(days=3 * place) for place in range(count)]


@pytest.mark.parametrize(("visits", "due"), [(0, False), (1, False), (5, False), (6, True), (7, True)])
def test_a_report_is_due_after_so_many_visits(visits: int, due: bool) -> None:  # noqa: FBT001 - a parameter
    today = MONDAY + timedelta(days=20)

    assert (report_due(SIX_OR_MONTH, weekly(visits), None, today) is not None) is due


def test_or_after_so_many_days_whichever_comes_first() -> None:
    assert report_due(SIX_OR_MONTH, [MONDAY], None, MONDAY + timedelta(days=29)) is None
    assert report_due(SIX_OR_MONTH, [MONDAY], None, MONDAY + timedelta(days=30)) == ReportDue(1, 30, MONDAY)


def test_it_is_late_from_the_next_visit_or_day_on() -> None:
    today = MONDAY + timedelta(days=20)
    by_visits = [report_due(SIX_OR_MONTH, weekly(visits), None, today) for visits in (6, 7)]
    by_days = [report_due(SIX_OR_MONTH, [MONDAY], None, MONDAY + timedelta(days=days)) for days in (30, 31)]

    assert [due and due.late for due in (*by_visits, *by_days)] == [False, True, False, True]


def test_one_that_was_made_begins_the_count_anew() -> None:
    days = weekly(8)

    assert report_due(SIX_OR_MONTH, days, days[5], days[7]) is None
    assert report_due(SIX_OR_MONTH, weekly(12), days[5], weekly(12)[-1]) == ReportDue(6, 18, days[5])


def test_visits_to_come_do_not_count() -> None:
    assert report_due(SIX_OR_MONTH, weekly(9), None, MONDAY + timedelta(days=3)) is None


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20), st.dates(date(2026, 1, 1)))
def test_the_order_of_the_visits_changes_nothing(days: list[date], today: date) -> None:
    assert report_due(SIX_OR_MONTH, days, None, today) == report_due(SIX_OR_MONTH, days[::-1], None, today)
