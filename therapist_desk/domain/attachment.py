"""Papers kept with a client, such as the scanned order: what they are, told by what is in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import AttachmentId, ClientId, ReferralId

LARGEST_MB: Final = 20
_LARGEST: Final = LARGEST_MB * 1024 * 1024
# A file may end in empty lines, or in bytes that a scanner added: the mark of its end is looked for near the end.
_TAIL: Final = 1024


class MediaType(StrEnum):
    """What can be kept and shown."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return {MediaType.PDF: ".pdf", MediaType.PNG: ".png", MediaType.JPEG: ".jpg", MediaType.TIFF: ".tif"}[self]


class PaperTooLargeError(ExpectedError):
    """A file beyond the limit."""

    code = "paper_too_large"
    sentence = "{file} has {size} MB; up to {most} MB can be kept. Scan it again in black and white."


class PaperUnknownError(ExpectedError):
    """A file of another kind, whatever it is called."""

    code = "paper_unknown"
    sentence = "{file} is neither a PDF nor a PNG, JPEG or TIFF picture. Scan or save it as one of these."


class PaperTornError(ExpectedError):
    """A file whose end is missing."""

    code = "paper_torn"
    sentence = "{file} is not complete: its end is missing. Copy or scan it again."


class PaperDamagedError(ExpectedError):
    """What is kept is not what was put in."""

    code = "paper_damaged"
    sentence = "This paper is damaged: it is no longer what was attached. Attach the original again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A paper as it is listed. `digest` is the SHA-256 of its content in hex, `size` its length in bytes."""

    id: AttachmentId
    client_id: ClientId
    referral_id: ReferralId | None
    title: str
    media_type: MediaType
    digest: str
    size: int
    added_at: Instant


def recognise(content: bytes, file: str) -> MediaType:
    """Tell what a file is from what is in it; `file` is its name, for the sentence alone.

    Raises:
        PaperTooLargeError: it is larger than can be kept.
        PaperUnknownError: it is nothing that can be shown.
        PaperTornError: its end is missing.
    """
    if len(content) > _LARGEST:
        raise PaperTooLargeError(file=file, size=-(-len(content) // (1024 * 1024)), most=LARGEST_MB)
    kind = _kind(content)
    if kind is None:
        raise PaperUnknownError(file=file)
    if not _complete(content, kind):
        raise PaperTornError(file=file)
    return kind


def digest_of(content: bytes) -> str:
    """Give the SHA-256 of a content in hex."""
    return hashlib.sha256(content).hexdigest()


def check_whole(content: bytes, digest: str) -> bytes:
    """Give back a content that is what was put in.

    Raises:
        PaperDamagedError: it is not.
    """
    if digest_of(content) != digest:
        raise PaperDamagedError
    return content


def _kind(content: bytes) -> MediaType | None:
    # A PDF may have a few bytes before its header (ISO 32000-1, annex H, note 13).
    if b"%PDF-" in content[:_TAIL]:
        return MediaType.PDF
    for start, kind in (
        (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
        (b"\xff\xd8\xff", MediaType.JPEG),
        (b"II*\x00", MediaType.TIFF),
        (b"MM\x00*", MediaType.TIFF),
    ):
        if content.startswith(start):
            return kind
    return None


def _complete(content: bytes, kind: MediaType) -> bool:
    match kind:
        case MediaType.PDF:
            return b"%%EOF" in content[-_TAIL:]
        case MediaType.PNG:
            return b"IEND\xaeB`\x82" in content[-_TAIL:]
        case MediaType.JPEG:
            return b"\xff\xd9" in content[-_TAIL:]
        case MediaType.TIFF:
            return _directory_lies_within(content)


def _directory_lies_within(content: bytes) -> bool:
    """Tell whether a TIFF's first directory, which writers put at the end, is in the file."""
    order: Final = "little" if content.startswith(b"II") else "big"
    at = int.from_bytes(content[4:8], order)
    if not 8 <= at <= len(content) - 2:  # noqa: PLR2004 - the header is eight bytes, the count of entries two
        return False
    entries = int.from_bytes(content[at : at + 2], order)
    return entries > 0 and at + 2 + 12 * entries <= len(content)
