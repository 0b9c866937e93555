"""The first window stands before anything heavy is imported (its time is `script/bench start`)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from therapist_desk.app.first_paint import SIGNAL, VARIABLE
from therapist_desk.domain.ids import TherapistId
from therapist_desk.store.keyslots import create_key_file
from therapist_desk.store.slots import Cost, SlotInfo

ROOT = Path(__file__).parents[2]
HEAVY = {
    "PIL",
    "alembic",
    "argon2",
    "cryptography",
    "pymupdf_fonts",
    "pypdfium2",
    "reportlab",
    "rfc8785",
    "sqlalchemy",
    "sqlcipher3",
    "uharfbuzz",
    "zxcvbn",
}


def _imported_before_first_paint(store: Path) -> set[str]:
    """Start the program on `store` and give the top-level packages that it imports until its window has painted."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", str(ROOT / "main.py"), "--store", str(store)],
        env={**os.environ, VARIABLE: "1", "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,  # one stream, so that imports and signal stay in order
        text=True,
        check=False,
    )
    before, painted, _ = result.stdout.partition(f"{SIGNAL}\n")
    assert painted, result.stdout[-2000:]
    assert result.returncode == 0
    lines = [line for line in before.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.timeout(30)
@pytest.mark.slow
def test_the_unlock_window_paints_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    therapist = SlotInfo(TherapistId("robin"), "Robin Mockford", "LMT", "WA MA 60099999")
    create_key_file(tmp_path, therapist, "violet harbour engine lantern", cost=Cost(passes=1, memory=8, lanes=1))

    imported = _imported_before_first_paint(tmp_path)

    assert "PySide6" in imported
    assert not imported & HEAVY


@pytest.mark.timeout(30)
@pytest.mark.slow
def test_the_first_run_window_paints_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    assert not _imported_before_first_paint(tmp_path / "nothing here yet") & HEAVY
