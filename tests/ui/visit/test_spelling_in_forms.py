"""The spelling check in the forms of orders and health: words are judged, and an underline is no change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.health.history import HealthItem, ItemKind
from therapist_desk.domain.ids import CaseId, ReferralId, VisitId
from therapist_desk.domain.people import Physician
from therapist_desk.services.spelling import load_speller
from therapist_desk.services.visit import visits
from therapist_desk.ui.chart.case.referral_dialog import ReferralDialog
from therapist_desk.ui.health.history_dialog import HistoryDialog
from therapist_desk.ui.health.items_edit import ItemLine
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.preferences import Preferences, UnkeptPreferences
from therapist_desk.ui.spelling.fields import LineSpelling, check_texts
from therapist_desk.ui.workplace import Workplace


@pytest.fixture
def checked(workplace: Workplace) -> Workplace:
    return replace(
        workplace, speller=partial(load_speller, resources_dir()), preferences=UnkeptPreferences(Preferences())
    )


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    return shown


def spelling_of(line: QLineEdit) -> LineSpelling:
    (found,) = line.findChildren(LineSpelling)
    return found


def wrong(line: QLineEdit) -> list[str]:
    return [word for _, word in spelling_of(line).wrong()]


def opened(qtbot: QtBot, dialog: FormDialog, workplace: Workplace) -> None:
    check_texts(dialog, workplace)
    dialog.open()
    lines = dialog.findChildren(LineSpelling)
    qtbot.waitUntil(lambda: lines[0]._spelling.ready, timeout=20_000)


def test_the_name_of_a_case_that_an_order_opens_is_checked_but_no_name_of_a_person(
    qtbot: QtBot, checked: Workplace, window: QWidget, visit_id: VisitId
) -> None:
    file = visits.open_visit(checked.desk, visit_id)
    today = checked.desk.today()
    order = Referral(
        id=ReferralId("r"),
        case_id=CaseId("c"),
        physician=Physician(name="Priya Ramanx"),
        ordered_on=today,
        starts_on=today,
    )
    case = Case(id=CaseId("c"), client_id=file.client.id, title="", opened_on=today)
    dialog = ReferralDialog(checked, order, is_new=True, opens=case, parent=window)
    opened(qtbot, dialog, checked)
    title = dialog.findChild(QLineEdit, "title")
    physician = dialog.findChild(QLineEdit, "physician_name")
    assert title is not None
    assert physician is not None

    QTest.keyClicks(title, "suboccipital headahce ")

    assert wrong(title) == ["headahce"]
    assert physician.findChildren(LineSpelling) == []
    dialog.discard()


def test_a_history_is_checked_in_lines_added_later_too_and_an_underline_is_no_change(
    qtbot: QtBot, checked: Workplace, window: QWidget, visit_id: VisitId
) -> None:
    client = visits.open_visit(checked.desk, visit_id).client
    dialog = HistoryDialog(checked, client, None, window)
    medications = dialog.form._lists[ItemKind.MEDICATION]
    medications.show_items((HealthItem(kind=ItemKind.MEDICATION, text="apixaban", detail="mornign"),))
    opened(qtbot, dialog, checked)
    medications._add_empty()

    first, second = medications.lines
    assert isinstance(first, ItemLine)
    assert isinstance(second, ItemLine)
    assert wrong(first.words) == []
    assert wrong(first.detail) == ["mornign"]
    before = dialog._changed
    QTest.keyClicks(second.words, "ibuprofin ")
    assert wrong(second.words) == ["ibuprofin"]
    assert (before, dialog._changed) == (False, True)
    dialog.discard()
