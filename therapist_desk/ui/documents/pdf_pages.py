"""Pages of a PDF as pictures. PDFium is not safe in threads: call these on one lane of the jobs only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_HAIR = 1e-3  # PDFium rounds the width up


def page_sizes(data: bytes) -> tuple[QSizeF, ...]:
    """Measure the pages of a PDF, in points."""
    with _opened(data) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def render_page(data: bytes, number: int, width: int) -> QImage:
    """Draw page `number`, counted from 0, `width` pixels wide on white."""
    with _opened(data) as document, closing(document[number]) as page:
        scale = (width - _HAIR) / page.get_width()
        with closing(page.render(scale=scale, prefer_bgrx=True)) as bitmap:
            pixels = memoryview(bitmap.buffer)
            image = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return image.copy()  # the pixels go with the bitmap


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - a library of several megabytes, needed once a document is looked at

    with closing(pypdfium2.PdfDocument(data)) as document:
        yield document
