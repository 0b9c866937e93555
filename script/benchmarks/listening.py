"""Noting what documents tell their canvas, for a bare canvas to write the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from benchmarks.bare_document import Step, bare_name
from benchmarks.figure import BenchmarkError

if TYPE_CHECKING:
    from therapist_desk.reports.layout.canvas import Form
    from therapist_desk.reports.typography.lines import Line


def listen(draw: Callable[[], object]) -> list[Step]:
    """Draw once on a canvas that notes what it is told; figures are noted as the operators that they are.

    Raises:
        BenchmarkError: there are words that a bare canvas cannot write, because they are shaped.
    """
    from reportlab.pdfbase.ttfonts import ShapedStr  # noqa: PLC0415 - heavy

    from therapist_desk.reports.layout import page  # noqa: PLC0415 - the same
    from therapist_desk.reports.layout.canvas import DocumentCanvas  # noqa: PLC0415 - the same

    steps: list[Step] = []

    class Listening(DocumentCanvas):
        heard = 0

        def write_line(self, line: Line, x: float, y: float) -> None:
            self._note_code()
            pieces: list[tuple[str, float, float, float, str]] = []
            at = x
            for run in line.runs:
                if isinstance(run.drawn, ShapedStr):
                    raise BenchmarkError("the sample note has words that need shaping")
                pieces.append((bare_name(run.face.value), line.size, at, y, run.drawn))
                at += run.width * line.size / 1000
            if pieces:
                steps.append(("text", pieces))
            super().write_line(line, x, y)
            self.heard = len(self._code)

        def lay(self, form: Form) -> None:
            self._note_code()
            steps.append(("code", [form.operators]))
            super().lay(form)
            self.heard = len(self._code)

        def showPage(self) -> None:  # noqa: N802 # ReportLab's
            self._note_code()
            steps.append(("page", self._pagesize))
            super().showPage()
            self.heard = len(self._code)

        def _note_code(self) -> None:
            fresh: list[Any] = self._code[self.heard :]
            if fresh:
                steps.append(("code", fresh))

    opens: Any = page
    opens.DocumentCanvas = Listening
    try:
        draw()
    finally:
        opens.DocumentCanvas = DocumentCanvas
    return steps
