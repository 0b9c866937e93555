"""A real mouse over the body map: real X events in a real window, on a display of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.sample_store import ROOT
from benchmarks.start import display

TARGET_MS: Final = 4.0
RATIO: Final = 8.0
PATIENCE_SECONDS: Final = 180
_PROGRAM: Final = Path(__file__).with_name("mouse_window.py")
_NEEDED: Final = {"Xvfb": "xvfb", "xdotool": "xdotool"}


def measure_mouse() -> Iterator[Figure]:
    """Measure from a motion of the mouse reaching the program to the end of the paint that it caused.

    xdotool moves the pointer of an Xvfb display over a window with the map and its 500 marks. Timed, by the wall
    clock, is from the moment that Qt begins to deliver the first mouse event of a motion to the window until Qt is
    done with the update request that paints it: all that the map does, the painting of the widget, and handing the
    pixels to the X server. Not timed is the way from xdotool through the X server to the program. The floor is the
    same for a bare window beside it, which copies a pixmap into the rectangles that the map has just painted.

    Raises:
        BenchmarkError: Xvfb or xdotool is missing, or the map did not follow the mouse.
    """
    if missing := [package for program, package in _NEEDED.items() if shutil.which(program) is None]:
        raise BenchmarkError(f"a real mouse needs {' and '.join(missing)}, which script/setup installs")
    with display() as screen:
        pairs = _pairs({**os.environ, **screen, "PYTHONPATH": os.pathsep.join((str(ROOT / "script"), str(ROOT)))})
    times = [high for high, _ in pairs]
    yield Figure(name="map mouse", value=quantiles(times, n=20)[-1], unit="ms", target=TARGET_MS)
    yield Figure(
        name="map mouse / blit",
        value=median(times),
        unit="ms",
        floor=median(low for _, low in pairs),
        ratio=median(high / low for high, low in pairs),
        target=RATIO,
    )


def _pairs(environment: dict[str, str]) -> list[tuple[float, float]]:
    try:
        ran = subprocess.run(
            [sys.executable, str(_PROGRAM)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise BenchmarkError(f"the window did not end within {PATIENCE_SECONDS} seconds") from problem
    if ran.returncode != 0:
        raise BenchmarkError(f"the window did not follow the mouse: {ran.stderr[-2000:]}")
    return [(high, low) for high, low in json.loads(ran.stdout)]
