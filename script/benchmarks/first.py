"""`first`: the first document of a session, against a process that starts cold and writes the same strings bare."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.listening import listen
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT, folder_on_disk

TARGET: Final = 1.0
ROUNDS: Final = 9
WARM_UP: Final = 2
"""Files are read from the disk before, and modules are compiled, as after a first start of either."""


def measure_first() -> Figure:
    """Measure both in turn, in milliseconds: reading, drawing and saving with a chart open, and the whole process.

    Raises:
        BenchmarkError: one of them failed.
    """
    from therapist_desk.app.clock import SystemClock  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.app.samples import make_marked, open_made  # noqa: PLC0415
    from therapist_desk.domain.atlas.library import open_atlas  # noqa: PLC0415
    from therapist_desk.services.documents import (  # noqa: PLC0415
        DocumentKind,
        PaperSize,
        References,
        make_document,
        source_for,
    )

    with folder_on_disk() as folder:
        samples = make_marked(folder / "charts", ROOT / "resources", SystemClock())
        desk = open_made(samples, SystemClock())
        source = source_for(desk, DocumentKind.INSURER, samples.last_signed, References())
        desk.close()
        atlas = open_atlas(ROOT / "resources" / "body_map")
        steps = folder / "steps.json"
        draw = partial(make_document, source, DocumentKind.INSURER, PaperSize.LETTER, atlas)
        steps.write_text(json.dumps(listen(draw)))
        who = (str(samples.folder), samples.therapist_id, samples.passphrase, samples.last_signed)
        paired = measure_pairs(
            partial(_first_export, *who, str(folder / "first.pdf")),
            partial(_cold_floor, str(steps), str(folder / "bare.pdf")),
            rounds=ROUNDS,
            warm_up=WARM_UP,
        )
    return Figure(name="first", value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=TARGET)


def _first_export(*arguments: str) -> float:
    return float(_run("first_export.py", *arguments))


def _cold_floor(*arguments: str) -> float:
    begun = time.perf_counter()
    _run("bare_document.py", *arguments)
    return (time.perf_counter() - begun) * 1000


def _run(program: str, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "script")))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(program)), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchmarkError(done.stderr[-2000:])
    return done.stdout
