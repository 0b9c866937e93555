"""The daily safe copy when charts are closed, and bringing charts back through the first window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.conftest import give_passphrase
from desks import open_desk
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.program import Program
from therapist_desk.app.settings import Settings
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services import clients
from therapist_desk.services.copies import copies_in, write_copy_into
from therapist_desk.ui.unlock.front_desk import FrontDesk
from therapist_desk.ui.unlock.trouble_panel import TroublePanel
from therapist_desk.ui.unlock.unlock_panel import UnlockPanel


def charts_with_somebody(folder: Path, copies: Path) -> None:
    with closing(open_desk(folder, SystemClock())) as desk:
        born = SystemClock().now().day
        clients.add_client(desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=born))
        copies.mkdir()
        write_copy_into(desk, copies)


def enter(qtbot: QtBot, program: Program) -> None:
    give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: program.charts is not None and program.charts.window.place is not None, timeout=8000)


def test_the_first_quit_of_a_day_leaves_a_safe_copy_and_the_second_does_not(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    open_desk(tmp_path / "charts", SystemClock()).close()
    (tmp_path / "stick").mkdir()
    settings = Settings()
    settings.save(replace(settings.load(), copy_folder=str(tmp_path / "stick")))

    for _ in range(2):
        program = make_program()
        program.begin(tmp_path / "charts", must_exist=True)
        enter(qtbot, program)
        program.quit()

    assert len(copies_in(tmp_path / "stick")) == 1


def test_a_copy_that_failed_is_told_when_the_charts_are_open_again(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    open_desk(tmp_path / "charts", SystemClock()).close()
    (tmp_path / "letter").write_text("in the way", encoding="utf-8")
    settings = Settings()
    settings.save(replace(settings.load(), copy_folder=str(tmp_path / "letter")))
    first = make_program()
    first.begin(tmp_path / "charts", must_exist=True)
    enter(qtbot, first)
    first.quit()

    again = make_program()
    again.begin(tmp_path / "charts", must_exist=True)
    enter(qtbot, again)

    assert again.charts is not None
    assert str(tmp_path / "letter") in again.charts.window.notices.problem()


def test_charts_come_back_on_an_empty_machine_with_the_passphrase_of_that_day(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    charts_with_somebody(tmp_path / "lost", tmp_path / "stick")
    program = make_program()
    program.begin(tmp_path / "new", must_exist=False)
    assert program.front is not None
    desk = program.front.findChild(FrontDesk)
    assert desk is not None

    desk.restore(copies_in(tmp_path / "stick")[0], tmp_path / "new")
    front = program.front
    qtbot.waitUntil(lambda: isinstance(front.panel, UnlockPanel), timeout=8000)
    enter(qtbot, program)

    assert program.charts is not None
    program.quit()
    assert (tmp_path / "new" / "keyslots.json").exists()


def test_a_damaged_copy_says_so_and_offers_another(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.tdcopy"
    broken.write_bytes(b"PK\x03\x04 cut short")
    program = make_program()
    program.begin(tmp_path / "new", must_exist=False)
    assert program.front is not None
    front, desk = program.front, program.front.findChild(FrontDesk)
    assert desk is not None

    desk.restore(broken, tmp_path / "new")
    qtbot.waitUntil(lambda: isinstance(front.panel, TroublePanel), timeout=8000)

    assert isinstance(front.panel, TroublePanel)
    assert front.panel.sentence.startswith("broken.tdcopy is not a whole safe copy of charts.")
    assert not (tmp_path / "new").exists()
