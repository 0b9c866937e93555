"""The shell around pages that only note what they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.services.home import read_board
from therapist_desk.services.visit.notes import save_note
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.palette.palette import Palette
from therapist_desk.ui.shell.main_window import MainWindow
from therapist_desk.ui.shell.place import PageKind
from therapist_desk.ui.shell.samples_notice import SamplesDialog
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.window_place import show_fitting
from therapist_desk.ui.workplace import Workplace


class NotingPage(QWidget):
    def __init__(self, name: str, notes: list[str]) -> None:
        super().__init__()
        self._name = name
        self._notes = notes

    def arrive(self) -> None:
        self._notes.append(f"{self._name} arrives")

    def leave(self) -> None:
        self._notes.append(f"{self._name} leaves")


class NotingChart(NotingPage):
    def show_client(self, client_id: ClientId, tab: ChartTab, documents_of: VisitId | None = None) -> None:
        self._notes.append(f"{client_id} {tab} {documents_of}")


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace, notes: list[str]) -> Iterator[MainWindow]:
    makers = {kind: partial(NotingPage, kind.value, notes) for kind in PageKind} | {
        PageKind.CHART: partial(NotingChart, "chart", notes)
    }
    watch = SessionWatch(workplace.desk.clock)
    made = MainWindow(workplace, makers, watch)
    made.resize(1366, 768)
    made.go_home()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(workplace.jobs.idle)
    made.hide()
    made.deleteLater()


def test_a_page_is_left_before_the_next_one_arrives(
    window: MainWindow, workplace: Workplace, notes: list[str]
) -> None:
    workplace.navigator.open_chart(ClientId("c"), ChartTab.DOCUMENTS, documents_of=VisitId("v"))

    assert notes == ["home arrives", "home leaves", "c documents v", "chart arrives"]
    assert window.place is not None
    assert window.place.kind is PageKind.CHART


def test_back_goes_where_one_was(window: MainWindow, workplace: Workplace) -> None:
    workplace.navigator.clients_asked.emit()

    window.commands.back.trigger()

    assert window.place is not None
    assert window.place.kind is PageKind.HOME


def test_lock_by_key_is_asked_for(qtbot: QtBot, window: MainWindow, workplace: Workplace) -> None:
    with qtbot.waitSignal(workplace.navigator.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_narrow_window_has_a_menu_for_the_rail(window: MainWindow) -> None:
    window.resize(1093, 614)

    assert not window.rail.isVisible()
    assert window.top_bar.isVisible()


def test_the_title_names_no_client(window: MainWindow, workplace: Workplace) -> None:
    workplace.navigator.open_chart(ClientId("Juniper"))

    assert window.windowTitle() == "Therapist Desk"


def test_a_problem_nobody_took_is_told(window: MainWindow, workplace: Workplace) -> None:
    workplace.jobs.unhandled_problem.emit(NotFoundError(what="visit"))

    assert window.notices.problem() == "This visit is no longer in the store. Go back and open it again."


@pytest.mark.usefixtures("clients")
def test_the_palette_leads_to_a_visit_by_words_of_its_note(
    qtbot: QtBot, window: MainWindow, workplace: Workplace
) -> None:
    visit_id = read_board(workplace.desk).unsigned[0].id
    note = Note(paragraphs=(Paragraph(Section.SUBJECTIVE, "Slept on the sofa."),))
    save_note(workplace.desk, visit_id, note)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)

    qtbot.keyClicks(palette.search, "sofa")
    qtbot.waitUntil(lambda: any("sofa" in row.caption for row in palette.rows.rows))
    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert asked.args == [visit_id]


def test_the_palette_offers_every_action_before_a_word_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.find.trigger()
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)

    qtbot.waitUntil(lambda: bool(palette.rows.rows))

    titles = [row.title for row in palette.rows.rows]
    assert [title for title in titles if title in {each.text() for each in window.commands.offered()}] == [
        action.text() for action in window.commands.offered()
    ]
    palette.reject()


def test_what_was_chosen_in_the_palette_stays_chosen_when_more_is_found(
    qtbot: QtBot, window: MainWindow, workplace: Workplace
) -> None:
    window.commands.find.trigger()
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.waitUntil(lambda: bool(palette.rows.rows))
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    chosen = palette.rows.chosen()

    palette._ask()
    qtbot.waitUntil(workplace.jobs.idle)

    assert chosen is not None
    assert chosen != palette.rows.rows[0]
    assert palette.rows.chosen() == chosen
    palette.reject()


def test_the_palette_leads_to_an_action(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.find.trigger()
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.search, "sett")
    qtbot.waitUntil(lambda: [row.title for row in palette.rows.rows] == ["Settings"])

    qtbot.keyClick(palette.search, Qt.Key.Key_Return)

    assert window.place is not None
    assert window.place.kind is PageKind.SETTINGS


def test_a_window_too_large_for_its_screen_is_shown_within_it(qtbot: QtBot) -> None:
    large = QWidget()
    qtbot.addWidget(large)
    room = large.screen().availableGeometry()
    large.setGeometry(room.width() - 50, room.height() - 50, room.width() + 300, room.height() + 300)

    show_fitting(large, placed=True)

    assert room.contains(large.geometry())


def test_a_window_that_was_as_large_as_the_screen_is_not_put_beyond_its_edge(qtbot: QtBot) -> None:
    large = QWidget()
    qtbot.addWidget(large)
    room = large.screen().availableGeometry()
    large.setGeometry(room.x() + 1, room.y() + 25, room.width(), room.height())
    large.setWindowState(Qt.WindowState.WindowMaximized)

    show_fitting(large, placed=True)

    assert room.contains(large.geometry())


def test_samples_are_told_without_taking_room_from_the_page(qtbot: QtBot, workplace: Workplace) -> None:
    made = MainWindow(
        workplace,
        {kind: partial(NotingPage, kind.value, []) for kind in PageKind},
        SessionWatch(workplace.desk.clock),
        sample_passphrase="violet harbour",
    )
    made.resize(1366, 768)
    made.go_home()
    made.show()

    qtbot.waitUntil(lambda: made.pages.height() == made.height())
    made.rail.button("samples").click()
    dialog = made.findChild(SamplesDialog)
    assert dialog is not None
    assert any("violet harbour" in label.text() for label in dialog.findChildren(QLabel))
    qtbot.waitUntil(workplace.jobs.idle)
    made.hide()
    made.deleteLater()
