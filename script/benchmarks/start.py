"""`start`: from the start of the process to the first paint of the unlock window, against a bare PySide6 window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT, folder_on_disk, make_store

TARGET: Final = 1.3
FORM_TARGET: Final = 2.5
ROUNDS: Final = 25
WARM_UP: Final = 2
SIGNAL: Final = "first-paint\n"
PATIENCE_SECONDS: Final = 60


def measure_start() -> Figure:
    """Measure both programs in turn on one display, in milliseconds.

    Raises:
        BenchmarkError: one of them ended before it painted.
    """
    return _measure("start", "1", TARGET)


def measure_form() -> Figure:
    """Measure the same until the form of the unlock window has painted, with all that can be pressed there.

    Raises:
        BenchmarkError: one of them ended before it painted.
    """
    return _measure("form", "form", FORM_TARGET)


def _measure(name: str, painted: str, target: float) -> Figure:
    with folder_on_disk() as folder, display() as screen:
        environment = {
            **os.environ,
            **screen,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "THERAPIST_DESK_BENCH_FIRST_PAINT": painted,
        }
        desk, _ = make_store(_usual_store(environment))
        desk.close()
        product = [sys.executable, str(ROOT / "main.py")]
        bare = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]
        paired = measure_pairs(
            partial(_milliseconds_to_paint, product, environment),
            partial(_milliseconds_to_paint, bare, environment),
            rounds=ROUNDS,
            warm_up=WARM_UP,
        )
    return Figure(name=name, value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=target)


@contextmanager
def display() -> Iterator[Mapping[str, str]]:
    """Give the environment of an X server of its own; without Xvfb, of Qt's own off-screen platform."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    command = [server, "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            number = process.stdout.readline().strip()
            if not number:
                raise BenchmarkError("Xvfb did not start")
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            process.terminate()


def _usual_store(environment: Mapping[str, str]) -> Path:
    """Where the product keeps its charts when nothing is said, as every usual start does."""
    question = "from therapist_desk.app.paths import default_store_dir; print(default_store_dir())"
    answer = subprocess.run(
        [sys.executable, "-c", question], env=environment, capture_output=True, text=True, check=True
    )
    return Path(answer.stdout.strip())


def _milliseconds_to_paint(command: list[str], environment: Mapping[str, str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        took = time.perf_counter() - begun
        if line != SIGNAL:
            process.kill()
            raise BenchmarkError(f"{' '.join(command[1:])} did not paint: {line}{process.stderr.read()[-2000:]}")
        process.wait(timeout=PATIENCE_SECONDS)
    return took * 1000
