"""`document`: a signed two-page note as a PDF, against a bare canvas that writes the same strings and paths."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.bare_document import register, replay
from benchmarks.figure import BenchmarkError, Figure
from benchmarks.listening import listen
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT, folder_on_disk

if TYPE_CHECKING:
    from therapist_desk.services.documents.sources import Source

TARGET: Final = 1.5
ROUNDS: Final = 40
WARM_UP: Final = 8
PAGES: Final = 2


def measure_document() -> Figure:
    """Measure both in turn, in milliseconds, with the libraries loaded and the fonts registered.

    The signed notes of the sample client take turns, so that little of one is there already when the next is drawn.
    The floor writes what each of them told its canvas.

    Raises:
        BenchmarkError: a sample note has not two pages.
    """
    from therapist_desk.domain.atlas.library import open_atlas  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.services.documents.drawing import make_document  # noqa: PLC0415
    from therapist_desk.services.documents.kinds import DocumentKind, PaperSize  # noqa: PLC0415

    atlas = open_atlas(ROOT / "resources" / "body_map")
    with folder_on_disk() as folder:
        sources = _signed_notes(folder)

    def draw(source: Source) -> bytes:
        return make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas)

    told = [listen(partial(draw, source)) for source in sources]
    for steps in told:
        if sum(kind == "page" for kind, _ in steps) != PAGES:
            raise BenchmarkError("a sample note has not two pages")
        register(steps)
    notes, floors = cycle(sources), cycle(told)

    paired = measure_pairs(
        _timed(lambda: draw(next(notes))), _timed(lambda: replay(next(floors))), rounds=ROUNDS, warm_up=WARM_UP
    )
    return Figure(
        name="document", value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=TARGET
    )


def _signed_notes(folder: Path) -> list[Source]:
    from therapist_desk.app.clock import SystemClock  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.app.samples import make_marked, open_made  # noqa: PLC0415
    from therapist_desk.services.documents.sources import read_source  # noqa: PLC0415
    from therapist_desk.services.visit.visits import client_visits  # noqa: PLC0415

    samples = make_marked(folder / "charts", ROOT / "resources", SystemClock())
    desk = open_made(samples, SystemClock())
    try:
        visits = client_visits(desk, samples.client_id)
        return [read_source(desk, visit.id) for visit in visits if visit.status.value == "signed"]
    finally:
        desk.close()


def _timed(make: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        begun = time.perf_counter()
        make()
        return (time.perf_counter() - begun) * 1000

    return run
