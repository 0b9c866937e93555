from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desks import MONDAY, HandClock
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.cases import open_case
from therapist_desk.services.home import read_board
from therapist_desk.services.visit.notes import save_note
from therapist_desk.services.visit.visits import client_visits, open_visit, start_visit
from therapist_desk.ui.finding.found_rows import SEEN
from therapist_desk.ui.home.client_search import NEW_CLIENT
from therapist_desk.ui.home.page import HomePage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.toast import Toast
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.showing import choose, expect_fit, find, show, titles, type_into


def today(page: HomePage) -> RowList:
    return find(page, RowList, "today")


def test_a_new_store_says_what_to_do_first(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    with qtbot.waitSignal(workplace.navigator.new_client_asked):
        find(page, QPushButton, "first_client").click()
    with qtbot.waitSignal(workplace.navigator.import_asked):
        find(page, QPushButton, "import_first").click()

    assert page.search.hasFocus()
    expect_fit(qtbot, page)


@pytest.mark.usefixtures("clients")
def test_today_shows_unsigned_first_then_in_session_then_planned(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    headings = [row.title for row in today(page).rows if row.heading]
    sentences = [row.sentence for row in today(page).rows]

    assert headings == ["Unsigned", "In session", "Planned"]
    assert any("Juniper Sample-Hayes, Whiplash headache, visit 5 of 12, Running 38:12" in line for line in sentences)
    assert any("Bartholomew Mockley, Plantar heel pain, left, visit 1, 60 min" in line for line in sentences)


@pytest.mark.usefixtures("clients")
def test_the_running_clock_ticks(qtbot: QtBot, workplace: Workplace, clock: HandClock) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    clock.set(MONDAY + timedelta(seconds=10))

    qtbot.waitUntil(lambda: any("Running 38:22" in row.sentence for row in today(page).rows), timeout=3000)


@pytest.mark.usefixtures("clients")
def test_return_on_the_running_visit_continues_it(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    running = next(row for row in today(page).rows if row.active)
    today(page).setFocus()
    today(page).choose(today(page).rows.index(running))

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(today(page), Qt.Key.Key_Return)

    assert asked.args == [running.key]


def test_a_click_on_start_begins_a_planned_visit(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    rows = today(page)
    place = titles(rows).index("Bartholomew Mockley")
    area = rows.visualRect(rows.model().index(place, 0))

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        button = area.center()
        button.setX(area.right() - 60)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=button)

    [visit] = client_visits(workplace.desk, clients["bartholomew"])
    assert asked.args == [visit.id]
    assert visit.status is VisitStatus.DRAFT


def test_a_click_beside_the_button_opens_the_chart(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    rows = today(page)
    area = rows.visualRect(rows.model().index(titles(rows).index("Odo Testcase"), 0))

    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())

    assert asked.args[0] == clients["odo"]


def test_the_keyboard_opens_the_chart_from_today(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    choose(today(page), "Odo Testcase")

    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        QTest.keyClick(today(page), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)

    assert asked.args[0] == clients["odo"]


def offered(page: HomePage, title: str) -> dict[str, QAction]:
    """Open the menu of a row as the key for menus does; gives its actions by their words."""
    rows = today(page)
    choose(rows, title)
    place = rows.visualRect(rows.currentIndex()).center()
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(rows, QContextMenuEvent(by_key, place, rows.mapToGlobal(place)))
    menu = find(page, QMenu, "visit_menu")
    menu.hide()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_a_planned_visit_moves_and_removes_it(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    offered(page, "Bartholomew Mockley")["Move or remove…"].trigger()
    find(page, QPushButton, "remove").click()
    find(page, LinkButton, "remove_sure").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert client_visits(workplace.desk, clients["bartholomew"]) == ()
    assert "Bartholomew Mockley" not in titles(today(page))


def test_a_visit_begun_by_mistake_is_removed_from_its_menu(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    begun = start_visit(workplace.desk, open_case(workplace.desk, clients["tamsin"], "Frozen shoulder").id)
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    offered(page, "Tamsin Placeholder")["Remove the empty visit"].trigger()
    qtbot.waitUntil(workplace.jobs.idle)

    assert begun.id not in {visit.id for visit in client_visits(workplace.desk, clients["tamsin"])}


def test_attention_leads_to_the_tab_where_it_is_mended(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    rows = find(page, RowList, "attention")
    choose(rows, "Odo Testcase: consent out of date")

    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        QTest.keyClick(rows, Qt.Key.Key_Return)

    assert asked.args == [clients["odo"], "profile", ""]


def test_typing_finds_clients_and_return_opens_the_one_chosen(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    QTest.keyClicks(page.search, "te")
    qtbot.waitUntil(lambda: bool(page.findChildren(RowList, "found")[0].isVisible()))
    assert titles(find(page, RowList, "found")) == ["Odo Testcase"]
    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert asked.args[0] == clients["odo"]
    assert not page.search.text()


@pytest.mark.usefixtures("clients")
def test_typing_words_finds_the_visits_that_hold_them_and_return_opens_the_latest(
    qtbot: QtBot, workplace: Workplace
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    QTest.keyClicks(page.search, "levator 2026")
    found = page.findChildren(RowList, "found")[0]
    qtbot.waitUntil(lambda: any(row.heading for row in found.rows))
    visits = [row for row in found.rows if not row.heading]
    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert titles(found)[0] == "In notes and marks"
    assert all("levator scapulae" in row.caption for row in visits)
    assert visits[0].title.startswith("Juniper Sample-Hayes, visit 4, 9 Nov")
    assert asked.args == [visits[0].key.removeprefix(SEEN)]


@pytest.mark.usefixtures("clients")
def test_what_was_just_written_is_found(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    visit = read_board(workplace.desk).unsigned[0]
    note = Note(paragraphs=(Paragraph(Section.SUBJECTIVE, "Slept on the sofa."),))
    save_note(workplace.desk, visit.id, note)

    QTest.keyClicks(page.search, "sofa")
    found = page.findChildren(RowList, "found")[0]

    qtbot.waitUntil(lambda: [row.caption for row in found.rows] == ["", "Slept on the sofa."])


def test_a_safe_copy_is_asked_for_after_a_week_and_leads_to_settings(
    qtbot: QtBot, workplace: Workplace, clock: HandClock
) -> None:
    clock.wait(7 * 24 * 60)
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    attention = find(page, RowList, "attention")
    assert titles(attention) == ["Make a safe copy of the charts"]
    choose(attention, "Make a safe copy of the charts")

    with qtbot.waitSignal(workplace.navigator.settings_asked):
        QTest.keyClick(attention, Qt.Key.Key_Return)


def test_nobody_needs_a_safe_copy_of_samples(qtbot: QtBot, workplace: Workplace, clock: HandClock) -> None:
    clock.wait(7 * 24 * 60)
    page = HomePage(replace(workplace, samples=True))
    show(qtbot, workplace, page)

    assert not page.findChildren(RowList, "attention")[0].isVisible()


@pytest.mark.usefixtures("clients")
def test_an_answer_to_an_older_question_is_dropped(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    found = page.findChildren(RowList, "found")[0]
    shown: list[list[str]] = []
    found.model().modelReset.connect(lambda: shown.append([row.key for row in found.rows]))
    gate = threading.Event()
    workplace.jobs.read(gate.wait, 5)

    for text in ("juniper", "zzz"):
        page.search.setText(text)
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(workplace.jobs.idle)

    assert found.isVisible()
    assert shown == [[NEW_CLIENT]]


def test_a_visit_can_be_planned(qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    find(page, LinkButton, "plan").click()
    qtbot.waitUntil(workplace.jobs.idle)
    client = find(page, QComboBox, "client")
    client.setCurrentIndex(client.findData(clients["tamsin"]))
    qtbot.waitUntil(workplace.jobs.idle)
    type_into(page, "time", "2:30 pm")

    find(page, QPushButton, "save").click()
    qtbot.waitUntil(lambda: "Tamsin Placeholder" in titles(today(page)))

    [visit] = client_visits(workplace.desk, clients["tamsin"])
    planned = open_visit(workplace.desk, visit.id).visit.planned_for
    assert planned is not None
    assert (planned.local.hour, planned.local.minute) == (14, 30)
    assert find(page, Toast, "").accessibleName().startswith("Planned for Mon 23 Nov")


def test_two_actions_plan_the_next_visit_of_the_client_seen_last(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)

    QTest.mouseClick(find(page, LinkButton, "plan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(workplace.jobs.idle)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(workplace.jobs.idle)

    [planned, last] = client_visits(workplace.desk, clients["λίλα"])
    when, before = (visit.planned_for.local.replace(tzinfo=None) for visit in (planned, last) if visit.planned_for)
    assert when - before == timedelta(days=7)
    assert planned.planned_minutes == last.planned_minutes == 45


def test_no_case_of_the_client_before_can_be_planned_while_the_next_one_is_read(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    find(page, LinkButton, "plan").click()
    qtbot.waitUntil(workplace.jobs.idle)
    before = {name: len(client_visits(workplace.desk, client)) for name, client in clients.items()}

    client = find(page, QComboBox, "client")
    client.setCurrentIndex(client.findData(clients["juniper"]))
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert {name: len(client_visits(workplace.desk, client)) for name, client in clients.items()} == before
    assert find(page, QComboBox, "case").currentText() == "Whiplash headache"


def test_a_client_is_found_by_a_part_of_the_name(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    find(page, LinkButton, "plan").click()
    qtbot.waitUntil(workplace.jobs.idle)
    client = find(page, QComboBox, "client")
    typed, completer = client.lineEdit(), client.completer()
    assert typed is not None
    assert completer is not None

    typed.selectAll()
    QTest.keyClicks(typed, "ample-h")
    find(page, QPushButton, "save").click()
    assert find(page, PlanDialog, "plan_dialog").form.field("client").problem() == "Choose a client from the list."

    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(workplace.jobs.idle)

    assert client.currentData() == clients["juniper"]
    assert find(page, QComboBox, "case").currentText() == "Whiplash headache"


@pytest.mark.usefixtures("clients")
def test_a_time_that_is_none_is_said_at_the_field(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    show(qtbot, workplace, page)
    find(page, LinkButton, "plan").click()
    qtbot.waitUntil(workplace.jobs.idle)
    type_into(page, "time", "soon")

    find(page, QPushButton, "save").click()

    assert "17:20" in find(page, QLineEdit, "time").accessibleDescription()


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(
    qtbot: QtBot,
    workplace: Workplace,
    theme: Theme,
    size: tuple[int, int],
    scheme: Scheme,
) -> None:
    theme.use(scheme)
    page = HomePage(workplace)
    show(qtbot, workplace, page, size)

    expect_fit(qtbot, page)


def test_nothing_is_said_of_charts_that_have_not_been_read(qtbot: QtBot, workplace: Workplace) -> None:
    page = HomePage(workplace)
    qtbot.addWidget(page)
    page.show()

    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}

    assert "Nothing for today yet" not in said
    assert "Needs attention" not in said
    assert not find(page, QPushButton, "new_client").isHidden()
