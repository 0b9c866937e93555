"""What is misspelled in a note is underlined, and mended, learned or ignored from its menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.notes.note import Section
from therapist_desk.services.spelling import known_words, load_speller
from therapist_desk.ui.preferences import Preferences, UnkeptPreferences
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.visit.assessment.observation_dialog import SpecialTestDialog
from therapist_desk.ui.visit.note.own_text import OwnText
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import OpenPage, stored


@pytest.fixture
def checked(workplace: Workplace) -> Workplace:
    return replace(
        workplace, speller=partial(load_speller, resources_dir()), preferences=UnkeptPreferences(Preferences())
    )


@pytest.fixture
def page(open_page: OpenPage, checked: Workplace, qtbot: QtBot) -> VisitPage:
    page = open_page(at=checked)
    qtbot.waitUntil(lambda: page.spelling.ready, timeout=20_000)
    return page


def subjective(page: VisitPage) -> OwnText:
    return page.note.subjective.text


def underlined(field: OwnText) -> list[str]:
    found = []
    block = field.document().firstBlock()
    while block.isValid():
        found += [
            block.text()[each.start : each.start + each.length]
            for each in block.layout().formats()
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.SpellCheckUnderline
        ]
        block = block.next()
    return found


def write(page: VisitPage, words: str) -> OwnText:
    field = subjective(page)
    field.setFocus()
    QTest.keyClicks(field, words)
    return field


def menu_of(qtbot: QtBot, field: OwnText) -> QMenu:
    qtbot.waitUntil(lambda: bool(field.findChildren(QMenu, "spelling_menu")), timeout=20_000)
    [menu] = field.findChildren(QMenu, "spelling_menu")
    return menu


def pick(qtbot: QtBot, menu: QMenu, words: str) -> None:
    action = next(each for each in menu.actions() if each.text().startswith(words))
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_slip_is_underlined_once_the_word_is_done_and_words_of_the_field_are_not(page: VisitPage) -> None:
    field = write(page, "Upper trapezius hedache")

    assert underlined(field) == []
    QTest.keyClicks(field, " since")
    assert underlined(field) == ["hedache"]


def test_an_underline_is_no_change_of_the_note(page: VisitPage) -> None:
    field = write(page, "hedache now")
    stored(page)
    told: list[str] = []
    field.typed.connect(told.append)

    page.spelling.changed.emit()

    assert told == []
    assert stored(page).note.own_text(Section.SUBJECTIVE) == "hedache now"


def test_by_key_what_is_meant_replaces_the_word_in_one_step(page: VisitPage, qtbot: QtBot) -> None:
    field = write(page, "A hedache since Friday")

    QTest.keyClick(field, Qt.Key.Key_F7)
    pick(qtbot, menu_of(qtbot, field), "headache")

    assert stored(page).note.own_text(Section.SUBJECTIVE) == "A headache since Friday"
    assert underlined(field) == []
    field.undo()
    assert field.toPlainText() == "A hedache since Friday"


def test_from_the_menu_a_word_becomes_one_of_the_therapists_own(page: VisitPage, qtbot: QtBot) -> None:
    field = write(page, "Mockleyan sign today")
    cursor = QTextCursor(field.document())
    cursor.setPosition(3)
    place = field.cursorRect(cursor).center()
    QApplication.sendEvent(
        field.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(200, 200))
    )
    pick(qtbot, menu_of(qtbot, field), "Add “Mockleyan”")

    assert underlined(field) == []
    stored(page)
    assert known_words(page._workplace.desk) == {"mockleyan"}


def test_a_word_is_ignored_for_now(page: VisitPage, qtbot: QtBot) -> None:
    field = write(page, "Mockleyan sign today")
    QTest.keyClick(field, Qt.Key.Key_F7)
    pick(qtbot, menu_of(qtbot, field), "Ignore “Mockleyan”")

    assert underlined(field) == []
    assert known_words(page._workplace.desk) == frozenset()


def test_without_the_setting_nothing_is_underlined_or_loaded(open_page: OpenPage, checked: Workplace) -> None:
    checked.preferences.save(replace(checked.preferences.load(), spelling=False))
    page = open_page(at=checked)
    field = write(page, "hedache now")

    assert not page.spelling.ready
    assert underlined(field) == []


def waved(line: QLineEdit) -> list[str]:
    [spelling] = line.findChildren(LineSpelling)
    return [word for _, word in spelling.wrong()]


def test_the_limitation_is_checked_and_mended_by_key(page: VisitPage, qtbot: QtBot) -> None:
    line = page.note.subjective.limitation
    line.setFocus()
    QTest.keyClicks(line, "turnning right while driving")

    assert waved(line) == ["turnning"]
    QTest.keyClick(line, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(line.findChildren(QMenu, "spelling_menu")), timeout=20_000)
    [menu] = line.findChildren(QMenu, "spelling_menu")
    pick(qtbot, menu, "turning")

    assert stored(page).note.limitation == "turning right while driving"
    assert waved(line) == []


def test_an_underline_in_a_line_is_seen_and_is_no_change(page: VisitPage) -> None:
    line = page.note.subjective.limitation
    line.setText("hedache")
    page.setFocus()
    with_slip = line.grab().toImage()
    told: list[str] = []
    line.textEdited.connect(told.append)

    page.spelling.ignore("hedache")

    assert line.grab().toImage() != with_slip
    assert told == []
    assert not line.isUndoAvailable()


def test_notes_on_marks_and_tests_are_checked(page: VisitPage) -> None:
    note = page.map_panel.popover.findChild(QLineEdit, "mark_note")
    assert note is not None
    note.setText("jmup sign")
    assert waved(note) == ["jmup"]

    page.note.objective.panel.finder.found.emit(page._workplace.assessments.tests[0])
    dialog = page.window().findChild(SpecialTestDialog)
    assert dialog is not None
    dialog.sides[0].note.setText("tinglng")
    assert waved(dialog.sides[0].note) == ["tinglng"]
    dialog.accept()


def test_a_page_goes_while_a_checked_line_of_it_has_the_keyboard(
    page: VisitPage, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    gone = QWidget(page)
    line = QLineEdit("turning rihgt", gone)
    LineSpelling(line, page.spelling)
    gone.show()
    page.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)

    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()

    assert "already deleted" not in capfd.readouterr().err


def test_a_note_that_is_locked_shows_no_mistakes(page: VisitPage) -> None:
    field = write(page, "Pain at teh temple ")
    assert underlined(field) == ["teh"]

    field.setReadOnly(True)

    assert underlined(field) == []
