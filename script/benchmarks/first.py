"""`first`: the first document of a session, against a process that starts cold and writes the same strings bare.

Two figures, each the time from asking until the file is saved: `first` as a session has it, with a chart open and the
quiet moment over in which the program makes ready to draw; `first-unready` for whoever is quicker than that, with
nothing of drawing loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.listening import listen
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT, folder_on_disk

TARGET: Final = 1.0
UNREADY_TARGET: Final = 1.25
"""For whoever asks within the second after a chart has opened, the first document may take a little longer."""
ROUNDS: Final = 9
WARM_UP: Final = 2
"""Files are read from the disk before, and modules are compiled, as after a first start of either."""


def measure_first() -> Iterator[Figure]:
    """Measure both with the floor in turn, in milliseconds; the floor is its whole process.

    Raises:
        BenchmarkError: one of them failed.
    """
    from therapist_desk.app.clock import SystemClock  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.app.samples import make_marked, open_made  # noqa: PLC0415
    from therapist_desk.domain.atlas.library import open_atlas  # noqa: PLC0415
    from therapist_desk.services.documents.drawing import make_document  # noqa: PLC0415
    from therapist_desk.services.documents.kinds import DocumentKind, PaperSize  # noqa: PLC0415
    from therapist_desk.services.documents.sources import References, source_for  # noqa: PLC0415

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
        for name, state, target in (("first", "prepared", TARGET), ("first-unready", "cold", UNREADY_TARGET)):
            paired = measure_pairs(
                partial(_first_export, *who, str(folder / "first.pdf"), state),
                partial(_cold_floor, str(steps), str(folder / "bare.pdf")),
                rounds=ROUNDS,
                warm_up=WARM_UP,
            )
            yield Figure(
                name=name, value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=target
            )


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
