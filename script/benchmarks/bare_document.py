"""A bare ReportLab canvas that writes given strings and paths: the floor of documents. Also run as a program.

Nothing is laid out, shaped or looked up. Operators are ready as text, the figure's among them, streams are packed
without text armour, and typefaces are those of the documents, embedded by ReportLab's own class. As a program it
reads the steps from its first argument and writes the file to its second.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pymupdf_fonts
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Step = tuple[str, Any]
"""("code", operators), ("text", pieces of (face, size, x, y, words)) or ("page", (width, height))."""

_FACES = {
    "FiraGO": "figo",
    "FiraGO-Bold": "figbo",
    "FiraGO-Italic": "figit",
    "FiraGO-BoldItalic": "figbi",
    "UbuntuMono": "ubuntm",
    "NotoSans": "notos",
    "CascadiaMono": "cascadia",
}


def bare_name(face: str) -> str:
    """Name a face apart from the product's own of the same file."""
    return f"Bare-{face}"


def register(steps: Sequence[Step]) -> None:
    """Read the typefaces that are used, once in a process."""
    used = {bare_name("FiraGO"), *(piece[0] for kind, told in steps if kind == "text" for piece in told)}
    for face, buffer in _FACES.items():
        if bare_name(face) in used.difference(pdfmetrics.getRegisteredFontNames()):
            pdfmetrics.registerFont(TTFont(bare_name(face), io.BytesIO(pymupdf_fonts.myfont(buffer))))


def replay(steps: Sequence[Step], page_done: Callable[[], object] | None = None) -> bytes:
    """Write the steps as a PDF; `page_done` is told of each page."""
    rl_config.useA85 = 0
    out = io.BytesIO()
    size = next(told for kind, told in steps if kind == "page")
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1, initialFontName=bare_name("FiraGO"))
    for kind, told in steps:
        if kind == "code":
            canvas._code.extend(told)  # noqa: SLF001 - there is no call for operators that are ready
        elif kind == "text":
            (face, points, x, y, words), *more = told
            text = canvas.beginText(x, y)
            text.setFont(face, points)
            text.textOut(words)
            for face, points, x, y, words in more:
                text.setFont(face, points)
                text.setTextOrigin(x, y)
                text.textOut(words)
            canvas.drawText(text)
        else:
            canvas.showPage()
            if page_done is not None:
                page_done()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_bytes())
    register(told)
    Path(sys.argv[2]).write_bytes(replay(told))
