from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from therapist_desk.domain.care.treatment import CheckKind, PlannedCheck
from therapist_desk.domain.findings.measurement import MeasurementKind
from therapist_desk.domain.findings.observation import ObservationKind, Result
from therapist_desk.domain.notes.note import Section
from therapist_desk.services import cases
from therapist_desk.services.visit import visits
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.visit.assessment.answer_form import ActivityForm
from therapist_desk.ui.visit.assessment.paper_total import PaperTotal
from therapist_desk.ui.visit.assessment.score_dialog import ScoreDialog
from therapist_desk.ui.visit.page import VisitPage
from ui.fit import SIZES, misfits
from ui.visit.assessment.test_sheet import find, focused, panel_of
from ui.visit.conftest import OpenPage, settle, stored


def dialog_of(page: VisitPage) -> Dialog:
    dialogs = [each for each in page.window().findChildren(Dialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def paper_of(dialog: ScoreDialog) -> PaperTotal:
    assert dialog.paper is not None
    return dialog.paper


def keys(*pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(focused(), key)


def done(page: VisitPage) -> None:
    button = dialog_of(page).findChild(QPushButton, "done")
    assert isinstance(button, QPushButton)
    button.click()


def test_a_red_test_by_keyboard_says_what_to_do_and_goes_into_the_plan(page: VisitPage) -> None:
    find(page, "vertebral")
    keys(Qt.Key.Key_P)
    done(page)

    (kept,) = stored(page).observations
    assert kept.kind is ObservationKind.TEST
    assert kept.result is Result.POSITIVE
    assert kept.red
    assert "Vertebral artery, right: positive (dizziness" in page.note.objective.words.generated.words
    panel = panel_of(page)
    assert panel._red.isVisibleTo(panel)
    panel._to_plan.click()
    assert "Vertebral artery, right positive" in stored(page).note.own_text(Section.PLAN)
    assert not panel._to_plan.isVisibleTo(panel)


def test_each_side_of_a_test_has_its_own_result(page: VisitPage) -> None:
    find(page, "spurling")
    keys(Qt.Key.Key_N)
    dialog = dialog_of(page)
    keys(Qt.Key.Key_U)
    done(page)

    assert [(each.side, each.result) for each in stored(page).observations] == [("right", Result.UNCLEAR)]
    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    assert stored(page).observations == ()
    assert not dialog.isVisible()


def test_posture_is_added_and_taken_away_from_its_sentence(page: VisitPage) -> None:
    find(page, "head forward")
    add = dialog_of(page).findChild(QPushButton, "add")
    assert isinstance(add, QPushButton)
    add.click()
    (kept,) = stored(page).observations
    assert "Posture from the left: head forward, mild." in page.note.objective.words.generated.words

    page.note.objective.words.generated.sentence_chosen.emit(f"observation:{kept.id}")
    remove = dialog_of(page).findChild(QPushButton, "remove")
    assert isinstance(remove, QPushButton)
    remove.click()

    assert stored(page).observations == ()


def test_girth_stands_in_the_sheet_with_its_unit(page: VisitPage) -> None:
    find(page, "girth")
    dialog = dialog_of(page)
    place = dialog.findChild(QLineEdit, "place")
    add = dialog.findChild(QPushButton, "add")
    assert isinstance(place, QLineEdit)
    assert isinstance(add, QPushButton)
    add.click()
    assert dialog.isVisible()  # it says that the place is missing
    place.setText("calf")
    add.click()

    (kept,) = stored(page).measurements
    assert (kept.kind, kept.name, kept.unit) == (MeasurementKind.GIRTH, "girth, calf", "cm")


def test_a_total_is_checked_against_its_range(page: VisitPage) -> None:
    find(page, "NDI")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).total, "450")
    assert "goes from 0 to 50" in paper_of(dialog).total_field.problem()
    paper_of(dialog).total.clear()
    QTest.keyClicks(paper_of(dialog).total, "18,5")
    assert dialog.score.text() == "Score 18.5/50 (37 %) · moderate"
    done(page)

    (kept,) = stored(page).measurements
    assert (kept.measure, kept.before) == ("NDI", Decimal("18.5"))
    assert "Vernon" in kept.judged_by
    assert "taken for the first time" in page.note.assessment.words.generated.words


def test_the_answers_of_a_paper_form_are_added_up_and_kept_by_their_numbers(page: VisitPage) -> None:
    find(page, "QuickDASH")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).answers, "3 2 4 1 3")
    assert dialog._rule._words.text() == "5 of 11 answers so far."
    done(page)
    assert dialog.isVisible()  # half a form is not thrown away
    assert "Only 5 of 11 answers" in dialog._refused._words.text()
    QTest.keyClicks(paper_of(dialog).answers, " 2 3 4 2 3 -")
    assert (paper_of(dialog).total.text(), dialog.score.text()) == ("42.5", "Score 42.5/100")
    assert "1 not answered" in dialog._rule._words.text()
    done(page)

    (kept,) = stored(page).measurements
    assert kept.before == Decimal("42.5")
    assert [each.given for each in kept.answers] == [3, 2, 4, 1, 3, 2, 3, 4, 2, 3, None]
    page.note.objective.words.generated.sentence_chosen.emit(f"measurement:{kept.id}")
    again = dialog_of(page)
    assert isinstance(again, ScoreDialog)
    assert paper_of(again).answers.text() == "3 2 4 1 3 2 3 4 2 3 –"


