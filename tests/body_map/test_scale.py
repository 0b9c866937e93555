from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("scale", ["1.25", "1.5"])
def test_the_pointer_leaves_nothing_behind_between_pixels(scale: str) -> None:
    # Given a scale at which the map's rectangles do not fall on whole pixels of the screen
    path = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    environment = os.environ | {
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": path,
    }
    done = subprocess.run(
        [sys.executable, str(TESTS / "body_map" / "hover_and_leave.py")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"ratio {scale}" in done.stdout
