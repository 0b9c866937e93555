from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.services.opening import change_passphrase
from therapist_desk.services.practice import read_registration
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.preferences import Preferences
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.settings.passphrase_dialog import PassphraseDialog
from therapist_desk.ui.theme.apply import Scheme
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.showing import expect_fit, show

NEW_PASSPHRASE = "ember saddle quartz meadow"


class Kept:
    """Preferences in memory."""

    def __init__(self) -> None:
        self.kept = Preferences(last_therapist="robin")

    def load(self) -> Preferences:
        return self.kept

    def save(self, preferences: Preferences) -> None:
        self.kept = preferences


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def page(workplace: Workplace, kept: Kept) -> SettingsPage:
    return SettingsPage(workplace, kept, "1.0")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(qtbot: QtBot, workplace: Workplace, page: SettingsPage, size: tuple[int, int]) -> None:
    show(qtbot, workplace, page, size)

    expect_fit(qtbot, page)


def test_a_choice_is_kept_at_once_and_told(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage, kept: Kept
) -> None:
    show(qtbot, workplace, page)

    with qtbot.waitSignal(page.changed):
        page.computer.scheme.setCurrentIndex(page.computer.scheme.findData("dark"))

    assert kept.kept == Preferences(scheme=Scheme.DARK, last_therapist="robin")


def test_where_borders_are_drawn_is_kept_and_leaves_the_help_of_the_map_alone(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage, kept: Kept
) -> None:
    kept.kept = Preferences(typical_referral=False)
    show(qtbot, workplace, page)

    page.computer.borders.setCurrentIndex(page.computer.borders.findData("hover"))

    assert kept.kept == Preferences(borders="hover", typical_referral=False)


def test_the_practice_is_changed_by_its_button(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    show(qtbot, workplace, page)
    page.people.practice.fill({"practice_name": "Second Practice"})

    qtbot.mouseClick(page.people.save_practice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(workplace.jobs.idle)

    assert read_registration(workplace.desk).practice.name == "Second Practice"


def test_a_practice_without_a_name_is_refused_at_the_field(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage
) -> None:
    show(qtbot, workplace, page)
    page.people.practice.fill({"practice_name": " "})

    qtbot.mouseClick(page.people.save_practice, Qt.MouseButton.LeftButton)

    assert page.people.practice.problem("practice_name") == "Please fill this in."


def test_the_passphrase_is_changed_in_its_dialog(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    show(qtbot, workplace, page)
    qtbot.mouseClick(page.keys.change, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(PassphraseDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.old.edit, "something else entirely")
    for entry in (dialog.new.first, dialog.new.second):
        qtbot.keyClicks(entry.edit, NEW_PASSPHRASE)
    qtbot.keyClick(dialog.new.second.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.old.problem()))
    assert dialog.old.problem().startswith("This passphrase is not right.")
    qtbot.keyClicks(dialog.old.edit, PASSPHRASE)

    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.new.second.edit, Qt.Key.Key_Return)

    change_passphrase(workplace.desk, NEW_PASSPHRASE, PASSPHRASE)


def test_a_heading_leads_to_its_card_where_the_window_has_room(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage
) -> None:
    show(qtbot, workplace, page, (1310, 768))
    [link] = [each for each in page.sections.findChildren(LinkButton) if each.text() == "Diagnosis codes"]

    link.click()

    assert page.codes.visibleRegion().boundingRect().height() == page.codes.height()
    focused = page.focusWidget()
    assert focused is not None
    assert page.codes.isAncestorOf(focused)
    page.resize(1000, 600)
    assert not page.sections.isVisible()