def test_too_many_missing_give_no_score_and_lose_nothing(page: VisitPage) -> None:
    find(page, "QuickDASH")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).answers, "32413234--3")
    assert "2 of 11 answers are missing, and at most 1 may be" in dialog._rule._words.text()
    done(page)

    (kept,) = stored(page).measurements
    assert kept.before is None
    assert sum(each.given is not None for each in kept.answers) == 9


def test_a_total_typed_takes_the_place_of_the_answers(page: VisitPage) -> None:
    find(page, "NDI")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).answers, "3333333333")
    assert dialog.score.text().startswith("Score 30/50")
    QTest.keyClicks(paper_of(dialog).answers, "7")
    assert "is no answer of NDI" in paper_of(dialog).answers_field.problem()
    paper_of(dialog).total.clear()
    QTest.keyClicks(paper_of(dialog).total, "17 of 50")
    assert paper_of(dialog).answers.text() == ""
    done(page)

    (kept,) = stored(page).measurements
    assert kept.before == 17
    assert kept.answers == ()


def test_an_odd_oswestry_asks_whether_points_are_meant(page: VisitPage) -> None:
    find(page, "ODI")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).total, "17")
    assert "type 17/50 (34 %)" in dialog._rule._words.text()
    QTest.keyClicks(paper_of(dialog).total, "/50")
    assert dialog.score.text() == "Score 34/100 · moderate disability"
    assert not dialog._rule.isVisible()


def test_a_worst_pain_below_the_pain_now_is_asked_about(page: VisitPage) -> None:
    find(page, "NPRS")
    keys(Qt.Key.Key_7, Qt.Key.Key_Return, Qt.Key.Key_4)
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)

    assert "The worst should be the highest" in dialog._rule._words.text()


def test_a_total_that_cannot_be_is_not_thrown_away_unasked(page: VisitPage) -> None:
    find(page, "NDI")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).total, "450")
    done(page)

    assert dialog.isVisible()
    assert paper_of(dialog).total.text() == "450"
    leave_out = dialog.findChild(QAbstractButton, "leave_out")
    assert isinstance(leave_out, QAbstractButton)
    assert leave_out.isVisible()
    leave_out.click()

    assert not dialog.isVisible()
    assert stored(page).measurements == ()


def test_a_change_is_judged_by_what_was_found_for_the_condition_of_the_case(page: VisitPage) -> None:
    find(page, "HIT-6")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).total, "60")
    done(page)
    again = visits.start_visit(page._workplace.desk, page.session.visit.case_id)
    page.show_visit(again.id)
    settle(page)
    find(page, "HIT-6")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    QTest.keyClicks(paper_of(dialog).total, "52")

    tension = [each for each in dialog._measure.changes if "tension headache" in each.conditions]
    assert f"minimal important change of {tension[0].amount} ({tension[0].citation})" in dialog.course.text()


