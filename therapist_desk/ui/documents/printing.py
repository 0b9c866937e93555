"""A document on paper: its pages as pictures, as large as they are."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.ui.documents.pdf_pages import render_page
from therapist_desk.ui.documents.printable import Printable

_POINTS_PER_INCH = 72
_MOST_DPI = 300


class CannotPrintError(ExpectedError):
    """The printer, or the file that stands for it, did not take the pages."""

    code = "cannot_print"
    sentence = "The printer did not take the document. Look at the printer, then print again."


def printer_for(document: Printable) -> QPrinter:
    """Make a printer set to the paper of `document`; its own name for the job is the document's file name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = {
        PaperSize.LETTER: QPageSize.PageSizeId.Letter,
        PaperSize.A4: QPageSize.PageSizeId.A4,
    }[document.paper]
    printer.setPageSize(QPageSize(size))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    printer.setFullPage(True)
    printer.setDocName(document.name)
    return printer


def print_document(document: Printable, printer: QPrinter) -> None:
    """Paint the pages that `printer` is set to print, at no more than 300 dots per inch. A job; one page at a time.

    Raises:
        CannotPrintError: the printer did not take them.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrintError
    try:
        for place, number in enumerate(_numbers(document, printer)):
            if place and not printer.newPage():
                raise CannotPrintError
            _paint_page(painter, printer, document, number)
    finally:
        painter.end()


def _numbers(document: Printable, printer: QPrinter) -> list[int]:
    first, last = 1, len(document.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(first, printer.fromPage()), min(last, printer.toPage() or last)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return [number - 1 for _ in range(copies) for number in range(first, last + 1)]


def _paint_page(painter: QPainter, printer: QPrinter, document: Printable, number: int) -> None:
    page, dots = document.pages[number], printer.resolution()
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    wanted = QSizeF(page.width(), page.height()) * (dots / _POINTS_PER_INCH)
    if wanted.width() > paper.width() + 1 or wanted.height() > paper.height() + 1:
        wanted.scale(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    image = render_page(document.data, number, round(page.width() * min(dots, _MOST_DPI) / _POINTS_PER_INCH))
    target = QRectF((paper.width() - wanted.width()) / 2, (paper.height() - wanted.height()) / 2, 0, 0)
    target.setSize(wanted)
    painter.drawImage(target, image)
