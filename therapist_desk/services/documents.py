"""Documents: make a PDF of a visit, name it, keep it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.record import Addendum, Seal, VisitRecord
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import addenda_of, read_visit
from therapist_desk.services.signing import freeze
from therapist_desk.services.visits import visit_file
from therapist_desk.store.files import write_atomically


class DocumentKind(StrEnum):
    """Who a document of a visit is for."""

    PHYSICIAN = "physician"
    INSURER = "insurer"


class PaperSize(StrEnum):
    """The paper of the country."""

    LETTER = "letter"
    A4 = "a4"


class CannotSaveError(ExpectedError):
    """A document that could not be written; whatever stood there before still does."""

    code = "cannot_save"
    sentence = "The document could not be saved in {folder}. Choose a folder where you may write, with room on it."


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is drawn from: signed bytes where the visit is signed, else the draft as it stands."""

    record: VisitRecord
    seal: Seal | None
    addenda: tuple[Addendum, ...]


def read_source(desk: Desk, visit_id: VisitId) -> Source:
    """Read what a visit's documents are drawn from.

    Raises:
        NotFoundError: there is no such visit.
        UnreadableRecordError: its signed bytes cannot be read.
    """
    with desk.store.reading() as charts:
        signed = charts.records.of_visit(visit_id)
        if signed is None:
            return Source(freeze(charts, visit_file(charts, visit_id), desk.clock.now()), None, ())
        return Source(read_visit(signed), signed.seal, addenda_of(charts, visit_id))


def make_document(source: Source, kind: DocumentKind, paper: PaperSize, atlas: Atlas) -> bytes:
    """Draw a document as a PDF. The first one of a run takes longer: the drawing library is loaded for it.

    Raises:
        GlyphsMissingError: a name has characters that no font here can write.
        AtlasDamagedError: the figure's file cannot be used.
    """
    from therapist_desk.reports import soap_insurer, soap_physician  # noqa: PLC0415 - heavy
    from therapist_desk.reports.page import Paper  # noqa: PLC0415 - heavy

    draw = {
        DocumentKind.PHYSICIAN: soap_physician.physician_summary,
        DocumentKind.INSURER: soap_insurer.insurer_note,
    }[kind]
    return draw(source.record, source.seal, source.addenda, Paper[paper.name], atlas)


def file_name(source: Source, kind: DocumentKind) -> str:
    """Name a document by record number, date and kind: never by the client's name."""
    record = source.record
    draft = "" if source.seal else "-draft"
    return f"{record.client.record_number}-{record.visit.service_date.isoformat()}-{kind.value}{draft}.pdf"


def save_document(path: Path, data: bytes) -> None:
    """Write a whole document or nothing: a reader never sees half of it.

    Raises:
        CannotSaveError: it could not be written; what stood at `path` still does.
    """
    try:
        write_atomically(path, data)
    except OSError as error:
        raise CannotSaveError(folder=str(path.parent)) from error


def log_document(desk: Desk, visit_id: VisitId, kind: DocumentKind, how: str) -> None:
    """Write into the audit trail that a document left the store: saved or printed."""
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.DOCUMENT_MADE, visit_id, f"{kind.value} {how}")
