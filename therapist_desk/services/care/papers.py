"""The scanned order: attached, looked at, written out again, taken away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from therapist_desk.domain.attachment import (
    LARGEST_MB,
    Attachment,
    PaperTooLargeError,
    check_whole,
    digest_of,
    recognise,
)
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import AttachmentId, ReferralId
from therapist_desk.services.desk import Desk, new_id

_MB = 1024 * 1024


class PaperUnreadableError(ExpectedError):
    """A file that the system does not give."""

    code = "paper_unreadable"
    sentence = "{file} cannot be read. Check that it is still there, then choose it again."


class PaperUnwritableError(ExpectedError):
    """A place where nothing can be written."""

    code = "paper_unwritable"
    sentence = "The paper cannot be saved there. Choose another folder."


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its content."""

    attachment: Attachment
    content: bytes


def attach_order(desk: Desk, referral_id: ReferralId, path: Path, title: str) -> Attachment:
    """Keep a scanned order with its referral; the file itself stays where it is.

    Raises:
        PaperUnreadableError: the file cannot be read.
        PaperTooLargeError: it is larger than can be kept.
        PaperUnknownError: it is neither a PDF nor a picture that can be shown.
        PaperTornError: its end is missing.
        NotFoundError: there is no such referral.
    """
    content = _read(path)
    kind = recognise(content, path.name)
    with desk.store.writing() as charts:
        referral = charts.cases.referral(referral_id)
        paper = Attachment(
            id=AttachmentId(new_id()),
            client_id=charts.cases.get(referral.case_id).client_id,
            referral_id=referral_id,
            title=title,
            media_type=kind,
            digest=digest_of(content),
            size=len(content),
            added_at=desk.clock.now(),
        )
        charts.papers.add(paper, content)
        desk.audit(charts, AuditAction.PAPER_ATTACHED, paper.id, f"{kind.value} {len(content)} bytes")
    return paper


def read_paper(desk: Desk, paper_id: AttachmentId) -> Paper:
    """Read a paper with its content.

    Raises:
        PaperDamagedError: the content is not what was put in.
        NotFoundError: there is no such paper.
    """
    with desk.store.reading() as charts:
        paper = charts.papers.get(paper_id)
        return Paper(paper, check_whole(charts.papers.content(paper_id), paper.digest))


def export_paper(desk: Desk, paper_id: AttachmentId, path: Path) -> Path:
    """Write a paper to a file, as it was attached.

    Raises:
        PaperDamagedError: the content is not what was put in.
        PaperUnwritableError: it cannot be written there.
        NotFoundError: there is no such paper.
    """
    paper = read_paper(desk, paper_id)
    try:
        path.write_bytes(paper.content)
    except OSError as error:
        raise PaperUnwritableError from error
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.PAPER_EXPORTED, paper_id)
    return path


def remove_paper(desk: Desk, paper_id: AttachmentId) -> None:
    """Take a paper away; the trail keeps that there was one.

    Raises:
        NotFoundError: there is no such paper.
    """
    with desk.store.writing() as charts:
        charts.papers.remove(paper_id)
        desk.audit(charts, AuditAction.PAPER_REMOVED, paper_id)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_MB * _MB:  # before it is read: it may be a film
            raise PaperTooLargeError(file=path.name, size=-(-size // _MB), most=LARGEST_MB)
        return path.read_bytes()
    except OSError as error:
        raise PaperUnreadableError(file=path.name) from error
