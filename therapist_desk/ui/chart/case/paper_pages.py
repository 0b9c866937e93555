"""Pages of a scanned paper as pictures, drawn off the thread of the windows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from therapist_desk.domain.attachment import MediaType
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import AttachmentId
from therapist_desk.services.care.papers import read_paper
from therapist_desk.services.desk import Desk
from therapist_desk.ui.documents.pdf_pages import page_sizes, render_page


class PaperUnshownError(ExpectedError):
    """A paper that cannot be drawn, such as a PDF that asks for a password."""

    code = "paper_unshown"
    sentence = "This paper cannot be shown here. Save a copy and open it with another program."


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Page `number`, counted from 0, of `count`."""

    paper_id: AttachmentId
    image: QImage
    number: int
    count: int


def draw_paper(desk: Desk, paper_id: AttachmentId, number: int, width: int) -> DrawnPage:
    """Draw a page of a paper `width` pixels wide.

    Raises:
        PaperDamagedError: the paper is not what was attached.
        PaperUnshownError: it cannot be drawn.
        NotFoundError: it is gone.
    """
    paper = read_paper(desk, paper_id)
    if paper.attachment.media_type is MediaType.PDF:
        return _draw_pdf(paper_id, paper.content, number, width)
    buffer = QBuffer()
    buffer.setData(paper.content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image, count = _read_picture(buffer, number)
    if image.isNull():
        raise PaperUnshownError
    scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return DrawnPage(paper_id, scaled, number, count)


def _read_picture(buffer: QBuffer, number: int) -> tuple[QImage, int]:
    """Read a picture and count them. The reader goes before its buffer does: its end may look into it once more."""
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    count = max(1, reader.imageCount())
    if number:
        reader.jumpToImage(number)
    return reader.read(), count


def _draw_pdf(paper_id: AttachmentId, content: bytes, number: int, width: int) -> DrawnPage:
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - a library of several megabytes, needed once a paper is opened

    try:
        return DrawnPage(paper_id, render_page(content, number, width), number, len(page_sizes(content)))
    except PdfiumError as error:
        raise PaperUnshownError from error
