"""Ways to the charts that do not go straight: the recovery code, and stores that can't be opened."""

from __future__ import annotations

import gc
import json
import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.conftest import give_passphrase
from desks import CHEAP, PASSPHRASE, ROBIN, open_desk
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.program import Program
from therapist_desk.domain.ids import TherapistId
from therapist_desk.services import opening
from therapist_desk.store.keys import Purpose
from therapist_desk.store.presence import KEY_FILE
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect
from therapist_desk.ui.unlock.recovery_panel import RecoveryPanel
from therapist_desk.ui.unlock.trouble_panel import TroublePanel
from therapist_desk.ui.unlock.unlock_panel import UnlockPanel

NEW_PASSPHRASE = "ember saddle quartz meadow"


def refused(qtbot: QtBot, program: Program, folder: Path) -> str:
    program.begin(folder, must_exist=False)
    panel = give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: bool(panel.passphrase.problem()))
    assert program.charts is None
    return panel.passphrase.problem()


def test_the_recovery_code_opens_the_charts_and_sets_a_passphrase(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "charts"
    desk, code = opening.create_store(folder, ROBIN, PASSPHRASE, SystemClock(), cost=CHEAP)
    desk.close()
    program.begin(folder, must_exist=False)
    assert program.front is not None
    first = program.front.panel
    assert isinstance(first, UnlockPanel)
    qtbot.mouseClick(first.recovery, Qt.MouseButton.LeftButton)
    panel = program.front.panel
    assert isinstance(panel, RecoveryPanel)
    qtbot.keyClicks(panel.code, code.replace("-", "").lower())
    qtbot.keyClicks(panel.passphrase.first.edit, NEW_PASSPHRASE)
    qtbot.keyClicks(panel.passphrase.second.edit, NEW_PASSPHRASE)

    qtbot.keyClick(panel.code, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: program.charts is not None and program.charts.window.place is not None)
    program.quit()
    opening.unlock(folder, TherapistId("robin"), NEW_PASSPHRASE, SystemClock()).close()


def test_a_key_file_of_a_newer_version_ends_at_a_sentence(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    content = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
    (folder / KEY_FILE).write_text(json.dumps({**content, "version": 99}), encoding="utf-8")

    program.begin(folder, must_exist=False)

    assert program.front is not None
    panel = program.front.panel
    assert isinstance(panel, TroublePanel)
    assert panel.sentence.startswith("The key file was written by a newer version")


def test_charts_of_a_newer_version_end_at_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    with closing(open_desk(folder)) as desk:
        master = desk.master
    with closing(connect(folder / CHARTS_FILE, master.subkey(Purpose.DATABASE))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    assert refused(qtbot, program, folder).startswith("These charts were last used by a newer version")


def test_damaged_charts_end_at_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    data = bytearray((folder / CHARTS_FILE).read_bytes())
    data[:4096] = bytes(4096)
    (folder / CHARTS_FILE).write_bytes(bytes(data))

    assert "damaged" in refused(qtbot, program, folder)


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="an administrator may write everywhere",
)
def test_charts_that_cannot_be_written_end_at_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    said = refused(qtbot, program, folder)

    folder.chmod(stat.S_IRWXU)
    assert said.startswith("Nothing can be written in the folder of the charts.")


def test_what_was_mended_on_opening_is_told_over_the_page(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    (folder / KEY_FILE).write_text("{", encoding="utf-8")
    program.begin(folder, must_exist=False)
    give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: program.charts is not None)

    assert program.charts is not None
    assert "key file" in program.charts.window.notices.problem().lower()


def test_every_window_is_freed_when_the_charts_close(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    before = _windows()
    program.begin(folder, must_exist=False)
    panel = give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: program.charts is not None and program.charts.window.place is not None)
    del panel

    program.quit()

    assert _windows() == before


def _windows() -> int:
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return sum(window.parent() is None for window in QApplication.topLevelWidgets())
