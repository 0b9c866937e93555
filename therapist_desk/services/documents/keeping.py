"""Keeping a document that was drawn: its name, its file, and what the audit trail says of it."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.care.reports_due import note_report
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import UNSIGNED, DocumentKind
from therapist_desk.services.documents.sources import Source
from therapist_desk.services.releasing import Release
from therapist_desk.store.files import write_atomically

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class CannotSaveError(ExpectedError):
    """A document that could not be written; whatever stood there before still does."""

    code = "cannot_save"
    sentence = "The document could not be saved in {folder}. Choose a folder where you may write, with room on it."


class DriveFullError(ExpectedError):
    """A document for which there is no room; whatever stood there before still does."""

    code = "drive_full"
    sentence = (
        "There is not enough room in {folder} for this document ({size} KB). Make room, or save it in another "
        "folder; nothing was changed there."
    )


def log_line_up(desk: Desk, how: str) -> None:
    """Write into the audit trail that a page without any client on it was printed or saved."""
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.DOCUMENT_MADE, "", f"cms1500-line-up {how}")


def file_name(source: Source, kind: DocumentKind) -> str:
    """Name a document by record number, date and kind: never by the client's name."""
    record = source.record
    on = source.account.on if source.account else record.visit.service_date
    draft = "" if source.seal or kind in UNSIGNED else "-draft"
    return f"{record.client.record_number}-{on.isoformat()}-{kind.value}{draft}.pdf"


def save_document(path: Path, data: bytes) -> None:
    """Write a whole document or nothing: a reader never sees half of it.

    Raises:
        DriveFullError, CannotSaveError: it could not be written; what stood at `path` still does.
    """
    try:
        write_atomically(path, data)
    except OSError as error:
        if error.errno in _FULL:
            raise DriveFullError(folder=str(path.parent), size=len(data) // 1000 + 1) from error
        raise CannotSaveError(folder=str(path.parent)) from error


def log_document(
    desk: Desk,
    visit_id: VisitId,
    kind: DocumentKind,
    how: str,
    release: Release | None = None,
    *,
    draft: bool = False,
) -> None:
    """Write into the audit trail that a document left the store, saved or printed, and why it did all the same.

    A report is no longer due then, unless it is a draft.
    """
    with desk.store.writing() as charts:
        if release is not None:
            release.note(desk, charts)
        if kind is DocumentKind.PROGRESS and not draft:
            note_report(charts, visit_id, desk.today())
        desk.audit(charts, AuditAction.DOCUMENT_MADE, visit_id, f"{kind.value} {how}")
