"""A visit that its order speaks against is asked about on every way to begin it, and begun if somebody says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import MONDAY, HandClock
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.care.ordered_codes import keep_order
from therapist_desk.services.cases import case_files
from therapist_desk.services.visit.visits import client_visits, plan_visit
from therapist_desk.ui.home.page import HomePage
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.palette.palette import Palette
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.planning.planned_dialog import PlannedDialog
from therapist_desk.ui.planning.starting import StartWarning
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.fit import SIZES, misfits
from ui.showing import choose, find, show

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def chart(qtbot: QtBot, workplace: Workplace, clock: HandClock, clients: dict[str, ClientId]) -> Chart:
    """The day after a visit, by an order of one visit a week; a second one is planned for today."""
    chart = Chart(qtbot, workplace, clients)
    limit(workplace, chart, visits_per_week=1)
    clock.set(TUESDAY)
    return chart


def limit(workplace: Workplace, chart: Chart, **changed: object) -> None:
    """Change the order."""
    [file] = case_files(workplace.desk, chart.clients["juniper"])
    assert file.referral is not None
    changed_order = replace(file.referral, **changed)  # type: ignore[arg-type]  # by name
    keep_order(workplace.desk, workplace.codes, changed_order)


def plan_today(workplace: Workplace, chart: Chart) -> VisitSummary:
    [file] = case_files(workplace.desk, chart.clients["juniper"])
    planned = plan_visit(workplace.desk, file.case.id, Instant(TUESDAY, -480))
    return next(visit for visit in client_visits(workplace.desk, planned.client_id) if visit.id == planned.id)


def warning(qtbot: QtBot, page: QWidget) -> StartWarning:
    qtbot.waitUntil(lambda: bool(page.window().findChildren(StartWarning)), timeout=5000)
    return page.window().findChildren(StartWarning)[0]


def sentences(dialog: StartWarning) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def statuses(workplace: Workplace, chart: Chart) -> list[VisitStatus]:
    return [visit.status for visit in client_visits(workplace.desk, chart.clients["juniper"])]


def test_from_the_chart_a_full_week_is_asked_about_and_no_is_the_button_at_hand(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open()
    before = statuses(workplace, chart)
    find(page, QPushButton, "start").click()
    dialog = warning(qtbot, page)

    assert "The order allows 1 visit a week. This one would be more." in sentences(dialog)
    QTest.keyClick(find(dialog, QPushButton, "do_not_start"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.window().findChildren(StartWarning))
    assert statuses(workplace, chart) == before

    find(page, QPushButton, "start").click()
    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(warning(qtbot, page), QPushButton, "start_all_the_same").click()
    assert len(statuses(workplace, chart)) == len(before) + 1


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"starts_on": date(2026, 11, 30)}, "The order begins 30 Nov. A visit before that is on no order."),
        ({"expires_on": date(2026, 11, 20)}, "The order expired 20 Nov. A visit after that is on no order."),
        ({"visits_allowed": 5}, "All 5 visits are used. Ask for a new order."),
    ],
)
def test_what_else_an_order_says_against_it_is_said(
    qtbot: QtBot, workplace: Workplace, chart: Chart, order: dict[str, object], said: str
) -> None:
    limit(workplace, chart, visits_per_week=None, **order)
    page = chart.open()

    find(page, QPushButton, "start").click()

    assert said in sentences(warning(qtbot, page))


def test_a_clock_before_the_client_was_born_is_asked_about(qtbot: QtBot, chart: Chart, clock: HandClock) -> None:
    clock.set(MONDAY.replace(year=1986))
    page = chart.open()

    find(page, QPushButton, "start").click()

    assert "date of birth, 14 Mar 1987, is later than the visit" in sentences(warning(qtbot, page))


def test_a_visit_within_its_order_begins_unasked(
    qtbot: QtBot, workplace: Workplace, chart: Chart, clock: HandClock
) -> None:
    clock.set(MONDAY + timedelta(days=7))
    page = chart.open()

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(page, QPushButton, "start").click()

    assert page.window().findChildren(StartWarning) == []


def test_from_home_a_planned_visit_is_asked_about(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    plan_today(workplace, chart)
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    today = find(page, RowList, "today")
    place = next(row for row in today.rows if "Juniper" in row.title and "60 min" in row.sentence)
    choose(today, place.title)
    today.choose(today.rows.index(place))
    QTest.keyClick(today, Qt.Key.Key_Return)

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(warning(qtbot, page), QPushButton, "start_all_the_same").click()


def test_from_the_dialog_of_a_planned_visit_no_leads_back_to_it(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    planned = plan_today(workplace, chart)
    page = chart.open()
    PlannedDialog(workplace, planned, page).open()
    find(page.window(), QPushButton, "start_now").click()
    find(warning(qtbot, page), QPushButton, "do_not_start").click()
    qtbot.waitUntil(lambda: not page.window().findChildren(StartWarning))
    [dialog] = page.window().findChildren(PlannedDialog)
    assert dialog.isVisible()

    find(page.window(), QPushButton, "start_now").click()
    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(warning(qtbot, page), QPushButton, "start_all_the_same").click()

    qtbot.waitUntil(lambda: not page.window().findChildren(PlannedDialog))


def test_from_the_palette_a_visit_is_asked_about(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open()
    palette = Palette(workplace, Commands(page, workplace.navigator), page)
    palette.open()
    QTest.keyClicks(palette.search, "juniper")
    qtbot.waitUntil(lambda: any(row.title.startswith("Start a visit for Juniper") for row in palette.rows.rows))
    choose(palette.rows, "Start a visit for Juniper Sample-Hayes")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(warning(qtbot, page), QPushButton, "start_all_the_same").click()


def test_from_the_palette_a_visit_is_planned_in_two_actions(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open()
    palette = Palette(workplace, Commands(page, workplace.navigator), page)
    palette.open()
    QTest.keyClicks(palette.search, "juniper")
    qtbot.waitUntil(lambda: any(row.title == "Plan a visit for Juniper Sample-Hayes" for row in palette.rows.rows))

    choose(palette.rows, "Plan a visit for Juniper Sample-Hayes")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    plan(qtbot, workplace, page)

    assert statuses(workplace, chart).count(VisitStatus.PLANNED) == 1


def test_from_the_chart_a_visit_is_planned_in_two_actions(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open()

    find(page, IconButton, "plan").click()
    plan(qtbot, workplace, page)

    assert statuses(workplace, chart).count(VisitStatus.PLANNED) == 1


def plan(qtbot: QtBot, workplace: Workplace, page: QWidget) -> None:
    """Take what the form offers."""
    qtbot.waitUntil(lambda: bool(page.window().findChildren(PlanDialog)))
    [dialog] = page.window().findChildren(PlanDialog)
    qtbot.waitUntil(lambda: workplace.jobs.idle() and dialog.form.moment() is not None)
    find(dialog, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_question_fits(qtbot: QtBot, chart: Chart, theme: Theme, scheme: Scheme, size: tuple[int, int]) -> None:
    theme.use(scheme)
    page = chart.open(size=size)
    find(page, QPushButton, "start").click()
    dialog = warning(qtbot, page)

    qtbot.waitUntil(partial(_fits, dialog))


def _fits(dialog: StartWarning) -> bool:
    return misfits(dialog) == []