def test_what_the_case_plans_is_offered_first(page: VisitPage) -> None:
    desk = page._workplace.desk
    case = page.session.file.case_file.case
    planned = (
        PlannedCheck(kind=CheckKind.MEASURE, key="PSFS", name="PSFS"),
        PlannedCheck(kind=CheckKind.TEST, key="Spurling's compression", name="Spurling"),
    )
    cases.save_case(desk, replace(case, checks=planned))
    page.session.open_again()
    settle(page)
    page.note.objective.offer_assessments()

    rows = panel_of(page).finder.list
    titles = [rows.model().index(place, 0).data() for place in range(2)]
    kinds = [each.kind for each in panel_of(page).finder._shown[:2]]
    assert titles == ["Patient-Specific Functional Scale", "Spurling's compression"]
    assert all(kind.endswith(", planned") for kind in kinds)


def test_a_questionnaire_goes_by_number_keys_and_enter(page: VisitPage) -> None:
    find(page, "FIQR")
    for _ in range(9):
        keys(Qt.Key.Key_6, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    assert "FIQR, impact cannot be scored" in dialog._rule._words.text()
    for _ in range(12):
        keys(Qt.Key.Key_5, Qt.Key.Key_Return)
    assert dialog.score.text() == "Score 53/100 · moderate"  # 54/3 + 10 + 50/2
    keys(Qt.Key.Key_Return)

    (kept,) = stored(page).measurements
    assert [each.given for each in kept.answers] == [6] * 9 + [5] * 12
    assert kept.before == 53


def test_half_a_questionnaire_loses_nothing_and_goes_on(page: VisitPage) -> None:
    find(page, "FIQR")
    keys(Qt.Key.Key_6)
    done(page)
    (half,) = stored(page).measurements
    assert half.before is None
    assert "1 of 21 answered, no score" in page.note.objective.words.generated.words

    page.note.objective.words.generated.sentence_chosen.emit(f"measurement:{half.id}")
    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    assert dialog.form is not None
    assert dialog.form.answers()[0].given == 6


def test_a_questionnaire_opened_and_left_leaves_nothing(page: VisitPage) -> None:
    for name in ("GROC", "NDI", "PSFS"):
        find(page, name)
        done(page)

    assert stored(page).measurements == ()


def test_the_clients_own_activities_are_offered_again_next_visit(page: VisitPage) -> None:
    find(page, "PSFS")
    for words in ("driving", "sleep", "reading"):
        QTest.keyClicks(focused(), words)
        keys(Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_Return)
    done(page)
    assert stored(page).measurements[0].before == 4
    desk = page._workplace.desk

    again = visits.start_visit(desk, page.session.visit.case_id)
    page.show_visit(again.id)
    settle(page)
    find(page, "PSFS")

    dialog = dialog_of(page)
    assert isinstance(dialog, ScoreDialog)
    assert isinstance(dialog.form, ActivityForm)
    assert [line.text() for line in dialog.form.words] == ["driving", "sleep", "reading", "", ""]
    for row in dialog.form.rows[:3]:
        QTest.keyClick(row, Qt.Key.Key_6)
    assert "2 better, at least the minimal important change of 2 (Stratford 1995)" in dialog.course.text()


def test_pain_now_is_asked_once(page: VisitPage) -> None:
    find(page, "NPRS")
    keys(Qt.Key.Key_6)
    done(page)

    assert stored(page).note.pain_before == 6


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["RMDQ", "FIQR", "GROC", "NDI", "PSFS", "vertebral", "head forward"])
def test_every_dialog_fits(qtbot: QtBot, open_page: OpenPage, size: tuple[int, int], name: str) -> None:
    page = open_page(*size)
    find(page, name)

    qtbot.waitUntil(lambda: misfits(dialog_of(page)) == [], timeout=5000)
