from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.measurement import Movement
from therapist_desk.ui.visit.assessment.offers import all_offers, search_offers
from therapist_desk.ui.visit.assessment.panel import AssessmentPanel
from therapist_desk.ui.visit.assessment.sheet import MotionSheet
from therapist_desk.ui.visit.assessment.sheet_model import AFTER, BEFORE, CHANGE, NAME, PAIN, SIDE
from therapist_desk.ui.visit.page import VisitPage
from ui.fit import SIZES, misfits
from ui.visit.conftest import OpenPage, settle, stored


def panel_of(page: VisitPage) -> AssessmentPanel:
    return page.note.objective.panel


def find(page: VisitPage, words: str) -> None:
    page.note.objective.offer_assessments()
    finder = panel_of(page).finder
    QTest.keyClicks(finder.search, words)
    QTest.keyClick(finder.search, Qt.Key.Key_Return)


def focused() -> QWidget:
    """Where the keys go: also where no window manager has made the window active."""
    window = next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow())
    inside = window.focusWidget()
    assert inside is not None
    return inside


def type_on(*texts: str) -> None:
    """Type each text where the focus is, and go on with Tab."""
    for text in texts:
        editor = focused()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Tab)


def values(page: VisitPage) -> list[tuple[str, Decimal | None, Decimal | None]]:
    return [
        (f"{each.name}{', ' + each.side.value if each.side else ''}", each.before, each.after)
        for each in stored(page).measurements
    ]


