"""From the welcome to the open store, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import MONDAY, HandClock
from therapist_desk.app.paths import resources_dir
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import store_exists
from therapist_desk.ui.first_run.passphrase_panel import PassphrasePanel
from therapist_desk.ui.first_run.people_panel import PeoplePanel
from therapist_desk.ui.first_run.recovery_code_panel import RecoveryCodePanel
from therapist_desk.ui.first_run.welcome_panel import WelcomePanel
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.passphrase_edit import StrengthMeter
from therapist_desk.ui.preferences import Preferences
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.unlock.front_desk import FrontDesk, Means
from therapist_desk.ui.unlock.front_window import FrontWindow
from ui.showing import find

PASSPHRASE = "violet harbour engine lantern"
PanelT = TypeVar("PanelT", bound=QWidget)


class Kept:
    """Preferences in memory."""

    def __init__(self) -> None:
        self._kept = Preferences()

    def load(self) -> Preferences:
        return self._kept

    def save(self, preferences: Preferences) -> None:
        self._kept = preferences


def no_samples() -> Desk:
    raise NotImplementedError


@pytest.fixture
def opened() -> list[Desk]:
    return []


@pytest.fixture
def front(qtbot: QtBot, tmp_path: Path, opened: list[Desk]) -> Iterator[FrontWindow]:
    clock, jobs = HandClock(MONDAY), Jobs()
    window = FrontWindow(resources_dir() / "unlock", "1")
    watch = SessionWatch(clock, window)
    desk = FrontDesk(window, Means(jobs, clock, Kept(), no_samples, lambda _folder: None), watch)
    desk.opened.connect(opened.append)
    desk.begin(tmp_path / "charts", must_exist=False)
    qtbot.addWidget(window)
    window.show()
    yield window
    jobs.close()
    for one in opened:
        one.close()


def panel(front: FrontWindow, kind: type[PanelT]) -> PanelT:
    assert isinstance(front.panel, kind)
    return front.panel


def fill_people(qtbot: QtBot, front: FrontWindow) -> None:
    qtbot.keyClick(panel(front, WelcomePanel).set_up, Qt.Key.Key_Return)
    people = panel(front, PeoplePanel)
    people.therapist.fill(
        {"name": "Robin Mockford", "credentials": "LMT", "licence_number": "1", "licence_state": "WA"}
    )
    people.practice.fill({"practice_name": "Mockford Massage", "street": "12 Sample Street", "city": "Testville"})


def test_gaps_are_named_at_their_fields(qtbot: QtBot, front: FrontWindow) -> None:
    qtbot.keyClick(panel(front, WelcomePanel).set_up, Qt.Key.Key_Return)
    people = panel(front, PeoplePanel)
    people.therapist.fill({"npi": "1234567890"})

    qtbot.mouseClick(people.go_on, Qt.MouseButton.LeftButton)

    assert people.therapist.problem("name") == "Please fill this in."
    assert people.therapist.problem("npi").startswith("This is not an NPI")
    assert people.practice.problem("city") == "Please fill this in."


def test_no_strength_is_shown_while_nothing_is_typed(qtbot: QtBot, front: FrontWindow) -> None:
    fill_people(qtbot, front)
    qtbot.mouseClick(panel(front, PeoplePanel).go_on, Qt.MouseButton.LeftButton)
    step = panel(front, PassphrasePanel).passphrase
    meter = step.findChild(StrengthMeter)
    assert meter is not None
    empty = meter.grab().toImage()

    step.first.edit.setText("dog")
    qtbot.waitUntil(lambda: meter.accessibleName() == "Too weak")
    assert meter.grab().toImage() != empty

    step.first.edit.clear()
    qtbot.waitUntil(lambda: not meter.accessibleName())
    picture = meter.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(0, picture.width(), 4)}
    assert current_tokens().amber.name() not in colours


def test_a_first_run_ends_with_the_charts_open(
    qtbot: QtBot, front: FrontWindow, opened: list[Desk], tmp_path: Path
) -> None:
    fill_people(qtbot, front)
    qtbot.mouseClick(panel(front, PeoplePanel).go_on, Qt.MouseButton.LeftButton)
    step = panel(front, PassphrasePanel)
    qtbot.keyClicks(step.passphrase.first.edit, PASSPHRASE)
    qtbot.keyClicks(step.passphrase.second.edit, PASSPHRASE)
    qtbot.keyClick(step.passphrase.second.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(front.panel, RecoveryCodePanel))
    code = panel(front, RecoveryCodePanel)
    assert not code.go_on.isEnabled()
    assert code.view.save_to(tmp_path / "code.txt")

    code.view.check.click()
    code.go_on.click()

    assert len(opened) == 1
    assert store_exists(tmp_path / "charts")
    assert "Mockford Massage" in (tmp_path / "code.txt").read_text(encoding="utf-8")


def test_what_was_typed_is_there_again_after_going_back_to_the_welcome(qtbot: QtBot, front: FrontWindow) -> None:
    fill_people(qtbot, front)
    people = panel(front, PeoplePanel)
    people.practice.fill({"city": ""})

    qtbot.mouseClick(find(people, QPushButton, "back"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(panel(front, WelcomePanel).set_up, Qt.Key.Key_Return)

    again = panel(front, PeoplePanel)
    assert again.therapist.text("name") == "Robin Mockford"
    assert again.practice.text("street") == "12 Sample Street"
    assert again.practice.text("city") == ""


def test_two_different_passphrases_are_refused(qtbot: QtBot, front: FrontWindow, tmp_path: Path) -> None:
    fill_people(qtbot, front)
    qtbot.mouseClick(panel(front, PeoplePanel).go_on, Qt.MouseButton.LeftButton)
    step = panel(front, PassphrasePanel)
    qtbot.keyClicks(step.passphrase.first.edit, PASSPHRASE)
    qtbot.keyClicks(step.passphrase.second.edit, "violet harbour")

    qtbot.mouseClick(step.create_charts, Qt.MouseButton.LeftButton)

    assert step.passphrase.second.problem().startswith("The two passphrases differ.")
    assert not store_exists(tmp_path / "charts")


def test_a_file_in_the_way_is_told_and_the_step_stays(qtbot: QtBot, front: FrontWindow, tmp_path: Path) -> None:
    (tmp_path / "charts").write_text("", encoding="utf-8")
    fill_people(qtbot, front)
    qtbot.mouseClick(panel(front, PeoplePanel).go_on, Qt.MouseButton.LeftButton)
    step = panel(front, PassphrasePanel)
    for entry in (step.passphrase.first, step.passphrase.second):
        qtbot.keyClicks(entry.edit, PASSPHRASE)

    qtbot.mouseClick(step.create_charts, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(step.trouble()))
    assert "can't be used as a folder for charts" in step.trouble()
    assert step.create_charts.isEnabled()


def test_return_in_any_line_goes_on(qtbot: QtBot, front: FrontWindow) -> None:
    fill_people(qtbot, front)
    qtbot.keyClick(panel(front, PeoplePanel).therapist.edit("name"), Qt.Key.Key_Return)
    step = panel(front, PassphrasePanel)
    qtbot.keyClick(step.passphrase.first.edit, Qt.Key.Key_Return)

    assert step.passphrase.first.problem() == "Please fill this in."
