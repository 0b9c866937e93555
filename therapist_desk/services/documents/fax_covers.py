"""Fax cover sheets: by themselves, or before a document with the number of its pages."""

from __future__ import annotations

import io
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.record import VisitRecord
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.documents.sources import Source

if TYPE_CHECKING:
    from therapist_desk.reports.fax_cover import Addressee


class CoverTo(StrEnum):
    """Whom a cover sheet names; what the chart does not know is left to be written in by hand."""

    PHYSICIAN = "physician"
    PAYER = "payer"
    BY_HAND = "by-hand"


_NAMES: Final = {
    DocumentKind.PHYSICIAN: "visit summary",
    DocumentKind.INSURER: "treatment note",
    DocumentKind.EVALUATION: "initial evaluation",
    DocumentKind.PROGRESS: "progress report",
    DocumentKind.DISCHARGE: "discharge summary",
    DocumentKind.SUPERBILL: "statement of services",
    DocumentKind.CLAIM_VALUES: "claim",
    DocumentKind.PACKET: "records for medical necessity",
}
"""What may follow a cover sheet, in words that say nothing of anybody."""
FAXED: Final = frozenset(_NAMES)


def cover_sheet(source: Source, to: CoverTo, sent_on: date, paper: PaperSize) -> bytes:
    """Draw a cover sheet by itself; the number of pages is left to be written in.

    Raises:
        GlyphsMissingError: a name has characters that no font here can write.
    """
    return _cover(source, to, sent_on, paper, "", 0)


def with_cover(
    data: bytes, source: Source, kind: DocumentKind, to: CoverTo, sent_on: date, paper: PaperSize
) -> bytes:
    """Put a cover sheet before a document; both are one file, which keeps the document's title and bookmarks.

    Raises:
        GlyphsMissingError: a name has characters that no font here can write.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - heavy

    document = PdfReader(io.BytesIO(data))
    cover = _cover(source, to, sent_on, paper, _NAMES[kind], len(document.pages) + 1)
    bound = PdfWriter(clone_from=document)
    bound.merge(0, PdfReader(io.BytesIO(cover)), import_outline=False)
    out = io.BytesIO()
    bound.write(out)
    return out.getvalue()


def _cover(source: Source, to: CoverTo, sent_on: date, paper: PaperSize, document: str, pages: int) -> bytes:
    from therapist_desk.reports.fax_cover import fax_cover  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.letterhead import letterhead  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy

    record = source.record
    with letterhead(source.logo, grey=True):
        return fax_cover(
            record.practice,
            record.therapist,
            _addressee(record, to),
            sent_on,
            Paper[paper.name],
            document=document,
            pages=pages,
        )


def _addressee(record: VisitRecord, to: CoverTo) -> Addressee:
    from therapist_desk.reports.fax_cover import Addressee  # noqa: PLC0415 - heavy

    if to is CoverTo.PHYSICIAN and record.referral is not None:
        physician = record.referral.physician
        return Addressee(physician.signature_name, physician.practice, physician.fax, physician.phone)
    if to is CoverTo.PAYER and record.payer is not None:
        return Addressee(record.payer.name, "", record.payer.fax, record.payer.phone)
    return Addressee()
