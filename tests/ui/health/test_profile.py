"""The tab of profile and consent in its window: the checklist by keyboard, the signature by mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.health.consent import ConsentStanding, Scope
from therapist_desk.domain.health.history import Answer, HealthItem, ItemKind
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.health import client_histories, read_background, take_history
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.health.history_dialog import HistoryDialog
from therapist_desk.ui.health.region_chips import RegionChips
from therapist_desk.ui.health.signature_pad import SignaturePad, SignatureView
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.kit.pill import CautionChip, StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.visit.map.region_finder import RegionFinder
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.fit import SIZES
from ui.showing import expect_fit, find, type_into

TODAY = date(2026, 11, 23)


@pytest.fixture
def chart(qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> Chart:
    return Chart(qtbot, workplace, clients)


def press(qtbot: QtBot, page: ChartPage, name: str) -> None:
    find(page.window(), QAbstractButton, name).click()
    qtbot.waitUntil(page._workplace.jobs.idle)


def draw(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 70))
    for step in range(1, 9):
        QTest.mouseMove(pad, QPoint(30 + 30 * step, 40 if step % 2 else 90))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(280, 70))


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_what_is_typed_after_a_click_on_yes_says_which(qtbot: QtBot, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    answer = find(page.window(), ToggleGroup, "answer_hypermobility")

    QTest.mouseClick(answer.option("yes"), Qt.MouseButton.LeftButton)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "fingers and unstable elbows")

    assert answer.value() == "yes"
    assert find(page.window(), QLineEdit, "detail_hypermobility").text() == "fingers and unstable elbows"


def test_the_checklist_is_answered_by_keyboard(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    ids = [condition.id for condition in workplace.checklist]
    for condition in ids:
        focus = QApplication.focusWidget()
        assert focus is not None
        if condition == "dvt":
            QTest.keyClicks(focus, "y")
            detail = find(page.window(), QLineEdit, "detail_dvt")
            assert detail.hasFocus()
            QTest.keyClicks(detail, "left calf, March")
            find(page.window(), ToggleGroup, f"answer_{ids[ids.index('dvt') + 1]}").option("yes").setFocus()
        elif condition == "diabetes":
            QTest.keyClicks(focus, "u")
        else:
            QTest.keyClicks(focus, "n")
    press(qtbot, page, "save")

    [history] = client_histories(workplace.desk, chart.clients["odo"])
    answers = {answer.condition: answer.answer for answer in history.answers}
    assert list(answers) == ids
    assert {name for name, answer in answers.items() if answer is not Answer.NO} == {"dvt", "diabetes"}
    assert history.answer_to("dvt").detail == "left calf, March"  # type: ignore[union-attr]  # it is there
    assert [chip.text() for chip in page.findChildren(CautionChip) if chip.isVisible()] == [
        "Blood clot, suspected or known, left calf, March"
    ]


def test_no_to_everything_leaves_what_is_answered_and_ctrl_enter_saves(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    [dialog] = page.window().findChildren(HistoryDialog)
    find(dialog, ToggleGroup, "answer_pregnancy").option("yes").click()
    everything = find(dialog, LinkButton, "rest_of_all")
    everything.setFocus()
    QTest.keyClick(everything, Qt.Key.Key_Return)

    QTest.keyClick(everything, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: not page.window().findChildren(HistoryDialog))
    history = read_background(workplace.desk, chart.clients["odo"]).history
    assert history is not None
    asked = sum(len(group.conditions) for group in workplace.checklist.groups)
    assert len(history.answers) == asked
    answers = {each.condition: each.answer for each in history.answers}
    assert answers.pop("pregnancy") is Answer.YES
    assert set(answers.values()) == {Answer.NO}


def test_no_to_the_rest_leaves_what_is_answered(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    find(page.window(), ToggleGroup, "answer_pregnancy").option("yes").click()

    press(qtbot, page, "rest_pregnancy")
    press(qtbot, page, "save")

    [history] = client_histories(workplace.desk, chart.clients["odo"])
    assert [(each.condition, each.answer) for each in history.answers] == [
        ("pregnancy", Answer.YES),
        ("preeclampsia", Answer.NO),
    ]


def test_a_date_that_cannot_be_is_said_at_its_question_and_nothing_is_lost(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    find(page.window(), ToggleGroup, "answer_cancer").option("yes").click()
    type_into(page.window(), "detail_cancer", "skin")
    type_into(page.window(), "since_cancer", "2 May 1950")
    press(qtbot, page, "save")

    assert "This date lies before the date of birth." in words(page.window())
    assert client_histories(workplace.desk, chart.clients["odo"]) == ()
    type_into(page.window(), "since_cancer", "2 May 2020")
    press(qtbot, page, "save")
    [history] = client_histories(workplace.desk, chart.clients["odo"])
    assert (history.affirmed[0].detail, history.affirmed[0].since) == ("skin", date(2020, 5, 2))


def test_a_consent_is_signed_by_mouse_and_shown(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    assert find(page, StatusPill, "consent_state").text() == "Expired"
    press(qtbot, page, "sign_consent")
    press(qtbot, page, "save")
    assert "Nobody has signed yet. Draw the signature in the box." in words(page.window())

    draw(find(page.window(), SignaturePad, "signature_pad"))
    find(page.window(), QCheckBox, "scope_gluteal").click()
    press(qtbot, page, "save")

    [consent] = read_background(workplace.desk, chart.clients["odo"]).consents
    assert (consent.signer, consent.signed_on) == ("Odo Testcase", TODAY)
    assert consent.scopes == (Scope.TREATMENT, Scope.GLUTEAL)
    assert find(page, StatusPill, "consent_state").text() == "Signed"
    assert find(page, SignatureView, "signature").signature == consent.signature
    assert consent.signature.drawn


def test_a_signature_can_be_wiped_and_drawn_anew(qtbot: QtBot, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "sign_consent")
    pad = find(page.window(), SignaturePad, "signature_pad")
    draw(pad)
    assert len(pad.signature.strokes) == 1

    QTest.keyClick(pad, Qt.Key.Key_Delete)

    assert not pad.signature.drawn
    find(page.window(), QAbstractButton, "cancel").click()
    find(page.window(), QAbstractButton, "discard").click()


def test_a_consent_signed_on_paper_is_renewed_and_withdrawn(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "sign_consent")
    find(page.window(), QCheckBox, "on_paper").click()
    press(qtbot, page, "save")
    press(qtbot, page, "withdraw_consent")
    find(page.window(), QPlainTextEdit, "withdrawal_reason").setPlainText("wants to stop")
    press(qtbot, page, "save")

    background = read_background(workplace.desk, chart.clients["odo"])
    assert background.consent_on(TODAY).standing is ConsentStanding.WITHDRAWN
    assert find(page, StatusPill, "consent_state").text() == "Withdrawn"
    assert "wants to stop" in words(page)


def test_an_earlier_version_can_be_read(workplace: Workplace, chart: Chart) -> None:

    client = chart.clients["odo"]
    for version, drug in enumerate(("Metformin", "Lisinopril")):
        items = (HealthItem(kind=ItemKind.MEDICATION, text=drug),)
        take_history(workplace.desk, client, (), items, seen=version)
    page = chart.open("odo", ChartTab.PROFILE)
    assert "Lisinopril" in words(page)

    versions = find(page, Select, "history_version")
    versions.setCurrentIndex(1)
    versions.activated.emit(1)

    assert "Metformin" in words(page)
    assert "Lisinopril" not in words(page)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", ["", "take_history", "sign_consent"])
def test_nothing_is_cut_off(
    qtbot: QtBot, chart: Chart, theme: Theme, form: str, size: tuple[int, int], scheme: Scheme
) -> None:
    theme.use(scheme)
    page = chart.open("juniper", ChartTab.PROFILE, size)
    if form:
        press(qtbot, page, form)

    expect_fit(qtbot, page)


def test_how_long_the_record_is_kept_stands_with_the_details_and_its_source(chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.PROFILE)

    said = find(page, QLabel, "kept_until").text()

    assert said.startswith("Keep this record at least until 23 Nov 2036")
    assert "cmmota.com" in said


def test_before_the_first_visit_nothing_is_said_of_keeping(chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.PROFILE)

    assert page.findChild(QLabel, "kept_until") is None


def test_words_typed_after_a_clicked_yes_are_its_detail(qtbot: QtBot, chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    answer = find(page.window(), ToggleGroup, "answer_anticoag")

    QTest.mouseClick(answer.option("yes"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.window().focusWidget(), "Apixaban")

    assert find(page.window(), QLineEdit, "detail_anticoag").text() == "Apixaban"
    assert answer.value() == "yes"


def test_a_region_chosen_leaves_room_for_the_next(qtbot: QtBot, chart: Chart) -> None:
    # given varicose veins, with a place to say
    page = chart.open("odo", ChartTab.PROFILE)
    press(qtbot, page, "take_history")
    find(page.window(), ToggleGroup, "answer_varices").option("yes").click()
    [where] = [each for each in page.window().findChildren(RegionChips) if each.isVisible()]

    # when a region is chosen by its name
    where.add.click()
    finder = where.findChild(RegionFinder)
    assert finder is not None
    screen = finder.screen().availableGeometry()
    assert screen.contains(finder.geometry())
    QTest.keyClicks(finder.search, "left medial gastroc")
    QTest.keyClick(finder.search, Qt.Key.Key_Return)

    # then the chip for another stands beside it
    [chosen] = where.findChildren(Chip)
    qtbot.waitUntil(lambda: where.add.x() > chosen.geometry().right())
    assert where.regions()[0].region == "gastroc_med"
