"""`packet`: a case of 100 signed notes in one file, its pace, its memory, and its cost beside a bare canvas."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.long_case import make_long_case
from benchmarks.sample_store import ROOT, folder_on_disk

NOTES: Final = 100
ROUNDS: Final = 7
TARGET: Final = 1.5
MOST_MILLISECONDS: Final = 10.0
"""A hundred pages a second."""
MOST_MEGABYTES: Final = 300.0


def measure_packet() -> Iterator[Figure]:
    """Measure reading, drawing and binding, in milliseconds a page, and the peak memory of a process that does it.

    The floor writes the same strings and paths into one file, every typeface once, with no record to read.

    Raises:
        BenchmarkError: the packet was not made.
    """
    with folder_on_disk() as folder:
        samples = make_long_case(folder / "charts", NOTES)
        who = [str(samples.folder), samples.therapist_id, samples.passphrase, samples.last_signed]
        program = Path(__file__).with_name("bound_packet.py")
        done = subprocess.run(
            [sys.executable, str(program), *who, str(ROUNDS)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "script")))},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise BenchmarkError(done.stderr[-2000:])
    told = json.loads(done.stdout)
    value, floor = (median(pair[which] for pair in told["rounds"]) * 1000 / told["pages"] for which in (0, 1))
    ratio = median(product / bare for product, bare in told["rounds"])
    yield Figure(name="packet", value=value, unit="ms/page", floor=floor, ratio=ratio, target=TARGET)
    yield Figure(name="packet-pace", value=value, unit="ms/page", target=MOST_MILLISECONDS)
    yield Figure(name="packet-memory", value=told["peak"], unit="MB", target=MOST_MEGABYTES)
