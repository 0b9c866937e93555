from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import NumberRow


@pytest.fixture
def pain(qtbot: QtBot) -> NumberRow:
    result = NumberRow(name="Pain now")
    qtbot.addWidget(result)
    result.show()
    return result


def chosen_in(row: NumberRow) -> list[int | None]:
    told: list[int | None] = []
    row.number_chosen.connect(told.append)
    return told


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_its_number(pain: NumberRow, digit: int) -> None:
    QTest.keyClicks(pain, str(digit))

    assert pain.number() == digit


def test_one_and_zero_typed_together_are_ten(pain: NumberRow) -> None:
    told = chosen_in(pain)

    QTest.keyClicks(pain, "10")

    assert told == [1, 10]


def test_one_and_zero_typed_apart_are_zero(qtbot: QtBot) -> None:
    row = NumberRow(pause=1)
    qtbot.addWidget(row)

    QTest.keyClicks(row, "1")
    qtbot.wait(20)
    QTest.keyClicks(row, "0")

    assert row.number() == 0


def test_a_scale_of_three_takes_no_more(qtbot: QtBot) -> None:
    row = NumberRow(3)
    qtbot.addWidget(row)

    QTest.keyClicks(row, "14")

    assert row.number() == 1


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        (None, Qt.Key.Key_Right, 0),
        (4, Qt.Key.Key_Right, 5),
        (4, Qt.Key.Key_Left, 3),
        (10, Qt.Key.Key_Up, 10),
        (0, Qt.Key.Key_Down, 0),
        (4, Qt.Key.Key_Home, 0),
        (4, Qt.Key.Key_End, 10),
        (4, Qt.Key.Key_Delete, None),
    ],
)
def test_keys_move_the_choice(pain: NumberRow, start: int | None, key: Qt.Key, expected: int | None) -> None:
    pain.set_number(start)

    QTest.keyClick(pain, key)

    assert pain.number() == expected


@pytest.mark.parametrize("number", range(11))
def test_a_click_chooses_the_number_under_it(pain: NumberRow, number: int) -> None:
    pain.resize(275, 28)

    QTest.mouseClick(pain, Qt.MouseButton.LeftButton, pos=QPoint(number * 25 + 12, 14))

    assert pain.number() == number


def test_setting_a_number_tells_nobody(pain: NumberRow) -> None:
    told = chosen_in(pain)

    pain.set_number(7)

    assert told == []


def test_the_wheel_scrolls_the_page_and_not_the_score(pain: NumberRow) -> None:
    pain.set_number(6)
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's argument
    )

    pain.wheelEvent(wheel)

    assert pain.number() == 6
    assert not wheel.isAccepted()


def test_a_screen_reader_hears_the_name_and_the_value(pain: NumberRow) -> None:
    pain.set_number(6)

    heard = QAccessible.queryAccessibleInterface(pain)

    assert heard.text(QAccessible.Text.Name) == "Pain now"
    assert heard.valueInterface().currentValue() == 6
    assert heard.valueInterface().maximumValue() == 10


def test_every_number_is_wide_enough_to_hit(pain: NumberRow) -> None:
    assert pain.minimumSizeHint().width() / 11 >= 24


@pytest.mark.parametrize("number", [0, 1, 7])
def test_a_screen_reader_sets_the_number(qtbot: QtBot, pain: NumberRow, number: int) -> None:
    with qtbot.waitSignal(pain.number_chosen) as chosen:
        QAccessible.queryAccessibleInterface(pain).valueInterface().setCurrentValue(number)
    assert chosen.args == [number]
    assert pain.number() == number


def test_what_is_shown_is_not_chosen(qtbot: QtBot, pain: NumberRow) -> None:
    with qtbot.assertNotEmitted(pain.number_chosen):
        for number in (9, None, 0, 10):
            pain.set_number(number)
        pain.set_top(4)
