"""What the physician's and the insurer's page have in common: identity, marks, signature, addenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Mark, MarkKind, WholeRegion
from therapist_desk.domain.notes.note import Origin, Paragraph, Section
from therapist_desk.domain.people import Practice
from therapist_desk.domain.record import Addendum, AddendumText, Seal, Sealed, VisitRecord
from therapist_desk.domain.sentences.narrative import ANSWERS
from therapist_desk.domain.sentences.picture_words import direction_words, picture_words, surface_words
from therapist_desk.domain.sentences.wording import finding
from therapist_desk.reports.layout.blocks import Framed
from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.ink import rule
from therapist_desk.reports.layout.page import PageWords
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import (
    BODY,
    CELL,
    HASH,
    LABEL,
    NOTE,
    QUOTE,
    Rich,
    Span,
    Style,
    joined,
    phrase,
    value,
)
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import SIDE_LETTERS
from therapist_desk.reports.wording.formats import day, grouped, moment, plural, short_digest

ADDENDA_KEY: Final = "addenda"
_QUOTES: Final = ("“", "„", "«", '"')
_SIGNER: Final = Style(11, 13, Face.BOLD)
_SIGNED: Final = Style(9.5, 13, Face.BOLD)
_TITLE_TAILS: Final = ("encounter", "unspecified", "not intractable", "sequela")
_MINUTES_A_DAY: Final = 24 * 60


def signed_state(sealed: Sealed, pages: Mapping[str, int]) -> list[Rich]:
    """Tell a draft from a record, and on which page its addenda stand."""
    parts: list[Rich] = [phrase(say.DRAFT_STATE) if sealed.seal is None else say.SIGNED_STATE]
    if sealed.addenda:
        count = plural(len(sealed.addenda), "addendum", "addenda")
        parts.append(phrase(say.ADDENDUM_AT, count=count, page=pages.get(ADDENDA_KEY, 1)))
    return parts


def short_title(title: str) -> str:
    """Leave out what an ICD-10-CM title says of the encounter and of what is not known: the code says it too."""
    kept = [part for part in title.split(", ") if not part.lower().endswith(_TITLE_TAILS)]
    return ", ".join(kept) or title


def page_words(sealed: Sealed, identifiers: Sequence[str], document: str) -> PageWords:
    """Give what stands on every page of a SOAP document."""
    record = sealed.record
    own = (
        say.BIRTH.format(day=day(record.client.details.date_of_birth)),
        say.RECORD.format(number=record.client.record_number),
    )
    stamp: Rich = phrase(say.DRAFT_STATE)
    if sealed.seal is not None:
        stamp = (Span(say.RECORD_STAMP.format(digest=short_digest(sealed.seal.digest)), Face.MONO),)
    return PageWords(
        name=record.client.details.sorted_name,
        identifiers=joined([(Span(isolate(text)),) for text in (*own, *identifiers) if text], "   ·   "),
        right=say.DATE_OF_SERVICE.format(day=day(record.visit.service_date)),
        clinic=joined([(Span(isolate(text)),) for text in clinic_line(record.practice)], " · "),
        document=document,
        notice=say.CONFIDENTIAL,
        stamp=stamp,
        draft=say.DRAFT if sealed.seal is None else "",
    )


def claim_words(record: VisitRecord) -> str:
    """Name the claim for the top of each page; empty where there is none."""
    coverage = record.case.coverage
    return say.CLAIM.format(number=coverage.claim_number) if coverage and coverage.claim_number else ""


def clinic_line(practice: Practice) -> tuple[str, ...]:
    """Give the practice as footers name it."""
    phone = say.PHONE.format(number=practice.phone) if practice.phone else ""
    fax = say.FAX.format(number=practice.fax) if practice.fax else ""
    address = ", ".join(practice.address.lines)
    return tuple(part for part in (practice.name, address, phone, fax) if part)


def mark_words(mark: Mark) -> Rich:
    """Say in a table what a mark found: kind, quality, way it is stuck, extent and note."""
    quality = f"{say.QUALITIES.get(mark.quality, mark.quality.value)} " if mark.quality else ""
    parts = [f"{quality}{finding(mark.kind)}"]
    if direction_words(mark):
        parts.append(direction_words(mark))
    if isinstance(mark.shape, WholeRegion):
        parts.append(say.WHOLE_REGION if len(mark.told_regions) == 1 else say.WHOLE_REGIONS)
    text = ", ".join(parts)
    note = f"; {isolate(mark.note.strip())}" if mark.note.strip() else ""
    return (Span(text[:1].upper() + text[1:]), Span(note))


def mark_side(mark: Mark) -> str:
    """Give the client's side in letters."""
    return SIDE_LETTERS[mark.side] if mark.side is not None else ""