def test_a_whole_joint_is_filled_by_keyboard_down_before_then_down_after(page: VisitPage) -> None:
    find(page, "cervical rot")
    type_on("58", "70", "66", "72,5")

    assert values(page) == [
        ("cervical rotation, right", Decimal(58), Decimal(66)),
        ("cervical rotation, left", Decimal(70), Decimal("72.5")),
    ]
    model = panel_of(page).model
    assert model.index(0, CHANGE).data() == "+8°"
    assert model.index(1, CHANGE).data() == "+2.5°*"
    assert "within measurement error" in model.index(1, CHANGE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Cervical rotation, right 58° → 66°" in page.note.assessment.words.generated.words


def test_the_neck_has_six_motions_with_the_usual_values_and_their_source(page: VisitPage) -> None:
    find(page, "cervical: all")

    kept = stored(page).measurements
    assert len(kept) == 6
    assert all(each.norm is not None and "38 CFR 4.71a" in each.norm_source for each in kept)
    assert all(each.movement is Movement.ACTIVE for each in kept)


def test_the_word_passive_makes_the_motions_passive_beside_the_active_ones(page: VisitPage) -> None:
    find(page, "cervical rotation right")
    find(page, "cervical rotation right passive")

    kept = stored(page).measurements
    assert [each.movement for each in kept] == [Movement.ACTIVE, Movement.PASSIVE]
    model = panel_of(page).model
    assert (model.index(1, NAME).data(), model.index(1, SIDE).data()) == ("Cervical rotation, passive", "Right")
    spoken = model.index(1, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Cervical rotation, right, passive"


@pytest.mark.parametrize("width", [1093, 1366])
def test_of_long_motions_left_and_right_are_told_apart_and_nothing_is_cut(open_page: OpenPage, width: int) -> None:
    page = open_page(width, 768)
    find(page, "cervical lateral passive")
    sheet = panel_of(page).sheet

    assert [panel_of(page).model.index(row, SIDE).data() for row in range(2)] == ["Right", "Left"]
    room = sheet.columnWidth(SIDE) - 2 * sheet.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
    assert room >= sheet.fontMetrics().horizontalAdvance("Right")
    for row in range(2):
        index = panel_of(page).model.index(row, NAME)
        needed = sheet.itemDelegate().sizeHint(option_of(sheet, NAME), index)
        assert sheet.rowHeight(row) >= needed.height()
    assert sheet.height() >= sheet.verticalHeader().length() + sheet.horizontalHeader().height()


def option_of(sheet: MotionSheet, column: int) -> QStyleOptionViewItem:
    """How the sheet draws a cell of that column, as far as wrapping goes."""
    option = QStyleOptionViewItem()
    option.initFrom(sheet)
    option.rect = QRect(0, 0, sheet.columnWidth(column), 1000)
    option.features = QStyleOptionViewItem.ViewItemFeature.WrapText
    return option


def test_what_the_sheet_says_is_not_said_twice_until_somebody_wants_the_sentences(page: VisitPage) -> None:
    find(page, "cervical rot")
    type_on("58", "70")
    words = page.note.objective.words

    assert "rotation" not in words.generated.words
    assert words.aside.switch.text() == "2 measurements as sentences"
    assert not words.aside.generated.isVisible()
    words.aside.switch.setFocus()
    QTest.keyClick(words.aside.switch, Qt.Key.Key_Space)

    assert words.aside.generated.isVisible()
    assert words.aside.generated.words.startswith("Cervical rotation, right: 58°. Cervical rotation, left: 70°.")
    # and one of them can be put into own words from there
    QTest.keyClick(words.aside.generated, Qt.Key.Key_Right)
    QTest.keyClick(words.aside.generated, Qt.Key.Key_F2)
    QTest.keyClicks(focused(), " At last.")
    assert "Cervical rotation, right: 58°. At last." in [each.text for each in stored(page).note.paragraphs]


def test_the_same_motion_twice_stands_once(page: VisitPage) -> None:
    find(page, "cervical rotation right")
    find(page, "cervical rotation right")

    assert len(stored(page).measurements) == 1
    assert "already" in panel_of(page)._problem._words.text()


@pytest.mark.parametrize(
    ("typed", "asked"), [("120", "more than usual 80°"), ("400", "full turn"), ("-5", "below nought")]
)
def test_an_unusual_value_is_kept_and_asked_about_once(page: VisitPage, typed: str, asked: str) -> None:
    find(page, "cervical rotation right")
    type_on(typed)
    panel = panel_of(page)

    assert stored(page).measurements[0].before == Decimal(typed)
    assert panel._question.isVisibleTo(panel)
    assert asked in panel._question._words.text()
    panel._keep()
    assert not panel._question.isVisibleTo(panel)
    assert stored(page).measurements[0].kept


def test_what_is_no_number_stays_to_be_mended(page: VisitPage) -> None:
    find(page, "cervical rotation right")
    type_on("58", "", "")
    panel = panel_of(page)
    panel.sheet.edit_cell(0, BEFORE)
    type_on("fifty")

    assert stored(page).measurements[0].before == 58
    assert panel.model.index(0, BEFORE).data() == "fifty"
    assert "“fifty” is not a number" in panel._problem._words.text()
    panel.sheet.edit_cell(0, BEFORE)
    type_on("50")
    assert stored(page).measurements[0].before == 50
    assert not panel._problem.isVisibleTo(panel)


def test_a_unit_that_is_not_the_rows_is_turned_into_it_or_refused(page: VisitPage) -> None:
    find(page, "cervical rotation right")
    type_on("58 cm")
    panel = panel_of(page)
    assert "measured in degrees" in panel._problem._words.text()
    assert stored(page).measurements[0].before is None

    find(page, "mouth opening")
    type_on("4.2 cm")
    assert [(each.unit, each.before) for each in stored(page).measurements[1:]] == [("mm", Decimal(42))]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mouth opening", "jaw opening"),
        ("neck rotation right", "cervical rotation"),
        ("neck side bending left", "cervical lateral flexion"),
        ("low back flexion", "thoracolumbar flexion"),
    ],
)
def test_a_motion_is_found_by_what_people_call_it(page: VisitPage, typed: str, name: str) -> None:
    offers = all_offers(page._workplace.assessments, (), page.session.file.case_file.case)
    found, _ = search_offers(typed, offers)
    wanted = found[0].wanted(Movement.ACTIVE)

    assert isinstance(wanted, tuple)
    assert {each.name for each in wanted} == {name}


def test_rows_go_and_come_back_by_undo(page: VisitPage) -> None:
    find(page, "cervical rot")
    type_on("58", "70")
    panel = panel_of(page)
    panel.sheet.setCurrentIndex(panel.model.index(0, AFTER))
    QTest.keyClick(panel.sheet, Qt.Key.Key_Delete)
    assert [each.side for each in stored(page).measurements] == [Side.LEFT]

    page.session.undo_stack.undo()

    assert [each.side for each in stored(page).measurements] == [Side.RIGHT, Side.LEFT]
    assert stored(page).measurements[0].before == 58


def test_pain_on_motion_is_ticked(page: VisitPage) -> None:
    find(page, "cervical rotation right")
    model = panel_of(page).model

    assert model.setData(model.index(0, PAIN), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    assert stored(page).measurements[0].pain_on_motion


@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_fits(qtbot: QtBot, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(*size)
    find(page, "cervical: all")
    type_on("120")
    settle(page)

    qtbot.waitUntil(lambda: misfits(page.window()) == [], timeout=5000)
