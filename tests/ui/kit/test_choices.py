from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QTimeEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import (
    Button,
    Chip,
    Field,
    PassphraseEdit,
    Rail,
    SearchEdit,
    SegmentRow,
    Tabs,
    ToggleGroup,
    dressed_spin_box,
)

VIEWS = [("front", "Front"), ("back", "Back"), ("left", "Left")]


def test_a_toggle_group_tells_the_value_that_was_pressed(qtbot: QtBot) -> None:
    group = ToggleGroup(VIEWS, value="back")
    qtbot.addWidget(group)

    with qtbot.waitSignal(group.chosen) as told:
        group.option("left").click()

    assert told.args == ["left"]
    assert group.value() == "left"


def test_arrow_keys_move_the_choice_of_a_toggle_group(qtbot: QtBot) -> None:
    group = ToggleGroup(VIEWS, value="back")
    qtbot.addWidget(group)
    group.show()
    group.activateWindow()
    qtbot.waitUntil(group.isActiveWindow)
    group.option("back").setFocus()

    with qtbot.waitSignal(group.chosen) as told:
        QTest.keyClick(group.option("back"), Qt.Key.Key_Right)

    assert told.args == ["left"]


def test_a_toggle_group_may_have_nothing_chosen_yet(qtbot: QtBot) -> None:
    group = ToggleGroup(VIEWS, value="back")
    qtbot.addWidget(group)

    group.set_value(None)

    assert group.value() is None


def test_return_and_space_both_press_a_chip(qtbot: QtBot) -> None:
    chip = Chip("Sleep")
    qtbot.addWidget(chip)

    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()

    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert not chip.isChecked()


def test_a_chip_keeps_its_width_when_it_is_chosen(qtbot: QtBot) -> None:
    chip = Chip("Headache 3×/wk")
    qtbot.addWidget(chip)
    before = chip.sizeHint()

    chip.setChecked(True)

    assert chip.sizeHint() == before


def test_a_removable_chip_goes_by_its_cross_or_by_delete(qtbot: QtBot) -> None:
    chip = Chip("Right temple", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())

    with qtbot.waitSignal(chip.removal_wanted):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 12))
    with qtbot.waitSignal(chip.removal_wanted):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(chip.removal_wanted):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))


def test_return_presses_a_button_outside_a_dialog(qtbot: QtBot) -> None:
    button = Button("Sign…")
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_technique_button_asks_and_the_timer_decides(qtbot: QtBot) -> None:
    techniques = SegmentRow()
    qtbot.addWidget(techniques)
    massage = techniques.add("massage", "Massage", "14 min")

    with qtbot.waitSignal(techniques.chosen) as told:
        massage.click()

    assert told.args == ["massage"]
    assert not massage.isChecked()

    techniques.set_running("massage")
    assert massage.isChecked()


def test_a_technique_taken_away_is_gone_from_the_screen_at_once(qtbot: QtBot) -> None:
    techniques = SegmentRow()
    qtbot.addWidget(techniques)
    massage = techniques.add("massage", "Massage", "14 min")
    techniques.show()

    techniques.remove("massage")

    assert not massage.isVisible()


