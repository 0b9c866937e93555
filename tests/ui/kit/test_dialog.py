from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import Banner, Button, Dialog, Field
from therapist_desk.ui.kit.dialog import EVERYWHERE


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    QVBoxLayout(result).addWidget(QLineEdit())
    result.resize(800, 600)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    result.findChildren(QLineEdit)[0].setFocus()
    return result


def open_dialog(window: QWidget) -> tuple[Dialog, QLineEdit, Button]:
    dialog = Dialog("Sign visit", parent=window)
    line, sign = QLineEdit(), Button("Sign")
    dialog.body.addWidget(Field("Passphrase", line))
    dialog.add_action(sign)
    dialog.open()
    return dialog, line, sign


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_a_dialog_covers_its_window_and_begins_at_its_first_field(window: QWidget) -> None:
    dialog, line, _ = open_dialog(window)

    assert dialog.geometry() == window.rect()
    assert line.hasFocus()


def test_a_message_that_just_fits_in_its_line_is_not_cut_by_a_bar_that_makes_it_wrap(
    qtbot: QtBot, window: QWidget
) -> None:
    dialog, _, _ = open_dialog(window)
    [scroll] = dialog.findChildren(QScrollArea)
    banner = Banner("")
    banner.hide()
    dialog.body.addWidget(banner)

    for letters in range(8, 48):
        high = scroll.height()
        banner.set_sentence("m " * 20 + "i" * letters + " end")
        banner.show()
        qtbot.waitUntil(lambda high=high: scroll.height() > high)  # type: ignore[misc]  # bound in the loop
        QApplication.processEvents()

        assert not scroll.verticalScrollBar().isVisible()
        assert banner.visibleRegion().boundingRect() == banner.rect()
        banner.hide()
        qtbot.waitUntil(lambda high=high: scroll.height() == high)  # type: ignore[misc]  # as above


def test_the_focus_stays_inside(window: QWidget) -> None:
    dialog, line, _ = open_dialog(window)

    visited = set()
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        visited.add(focus)

    assert line in visited
    assert len(visited) == 3


def test_escape_rejects_and_the_focus_goes_back(window: QWidget, qtbot: QtBot) -> None:
    before = window.findChildren(QLineEdit)[0]
    dialog, _, _ = open_dialog(window)

    results: list[int] = []
    dialog.finished.connect(results.append)

    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert results == [QDialog.DialogCode.Rejected.value]
    assert before.hasFocus()


