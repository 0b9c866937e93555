from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import Field, TimeEdit, read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9", time(9)),
        ("2:30 pm", time(14, 30)),
        ("12 am", time(0)),
        ("12:05 PM", time(12, 5)),
        ("17.20", time(17, 20)),
        ("5:20 p.m.", time(17, 20)),
        ("520pm", time(17, 20)),
        ("5:20\u202fPM", time(17, 20)),
    ],
)
def test_a_time_is_read_in_any_usual_form(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "9:75", "13 pm", "0 am", "5:20 m", "17:20:30", "172"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    edit = TimeEdit(time(9, 5))
    result = Field("Start", edit)
    edit.problem_changed.connect(result.set_problem)
    qtbot.addWidget(result)
    return result


def type_time(field: Field, words: str) -> TimeEdit:
    edit = field.control
    assert isinstance(edit, TimeEdit)
    edit.selectAll()
    QTest.keyClicks(edit, words)
    return edit


@pytest.mark.parametrize("words", ["1720", "17.20", "5:20 pm", "520pm"])
def test_a_time_typed_over_the_shown_one_is_taken_and_told(field: Field, words: str) -> None:
    edit = type_time(field, words)
    told: list[time] = []
    edit.time_changed.connect(told.append)

    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert told == [time(17, 20)]
    assert edit.time() == time(17, 20)
    assert edit.text() in {"5:20 PM", "17:20"}


@pytest.mark.parametrize("words", ["1780", "later"])
def test_what_is_no_time_stays_with_a_sentence_until_it_is_one(field: Field, words: str) -> None:
    edit = type_time(field, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.time()) == (words, None)
    assert "not a time" in field.problem()

    QTest.keyClick(type_time(field, "9:05"), Qt.Key.Key_Return)

    assert (edit.time(), field.problem()) == (time(9, 5), "")


def test_the_arrows_and_page_keys_step(field: Field) -> None:
    edit = type_time(field, "23:59")

    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.time() == time(0)
    QTest.keyClick(edit, Qt.Key.Key_PageDown)

    assert edit.time() == time(23)