def test_the_rail_asks_and_the_shell_decides(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    home = rail.add("home", "home", "Home")

    with qtbot.waitSignal(rail.chosen) as told:
        home.click()

    assert told.args == ["home"]
    assert not home.isChecked()


def test_the_rail_says_that_a_timer_runs(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)

    rail.add("client", "clients", "").show_person("Juniper Sample-Hayes", running=True)

    assert rail.button("client").text() == "Juniper"
    assert rail.button("client").accessibleName() == "Juniper Sample-Hayes, timer running"


def test_tabs_tell_their_key(qtbot: QtBot) -> None:
    tabs = Tabs([("overview", "Overview"), ("visits", "Visits")], name="Chart")
    qtbot.addWidget(tabs)

    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.show_tab("visits")

    assert told.args == ["visits"]
    assert tabs.key() == "visits"


def test_a_problem_shows_at_its_field_and_goes_again(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("&Rotation", line, help_text="In degrees")
    qtbot.addWidget(field)

    field.set_problem("Between 0 and 180.")
    assert line.accessibleDescription() == "Between 0 and 180."
    assert line.property("error")
    assert len(line.actions()) == 1

    field.set_problem("")
    assert line.accessibleDescription() == "In degrees"
    assert not line.property("error")
    assert line.actions() == []


def test_a_fields_label_names_its_control(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("&Rotation", line)
    qtbot.addWidget(field)

    assert line.accessibleName() == "Rotation"
    assert field.label.buddy() is line


def test_a_passphrase_is_shown_only_while_asked_for(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "secret")
    hidden = edit.displayText()

    edit.eye.click()

    assert "secret" not in hidden
    assert edit.displayText() == "secret"


def test_tab_comes_to_every_place_of_the_rail(qtbot: QtBot) -> None:
    rail = Rail()
    places = [rail.add("home", "home", "Home"), rail.add("clients", "people", "Clients")]
    rail.set_current("home")
    qtbot.addWidget(rail)
    rail.show()
    places[0].setFocus()

    QTest.keyClick(places[0], Qt.Key.Key_Tab)

    assert rail.focusWidget() is places[1]
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.keyClick(places[1], Qt.Key.Key_Space)
    assert told.args == ["clients"]


def test_tab_leads_from_a_passphrase_to_its_repetition_and_alt_f8_shows_it(qtbot: QtBot) -> None:
    window = QWidget()
    rows = QVBoxLayout(window)
    first, again = PassphraseEdit(), PassphraseEdit()
    rows.addWidget(first)
    rows.addWidget(again)
    qtbot.addWidget(window)
    window.show()
    first.setFocus()

    QTest.keyClicks(first, "five oily hands")
    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert window.focusWidget() is again
    QTest.keyClicks(again, "five oily hands")
    QTest.keyClick(again, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert again.displayText() == first.text() == "five oily hands"
    assert "Alt+F8" in again.eye.toolTip()


def test_a_taken_passphrase_leaves_the_field_empty_and_hidden(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "secret")
    edit.eye.click()

    assert edit.take() == "secret"
    assert edit.text() == ""
    assert not edit.isUndoAvailable()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_capital_letter_without_shift_means_caps_lock(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    qtbot.addWidget(edit)
    told: list[bool] = []
    edit.caps_lock_noticed.connect(told.append)

    QTest.sendKeyEvent(QTest.KeyAction.Click, edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    QTest.sendKeyEvent(QTest.KeyAction.Click, edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)

    assert told == [True, False]


def test_the_search_box_tells_the_keys_that_walk_its_results(qtbot: QtBot) -> None:
    search = SearchEdit("Find", key_hint="Ctrl K")
    qtbot.addWidget(search)

    with qtbot.waitSignal(search.moved) as told:
        QTest.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.activated):
        QTest.keyClick(search, Qt.Key.Key_Return)

    assert told.args == [1]


def test_escape_empties_the_search_box_before_it_leaves_it(qtbot: QtBot) -> None:
    search = SearchEdit("Find")
    qtbot.addWidget(search)
    QTest.keyClicks(search, "jun")

    with qtbot.assertNotEmitted(search.escaped):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""

    with qtbot.waitSignal(search.escaped):
        QTest.keyClick(search, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", [QSpinBox, QDoubleSpinBox, QTimeEdit])
def test_a_spin_box_without_arrows_still_shows_its_text(qtbot: QtBot, kind: type[QAbstractSpinBox]) -> None:
    box = dressed_spin_box(kind())
    qtbot.addWidget(box)
    box.show()
    [line] = box.findChildren(QLineEdit)

    room = line.width() - line.textMargins().left() - line.textMargins().right()

    assert room >= line.fontMetrics().horizontalAdvance(line.text())
