"""Safe copies, therapists and the audit trail, in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.services.copies import copies_in, copy_state
from therapist_desk.services.opening import who_can_unlock
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.preferences import UnkeptPreferences
from therapist_desk.ui.settings.audit_dialog import AuditDialog
from therapist_desk.ui.settings.copies_card import CopiesCard
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.settings.therapist_dialog import TherapistDialog
from therapist_desk.ui.workplace import Workplace
from ui.showing import find, show, titles

PASSPHRASE = "ember saddle quartz meadow"


class Folders:
    """Stands for the system's dialog."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def choose_copy_folder(self, parent: QWidget, now: str) -> Path | None:  # noqa: ARG002 - the dialog's own
        self.asked.append(now)
        return self.folder


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> SettingsPage:
    made = SettingsPage(workplace, UnkeptPreferences(), "1.0")
    show(qtbot, workplace, made)
    return made


def shown_card(qtbot: QtBot, workplace: Workplace, folders: Folders) -> CopiesCard:
    card = CopiesCard(workplace, folders)
    qtbot.addWidget(card)
    card.show()
    card.read()
    qtbot.waitUntil(workplace.jobs.idle)
    return card


def test_the_first_copy_asks_for_a_folder_and_says_when_it_was_made(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    card = shown_card(qtbot, workplace, Folders(tmp_path / "stick"))
    assert find(card, Label, "last_copy").text() == "No safe copy has been made yet."

    card.make.click()
    qtbot.waitUntil(lambda: "Last safe copy" in find(card, Label, "last_copy").text(), timeout=8000)

    assert len(copies_in(tmp_path / "stick")) == 1
    assert str(tmp_path / "stick") in find(card, Label, "copy_folder").text()
    assert copy_state(workplace.desk).last is not None


def test_calling_the_folder_off_makes_no_copy(qtbot: QtBot, workplace: Workplace) -> None:
    folders = Folders(None)
    card = shown_card(qtbot, workplace, folders)

    card.make.click()

    assert folders.asked == [""]
    assert card.make.isEnabled()
    assert copy_state(workplace.desk).last is None


def test_a_folder_that_cannot_be_written_is_said(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("in the way", encoding="utf-8")
    card = shown_card(qtbot, workplace, Folders(tmp_path / "letter"))

    card.make.click()
    trouble = card.findChild(Banner, "copy_trouble")
    assert trouble is not None
    qtbot.waitUntil(trouble.isVisible)

    assert any(str(tmp_path / "letter") in label.text() for label in trouble.findChildren(QLabel))
    assert card.make.isEnabled()


def test_a_therapist_is_added_with_a_passphrase_of_their_own(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage
) -> None:
    page.therapists.add.click()
    dialog = page.findChild(TherapistDialog)
    assert dialog is not None
    for name, text in (
        ("name", "Sam Example"),
        ("credentials", "LMT"),
        ("licence_number", "T-9"),
        ("licence_state", "WA"),
    ):
        QTest.keyClicks(dialog.form.edit(name), text)
    QTest.keyClicks(dialog.passphrase.first.edit, PASSPHRASE)
    QTest.keyClicks(dialog.passphrase.second.edit, PASSPHRASE)
    dialog.add.click()
    qtbot.waitUntil(lambda: "Sam Example, LMT" in titles(page.therapists.rows), timeout=8000)

    assert [slot.name for slot in who_can_unlock(workplace.desk.folder)] == ["Robin Mockford", "Sam Example"]


def test_a_form_with_gaps_says_so_and_adds_nobody(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    page.therapists.add.click()
    dialog = page.findChild(TherapistDialog)
    assert dialog is not None

    dialog.add.click()

    assert dialog.form.problem("name") == "Please fill this in."
    qtbot.waitUntil(workplace.jobs.idle)
    assert len(who_can_unlock(workplace.desk.folder)) == 1


def test_removing_a_therapist_asks_first(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    test_a_therapist_is_added_with_a_passphrase_of_their_own(qtbot, workplace, page)
    rows = find(page, RowList, "therapists")
    rows.setFocus()
    rows.choose(1)

    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert len(who_can_unlock(workplace.desk.folder)) == 2
    find(page, QAbstractButton, "remove_yes").click()
    qtbot.waitUntil(lambda: [row.trailing for row in rows.rows] == ["you", "removed"])

    assert [slot.name for slot in who_can_unlock(workplace.desk.folder)] == ["Robin Mockford"]


def test_oneself_is_not_offered_to_be_removed(page: SettingsPage) -> None:
    assert [row.link for row in find(page, RowList, "therapists").rows] == [""]


@pytest.mark.usefixtures("clients")
def test_the_trail_names_who_did_what_to_whom_and_can_be_filtered(qtbot: QtBot, page: SettingsPage) -> None:
    page.therapists.trail.click()
    dialog = page.findChild(AuditDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.rows.rows))

    QTest.keyClicks(dialog.search, "odo started")

    assert [(row.title, row.caption) for row in dialog.rows.rows] == [("Visit started", "Odo Testcase, visit 1")]
    assert "Robin Mockford" in dialog.rows.rows[0].trailing
