"""Check a PDF that comes back: is it as it was sealed, by whom, and is its record in these charts."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.record import SealedKind, SignedRecord
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import read_discharge, read_visit

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from therapist_desk.reports.pdf_seal import SealFinding

_STAMP: Final = re.compile(r"record\s+([0-9a-f]{8})\s+([0-9a-f]{8})\s+…\s+([0-9a-f]{4})")
_GROUP: Final = 4


class CheckUnreadableError(ExpectedError):
    """A file that the system does not give."""

    code = "check_unreadable"
    sentence = "{file} cannot be read. Check that it is still there, then choose it again."


class Verdict(StrEnum):
    """The answer in a word. UNKNOWN is a file without a seal: nobody can tell whether it was altered."""

    INTACT = "intact"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """The record that a document names in its footer, as these charts have it."""

    record_number: str
    visit_number: int
    signed_at: Instant


@dataclass(frozen=True, slots=True)
class CheckedPdf:
    """What a check found.

    `ours` tells whether the seal's certificate was made for these charts, None where no charts are open. `stamp` is
    what the footer says of the record's hash; `record` is there where these charts have it.
    """

    name: str
    finding: SealFinding
    ours: bool | None = None
    stamp: str = ""
    record: NamedRecord | None = None

    @property
    def verdict(self) -> Verdict:
        """The answer in a word."""
        state = self.finding.state.value
        return Verdict(state) if state in {Verdict.INTACT.value, Verdict.ALTERED.value} else Verdict.UNKNOWN

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the certificate, in groups that can be read out."""
        digits = self.finding.fingerprint.upper()
        return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def check_pdf(path: Path, desk: Desk | None = None) -> CheckedPdf:
    """Check a file; with open charts also whether they know its certificate and its record.

    Raises:
        CheckUnreadableError: the file cannot be read.
    """
    from therapist_desk.reports.pdf_seal import SealState, read_seal  # noqa: PLC0415 - heavy

    try:
        data = path.read_bytes()
    except OSError as error:
        raise CheckUnreadableError(file=path.name) from error
    finding = read_seal(data)
    stamp = None if finding.state is SealState.NO_PDF else _STAMP.search(_text_of(data))
    words = "" if stamp is None else f"{stamp[1]} {stamp[2]} … {stamp[3]}"
    if desk is None:
        return CheckedPdf(path.name, finding, stamp=words)
    with desk.store.reading() as charts:
        ours = charts.seals.knows(finding.fingerprint)
        found = None if stamp is None else charts.seals.record_named(stamp[1] + stamp[2], stamp[3])
        if found is None:
            return CheckedPdf(path.name, finding, ours, words)
        record = _named(found)
        return CheckedPdf(path.name, finding, ours, words, record)


def _named(found: SignedRecord) -> NamedRecord:
    """Tell whose record it is; a discharge goes by the last visit that it sums up."""
    if found.kind is SealedKind.DISCHARGE:
        discharge = read_discharge(found)
        number = discharge.visits[-1].number
        return NamedRecord(discharge.client.record_number, number, found.seal.signed_at)
    own = read_visit(found)
    return NamedRecord(own.client.record_number, own.visit.number, found.seal.signed_at)


def in_words(checked: CheckedPdf) -> tuple[str, ...]:
    """Say what was found, for the command line; the first line begins with the verdict."""
    finding, name = checked.finding, checked.name
    if checked.verdict is Verdict.ALTERED:
        lines = [f"Altered: {name} was changed after it was sealed, or its seal is damaged. Do not rely on it."]
    elif checked.verdict is Verdict.INTACT:
        at = "" if finding.sealed_at is None else f" on {finding.sealed_at:%Y-%m-%d %H:%M %z}"
        lines = [
            f"Intact: {name} is as it was sealed{at} by {finding.signer}.",
            f"Certificate (SHA-256): {checked.fingerprint}",
            "Whether it is a certificate of your charts, Therapist Desk tells when they are open: Check a PDF.",
        ]
    elif finding.state.value == "unsealed":
        lines = [f"Unknown: {name} has no seal, so nobody can tell whether it was changed."]
    elif finding.state.value == "locked":
        todo = "Save it without one in the program that opens it, then check that."
        lines = [f"Unknown: {name} is locked with a password. {todo}"]
    else:
        lines = [f"Unknown: {name} is not a PDF."]
    if checked.stamp:
        lines.append(f"It names the record {checked.stamp}.")
    return tuple(lines)


def _text_of(data: bytes) -> str:
    """Read the text of a PDF's first page, or of the one after its fax cover; nothing where it can't be read."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - heavy

    from therapist_desk.reports.fax_cover import COVER_SHEET  # noqa: PLC0415 - heavy

    try:
        with closing(PdfDocument(data)) as document:
            first = _page_text(document, 0)
            return _page_text(document, 1) if COVER_SHEET in first and len(document) > 1 else first
    except (PdfiumError, IndexError):
        return ""


def _page_text(document: PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        return str(text.get_text_bounded())
