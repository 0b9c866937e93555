from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFocusFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def show_window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    for widget in (QLineEdit(), QPushButton("Go"), QPushButton("Stop")):
        column.addWidget(widget)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    return result


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = show_window(qtbot)
    qtbot.addWidget(result)
    return result


def ringed(window: QWidget) -> list[QWidget]:
    frames = window.findChildren(QFocusFrame)
    return [frame.widget() for frame in frames if frame.isVisible() and frame.widget() is not None]


def test_the_ring_follows_the_keyboard(window: QWidget) -> None:
    [line] = window.findChildren(QLineEdit)
    [go, _] = window.findChildren(QPushButton)
    line.setFocus()
    assert ringed(window) == [line]

    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert ringed(window) == [go]


def test_the_ring_lies_outside_its_control(window: QWidget) -> None:
    line = window.findChildren(QLineEdit)[0]
    line.setFocus()

    [frame] = window.findChildren(QFocusFrame)

    assert frame.geometry() == line.geometry().adjusted(-3, -3, 3, 3)


def test_a_click_on_a_button_shows_no_ring(window: QWidget) -> None:
    button = window.findChildren(QPushButton)[0]
    window.findChildren(QLineEdit)[0].setFocus()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.hasFocus()
    assert ringed(window) == []


def test_the_ring_survives_the_window_it_was_in(window: QWidget, qtbot: QtBot) -> None:
    first = show_window(qtbot)
    first.findChildren(QLineEdit)[0].setFocus()
    shiboken6.delete(first)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    [line] = window.findChildren(QLineEdit)
    window.findChildren(QPushButton)[0].setFocus()
    line.setFocus()

    assert ringed(window) == [line]
