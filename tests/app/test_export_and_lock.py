"""An export that locking or quitting cuts short: nothing of it is left, and it is told when the charts open again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.conftest import give_passphrase
from desks import PASSPHRASE, HandClock, open_desk
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.idle import IdleWatch
from therapist_desk.app.program import Program
from therapist_desk.app.settings import Settings
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.ids import TherapistId
from therapist_desk.services import opening
from therapist_desk.ui.exporting.export_dialog import ExportDialog
from therapist_desk.ui.kit.banner import Banner
from ui.samples import fill
from ui.showing import find

_SAID = "The export was called off when the charts were closed; nothing of it was left behind."


def enter(qtbot: QtBot, program: Program, folder: Path) -> None:
    program.begin(folder, must_exist=True)
    give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: program.charts is not None and program.charts.window.place is not None, timeout=20_000)


def begin_export(qtbot: QtBot, program: Program, out: Path) -> ExportDialog:
    assert program.charts is not None
    dialog = ExportDialog(program.charts.window._workplace, None, program.charts.window)
    dialog.form.show_folder(out)
    dialog.open()
    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: any(out.iterdir()), timeout=20_000)
    return dialog


@pytest.mark.parametrize("leave", [Program.lock, Program.quit])
def test_nothing_is_left_of_it_and_the_next_start_says_so_once(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path, leave: Callable[[Program], None]
) -> None:
    with closing(open_desk(tmp_path / "charts", HandClock())) as desk:
        fill(desk, HandClock())
    out = tmp_path / "out"
    out.mkdir()
    program = make_program()
    enter(qtbot, program, tmp_path / "charts")
    begin_export(qtbot, program, out)

    leave(program)

    assert list(out.iterdir()) == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("write", "read"))]
    again = make_program()
    enter(qtbot, again, tmp_path / "charts")
    assert again.charts is not None
    assert again.charts.window.notices.problem() == _SAID
    again.quit()
    opened = opening.unlock(tmp_path / "charts", TherapistId("robin"), PASSPHRASE, SystemClock())
    with closing(opened) as desk, desk.store.reading() as charts:
        assert charts.audit.last(AuditAction.DATA_EXPORTED) is None
    assert Settings().take_cut_short() == ""


def test_the_idle_lock_counts_from_the_end_of_an_export(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    # given charts that nobody has touched for nine minutes and a half
    clock, out = HandClock(), tmp_path / "out"
    out.mkdir()
    with closing(open_desk(tmp_path / "charts", clock)) as desk:
        fill(desk, clock)
    program = make_program()
    enter(qtbot, program, tmp_path / "charts")
    assert program.charts is not None
    idle = find_watch(program)
    idle._clock = clock
    idle.touch()
    clock.wait(9.5)
    assert idle.quiet() == 570

    # when an export runs to its end without a touch
    dialog = begin_export(qtbot, program, out)
    qtbot.waitUntil(lambda: find(dialog, Banner, "exported").isVisible(), timeout=20_000)

    # then the wait has begun anew
    assert idle.quiet() == 0
    dialog.reject()


def find_watch(program: Program) -> IdleWatch:
    assert program.charts is not None
    (watch,) = program.charts.findChildren(IdleWatch)
    return watch


def test_what_a_power_cut_left_of_an_export_goes_when_the_charts_open(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    open_desk(tmp_path / "charts", SystemClock()).close()
    left = tmp_path / ".charts-export-2026-01-02-090000.unfinished"
    left.mkdir()
    settings = Settings()
    settings.save(replace(settings.load(), document_folder=str(tmp_path)))

    program = make_program()
    enter(qtbot, program, tmp_path / "charts")

    qtbot.waitUntil(lambda: not left.exists(), timeout=20_000)