def test_the_focus_goes_to_the_table_where_the_editor_it_came_from_is_gone(window: QWidget, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(table)
    cell = QTableWidgetItem("Trapezius")
    table.setItem(0, 0, cell)
    table.setCurrentCell(0, 0)
    table.setFocus()
    table.editItem(cell)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    dialog, _, _ = open_dialog(window)

    qtbot.waitUntil(lambda: not shiboken6.isValid(editor))
    dialog.reject()

    assert table.hasFocus()


def test_a_dialog_is_not_called_by_what_goes_before_it(window: QWidget, qtbot: QtBot) -> None:
    before = window.findChildren(QLineEdit)[0]
    dialog, _, _ = open_dialog(window)

    # when a window that nobody holds is collected: what Python kept in its dialog goes before its widgets do
    vars(dialog).clear()
    with qtbot.captureExceptions() as raised:
        shiboken6.delete(before)
        shiboken6.delete(dialog)

    assert raised == []


def test_an_accepted_dialog_is_freed(window: QWidget, qtbot: QtBot) -> None:
    dialog, _, sign = open_dialog(window)
    sign.clicked.connect(dialog.accept)

    results: list[int] = []
    dialog.finished.connect(results.append)

    sign.click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert results == [QDialog.DialogCode.Accepted.value]
    assert window.findChildren(QDialog) == []


def test_commands_of_the_window_rest_except_those_kept_working(window: QWidget) -> None:
    ran: list[str] = []
    find, lock = QAction("Find", window), QAction("Lock", window)
    for action, key in ((find, "Ctrl+K"), (lock, "Ctrl+L")):
        action.setShortcut(key)
        window.addAction(action)
    find.triggered.connect(lambda: ran.append("find"))
    lock.triggered.connect(lambda: ran.append("lock"))
    leave = QAction("Quit", window)
    leave.setShortcut("Ctrl+Q")
    leave.triggered.connect(lambda: ran.append("quit"))
    window.addAction(leave)
    lock.setProperty(EVERYWHERE, True)  # noqa: FBT003 - Qt's own
    dialog, _, _ = open_dialog(window)
    dialog.keep_working(leave)

    for pressed in (Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_Q):
        press(pressed, Qt.KeyboardModifier.ControlModifier)

    assert ran == ["lock", "quit"]


def test_a_dialog_follows_the_size_of_its_window(window: QWidget, qtbot: QtBot) -> None:
    dialog, _, _ = open_dialog(window)

    window.resize(1000, 500)
    qtbot.waitUntil(lambda: dialog.geometry() == window.rect())


def test_what_does_not_fit_scrolls_and_the_actions_stay(window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog("Long", parent=window)
    for number in range(40):
        dialog.body.addWidget(Field(f"Field {number}", QLineEdit()))
    close = Button("Done")
    dialog.add_action(close)
    dialog.open()
    qtbot.waitUntil(close.isVisible)

    assert window.rect().contains(close.rect().translated(close.mapTo(window, close.rect().topLeft())))


def test_enter_in_a_line_does_what_the_last_action_does(window: QWidget, qtbot: QtBot) -> None:
    _, line, sign = open_dialog(window)

    with qtbot.waitSignal(sign.clicked):
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_message_at_the_foot_makes_room_for_itself(qtbot: QtBot, window: QWidget) -> None:
    dialog, line, sign = open_dialog(window)
    message = Banner("A visit of this case is not signed yet. Sign or remove it, then close the case.")
    message.hide()
    dialog.add_foot(message)
    before = line.height()

    message.show()

    def nothing_overlaps() -> None:
        bottom = line.mapTo(dialog, line.rect().bottomLeft()).y()
        assert bottom < message.mapTo(dialog, message.rect().topLeft()).y()
        assert message.mapTo(dialog, message.rect().bottomLeft()).y() < sign.mapTo(dialog, sign.rect().topLeft()).y()
        assert message.height() >= message.heightForWidth(message.width())

    qtbot.waitUntil(nothing_overlaps)
    assert line.height() == before


def test_a_dialog_higher_than_its_window_comes_to_rest(qtbot: QtBot, window: QWidget) -> None:
    dialog, _, _ = open_dialog(window)
    for number in range(20):
        dialog.body.addWidget(Field(f"Line {number}", QLineEdit()))
    settled: list[int] = []
    card = next(child for child in dialog.findChildren(QFrame) if child.property("role") == "dialog")

    def has_settled() -> bool:
        settled.append(card.height())
        return len(settled) > 5 and len(set(settled[-5:])) == 1

    qtbot.waitUntil(has_settled)
    assert card.height() <= window.height()


class _LayoutRequests(QObject):
    """Counts what asks for a layout again."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_an_open_dialog_comes_to_rest(window: QWidget, qtbot: QtBot) -> None:
    dialog, line, _ = open_dialog(window)
    field = line.parentWidget()
    assert isinstance(field, Field)
    requests = _LayoutRequests()
    card = dialog.findChildren(QFrame)[0]
    narrow = card.height()
    app = QApplication.instance()
    assert app is not None

    app.installEventFilter(requests)
    field.set_problem("This is not the passphrase of these charts.")
    qtbot.waitUntil(lambda: card.height() > narrow)
    for _ in range(20):
        QApplication.processEvents()
    settled = requests.count
    for _ in range(20):
        QApplication.processEvents()
    app.removeEventFilter(requests)

    assert requests.count == settled


class Painted(QObject):
    """Notes whether all of a widget was asked to be painted at once."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.whole = False
        self._watched = watched
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.whole = self.whole or event.region().boundingRect() == self._watched.rect()
        return super().eventFilter(watched, event)


def test_the_shadow_of_a_larger_card_does_not_stay(qtbot: QtBot, window: QWidget) -> None:
    # given a dialog that has been painted
    dialog, *_ = open_dialog(window)
    more = QLineEdit()
    dialog.body.addWidget(more)
    qtbot.waitUntil(more.isVisible)
    painted = Painted(dialog)
    QApplication.processEvents()
    painted.whole = False

    # when its card grows smaller
    more.hide()

    # then what lies round it is painted anew, the former shadow too
    qtbot.waitUntil(lambda: painted.whole)