def mark_place(mark: Mark, *, capital: bool = True) -> str:
    """Name the muscle or region without its side, and the layer, as a table does."""
    where = _place(mark)
    return where[:1].upper() + where[1:] if capital else where


def mark_where(mark: Mark) -> str:
    """Name the muscle or region with its side, for a sentence; the side never ends a line."""
    side = mark_side(mark)
    return f"{side}\u00a0{_place(mark)}" if side else _place(mark)


def _place(mark: Mark) -> str:
    names = " / ".join(dict.fromkeys(ref.name for ref in mark.told_regions)) or picture_words(mark)
    aside = ", ".join(text for text in (surface_words(mark), mark.layer) if text)
    return f"{names} ({aside})" if aside else names


def mark_referral(mark: Mark) -> str:
    """Name where a mark refers to, with sides."""
    named = dict.fromkeys(f"{SIDE_LETTERS[ref.side]}\u00a0{ref.name}" for ref in mark.refers_to)
    return ", ".join(named) or say.NONE


def grade(mark: Mark, value: int | None) -> str:
    """Write a grade with its scale: "7/10"; empty where none is set or the kind has none."""
    return "" if value is None or mark.scale is None else f"{value}/{mark.scale.top}"


def written(record: VisitRecord, section: Section) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a section that no table of the document repeats."""
    kept = []
    for paragraph in record.visit.note.of(section):
        tabled = paragraph.origin is Origin.GENERATED and section is Section.OBJECTIVE
        tabled = tabled and not paragraph.source.startswith("observation:")  # tests and posture have no table
        confirmed = paragraph.origin is not Origin.UNCONFIRMED
        if paragraph.text.strip() and confirmed and not tabled:
            kept.append(paragraph)
    return tuple(kept)


def paragraphs(record: VisitRecord, section: Section) -> list[Block]:
    """Set what was written in a section; italics are kept for the client's own words.

    Text carried forward from an earlier visit and not confirmed is not printed. Sentences that answers have written
    run on; other texts have a line each.
    """
    texts = written(record, section)
    answers = [value(each.text) for each in texts if each.origin is Origin.GENERATED and each.source in ANSWERS]
    others = [each for each in texts if each.origin is not Origin.GENERATED or each.source not in ANSWERS]
    return [*([Text(joined(answers, " "), BODY, above=3)] if answers else []), *set_paragraphs(others)]


def set_paragraphs(texts: Iterable[Paragraph]) -> list[Block]:
    """Set paragraphs line by line."""
    lines = [line for paragraph in texts for line in paragraph.text.splitlines() if line.strip()]
    return [Text(line, QUOTE if line.startswith(_QUOTES) else BODY, above=3) for line in lines]


def not_worked(marks: Sequence[Mark]) -> list[str]:
    """Name the places that are not to be worked."""
    return [mark_where(mark) for mark in marks if mark.kind is MarkKind.DO_NOT_WORK]


def session_end(record: VisitRecord) -> Instant | None:
    """Give when the last counted segment stopped."""
    stops = [segment.stop for segment in record.segments if segment.stop is not None]
    return max(stops, key=lambda stop: stop.utc, default=None)


class Signature(Block):
    """Who signed, under which licence, when, and the hash of what was signed; for a draft, that nobody did.

    `timed` says how long after the session it was signed.
    """

    _STARTS: Final = (0.0, 0.36, 0.60, 1.0)
    _GAP: Final = 8.0
    _TOP: Final = 3.5

    def __init__(self, sealed: Sealed, *, digest: bool = True, timed: bool = True, above: float = 7.0) -> None:
        self.above = above
        self._sealed = sealed
        self._timed = timed
        self._digest = digest and sealed.seal is not None
        self._columns = [
            Stack((Text(label, NOTE), Text(value(words), style), Text(below, LABEL)))
            for style, (label, words, below) in zip((_SIGNER, _SIGNED, _SIGNED), self._words(), strict=True)
        ]

    def height(self, width: float) -> float:
        """Give the tallest column, and a line for the hash."""
        columns = max(column.height(wide) for column, _, wide in self._places(0.0, width))
        return self._TOP + columns + (13.0 if self._digest else 2.0)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw three columns and the hash."""
        rule(canvas, x, x + width, top, 0.9)
        for column, left, wide in self._places(x, width):
            column.draw(canvas, left, top - self._TOP, wide)
        if self._digest and self._sealed.seal is not None:
            y = top - self.height(width) + 3
            draw_words(canvas, say.DIGEST_LABEL, NOTE, x, y)
            draw_words(canvas, grouped(self._sealed.seal.digest), HASH, x + width * 0.235, y)

    def _places(self, x: float, width: float) -> list[tuple[Stack, float, float]]:
        shares = zip(self._STARTS, self._STARTS[1:], strict=False)
        return [
            (column, x + width * start, width * (stop - start) - self._GAP)
            for column, (start, stop) in zip(self._columns, shares, strict=True)
        ]

    def _words(self) -> tuple[tuple[str, str, str], ...]:
        seal, therapist = self._sealed.seal, self._sealed.record.therapist
        npi = say.NPI_LINE.format(npi=therapist.npi) if therapist.npi else ""
        licence = (say.LICENCE, therapist.licence, npi)
        if seal is None:
            return (
                (say.PREPARED_BY, therapist.signature_name, ""),
                licence,
                (say.SIGNED_AT, say.NOT_SIGNED, say.DRAFT_HINT),
            )
        key = say.KEY_LINE.format(key=f"{seal.public_key[:4]}-{seal.public_key[4:8]}")
        return (
            (say.SIGNED_BY, therapist.signature_name, ""),
            licence,
            (self._signed_label(seal), moment(seal.signed_at), key),
        )

    def _signed_label(self, seal: Seal) -> str:
        end = session_end(self._sealed.record)
        if end is None or not self._timed or seal.signed_at.utc < end.utc:
            return say.SIGNED_AT
        minutes = int((seal.signed_at.utc - end.utc).total_seconds()) // 60
        if not minutes:
            return say.SIGNED_AT
        if minutes < 2 * 60:
            delay = plural(minutes, "minute", "minutes")
        elif minutes < 2 * _MINUTES_A_DAY:
            delay = plural(minutes // 60, "hour", "hours")
        else:
            delay = plural(minutes // _MINUTES_A_DAY, "day", "days")
        return say.SIGNED_AFTER.format(delay=delay)


def addendum_blocks(addenda: Sequence[Addendum], heads: Sequence[Rich] = ()) -> list[Block]:
    """Set each addendum in a frame of its own, kept whole; `heads` say to which notes they belong if not to this."""
    out: list[Block] = []
    for i, addendum in enumerate(addenda):
        content, seal = addendum.content, addendum.seal
        by = content.therapist
        signed = phrase(
            say.ADDENDUM_SIGNED, moment=moment(seal.signed_at), name=by.signature_name, licence=by.licence
        )
        chain = f"{seal.digest[:8]}…{seal.digest[-4:]} {say.PREVIOUS.format(digest=seal.previous[:8])}"
        out.append(
            Framed(
                (
                    Text(heads[i] if heads else phrase(say.ADDENDUM_HEAD, number=content.number), CELL),
                    *_corrected(content),
                    Text(phrase(say.ADDENDUM_REASON, reason=content.reason), CELL, above=2),
                    Text(content.text, CELL, above=2),
                    Text(signed, CELL, above=2),
                    Text(chain, HASH, above=2),
                ),
                above=7,
                key=ADDENDA_KEY if i == 0 else "",
                pad=5,
            )
        )
    return out


def _corrected(content: AddendumText) -> list[Block]:
    """Name the part of the note that an addendum corrects, if it is one."""
    part = content.corrects
    return [] if part is None else [Text(phrase(say.ADDENDUM_CORRECTS, part=part.value), CELL, above=2)]
