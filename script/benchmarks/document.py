"""`document`: a signed two-page note as a PDF, against a bare canvas that writes the same strings and paths."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT, folder_on_disk

if TYPE_CHECKING:
    from therapist_desk.services.documents import Source

TARGET: Final = 1.5
ROUNDS: Final = 40
WARM_UP: Final = 5
PAGES: Final = 2

Step = tuple[str, Any]
"""What a canvas was told: ("code", operators), ("text", calls on a text object) or ("page", None)."""


def measure_document() -> Figure:
    """Measure both in turn, in milliseconds, with the libraries loaded and the fonts registered.

    The floor replays what the document told its canvas: each string goes through the same font, each path is there as
    the operators that it became. Nothing is laid out, shaped or looked up.

    Raises:
        BenchmarkError: the sample note has not two pages.
    """
    from therapist_desk.domain.atlas.library import open_atlas  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.services.documents import DocumentKind, PaperSize, make_document  # noqa: PLC0415

    atlas = open_atlas(ROOT / "resources" / "body_map")
    with folder_on_disk() as folder:
        source = _signed_note(folder)

    def draw() -> bytes:
        return make_document(source, DocumentKind.INSURER, PaperSize.LETTER, atlas)

    steps = _listen(draw)
    if sum(kind == "page" for kind, _ in steps) != PAGES:
        raise BenchmarkError("the sample note has not two pages")

    paired = measure_pairs(_timed(draw), _timed(lambda: _replay(steps)), rounds=ROUNDS, warm_up=WARM_UP)
    return Figure(
        name="document", value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=TARGET
    )


def _signed_note(folder: Path) -> Source:
    from therapist_desk.app.clock import SystemClock  # noqa: PLC0415 - heavy, as the others
    from therapist_desk.app.samples import make_marked, open_made  # noqa: PLC0415
    from therapist_desk.services.documents import read_source  # noqa: PLC0415
    from therapist_desk.services.visits import client_visits  # noqa: PLC0415

    samples = make_marked(folder / "charts", ROOT / "resources", SystemClock())
    desk = open_made(samples, SystemClock())
    try:
        signed = next(visit for visit in client_visits(desk, samples.client_id) if visit.status.value == "signed")
        return read_source(desk, signed.id)
    finally:
        desk.close()


def _timed(make: Callable[[], bytes]) -> Callable[[], float]:
    def run() -> float:
        begun = time.perf_counter()
        make()
        return (time.perf_counter() - begun) * 1000

    return run


def _listen(draw: Callable[[], bytes]) -> list[Step]:
    """Draw once on a canvas that notes what it is told."""
    from reportlab.pdfgen import canvas, textobject  # noqa: PLC0415 - heavy

    steps: list[Step] = []

    class Text(textobject.PDFTextObject):  # type: ignore[misc] # ReportLab has no types
        def __init__(self, *arguments: Any) -> None:
            self.calls: list[tuple[str, tuple[Any, ...]]] = []
            super().__init__(*arguments)

        def __getattribute__(self, name: str) -> Any:
            found = super().__getattribute__(name)
            if name not in {"setFont", "setTextOrigin", "textOut", "setTextRenderMode"}:
                return found

            def call(*arguments: Any) -> None:
                self.calls.append((name, arguments))
                found(*arguments)

            return call

    class Listening(canvas.Canvas):  # type: ignore[misc] # the same
        seen = 0

        def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> Text:  # noqa: N802 # ReportLab's
            return Text(self, x, y, direction)

        def drawText(self, text: Text) -> None:  # noqa: N802 # ReportLab's
            self._note_code()
            steps.append(("text", text.calls))
            super().drawText(text)
            self.seen = len(self._code)

        def showPage(self) -> None:  # noqa: N802 # ReportLab's
            self._note_code()
            steps.append(("page", self._pagesize))
            super().showPage()
            self.seen = len(self._code)

        def _note_code(self) -> None:
            steps.append(("code", tuple(self._code[self.seen :])))

    usual = canvas.Canvas
    canvas.Canvas = Listening
    try:
        draw()
    finally:
        canvas.Canvas = usual
    return steps


def _replay(steps: list[Step]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - heavy

    out = io.BytesIO()
    size = next(told for kind, told in steps if kind == "page")
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1, initialFontName="FiraGO")
    for kind, told in steps:
        if kind == "code":
            canvas._code.extend(told)  # noqa: SLF001 - there is no call for operators that are ready
        elif kind == "text":
            text = canvas.beginText()
            for name, arguments in told:
                getattr(text, name)(*arguments)
            canvas.drawText(text)
        else:
            canvas.showPage()
    canvas.save()
    return out.getvalue()
