"""The fax cover sheet: to whom, from whom, how many pages. It names no client: anybody may pick it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.reports.layout.blocks import Columns, Framed
from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.heads import Mini, Section, TitleBlock
from therapist_desk.reports.layout.ink import GUTTER, LIVE_WIDTH, MM, columns
from therapist_desk.reports.layout.page import FileWords, Frame, PageWords, Paper, render
from therapist_desk.reports.layout.strip import Strip, StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.reply_form import Answer
from therapist_desk.reports.parts.soap import clinic_line
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.rich import BODY, LABEL, Rich, Style, bold, joined, phrase, value
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.common import PRODUCT
from therapist_desk.reports.wording.formats import day

TITLE: Final = "Fax"
COVER_SHEET: Final = "Cover sheet"
_TO: Final = "To"
_FROM: Final = "From"
_NAME: Final = "Name"
_AT: Final = "At"
_FAX: Final = "Fax"
_PHONE: Final = "Telephone"
_DATE: Final = "Date"
_PAGES: Final = "Pages, this one included"
_BY_HAND: Final = "write in by hand"
_BLANK: Final = "________"
_SUBJECT: Final = "Subject"
_SUBJECT_OF: Final = "**Health records:** {document}"
_SUBJECT_BLANK: Final = "**Health records**"
_ASKED: Final = "What is asked"
_ASKED_ASIDE: Final = "tick by hand"
_ANSWERS: Final = (
    "Urgent",
    "For your information",
    "As you asked",
    "Please reply",
    "Please sign and fax back",
    "Please call",
)
_MESSAGE: Final = "Message"
_MESSAGE_ASIDE: Final = "nothing about a client on this page"
_MESSAGE_LINES: Final = 5
_NOTICE: Final = "The pages that follow are confidential."
_LAW: Final = (
    "They hold health information that the law protects (in the United States, 45 CFR parts 160 and 164) and are "
    "meant for the addressee above alone."
)
_ASTRAY: Final = "If they reached you by mistake, do not read, copy or pass them on. {call}, then destroy every page."
_CALL: Final = "Call {number} at once"
_CALL_NOBODY: Final = "Tell the sender at once"
_SENDER: Final = 62 * MM
_PARTY: Final = Style(10, 12.5, Face.BOLD)
_IN_A_ROW: Final = 3
_WRITING: Final = 5.6
_NOTICE_BODY: Final = Style(10, 13.5)
_NOTICE_HEAD: Final = Style(11, 15).bold


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a fax goes; what is empty is left to be written in by hand."""

    name: str = ""
    practice: str = ""
    fax: str = ""
    phone: str = ""


def fax_cover(
    practice: Practice, therapist: Therapist, to: Addressee, sent_on: date, paper: Paper, *, document: str, pages: int
) -> bytes:
    """Set a cover sheet for `pages` pages with the cover itself; 0 leaves their number to be written in.

    `document` names what follows in general words, or is empty.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    words = PageWords(
        name=practice.name,
        identifiers="",
        right=day(sent_on),
        clinic=joined([value(text) for text in clinic_line(practice)], " · "),
        document=COVER_SHEET,
        notice=soap_words.CONFIDENTIAL,
        stamp="",
        numbering=COVER_SHEET,
    )

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        half = columns(6)
        addressee = ((_NAME, to.name), (_AT, to.practice), (_FAX, to.fax), (_PHONE, to.phone))
        own = (
            (_NAME, therapist.signature_name),
            (_AT, practice.name),
            (_FAX, practice.fax),
            (_PHONE, practice.phone),
        )
        return [
            TitleBlock(TITLE, COVER_SHEET, [bold(practice.name), *map(value, practice.address.lines)], _SENDER),
            Strip(_numbers(sent_on, pages), size=16, height=44, above=8),
            Columns([(_party(_TO, addressee), half), (_party(_FROM, own), half)], above=12),
            Section(_SUBJECT, (Text(_subject(document), BODY),), above=14),
            Section(_ASKED, (_answers(),), aside=_ASKED_ASIDE, above=14),
            Section(_MESSAGE, (_message(),), aside=_MESSAGE_ASIDE, above=14),
            _notice(practice),
        ]

    return render(compose, Frame(words, paper), FileWords(title=COVER_SHEET, author=PRODUCT, subject=COVER_SHEET))


def _numbers(sent_on: date, pages: int) -> list[StripCell]:
    return [
        StripCell(_DATE, day(sent_on)),
        StripCell(_PAGES, str(pages)) if pages else StripCell(_PAGES, _BLANK, _BY_HAND),
    ]


def _party(title: str, pairs: Sequence[tuple[str, str]]) -> Block:
    """Set name and numbers between hairlines; what is empty leaves a line to write on."""
    rows = [Row((Text(label, LABEL), Text(value(text) if text else "\u00a0", _PARTY))) for label, text in pairs]
    return Stack((Mini(title, above=0), Table((Column("", 20 * MM), Column()), rows, pad=4.0, rule_above=True)))


def _subject(document: str) -> Rich:
    return phrase(_SUBJECT_OF, document=document) if document else phrase(_SUBJECT_BLANK)


def _answers() -> Block:
    third = (LIVE_WIDTH - 2 * GUTTER) / 3
    return Stack(
        Columns([(Answer(words, None), third) for words in row])
        for row in (_ANSWERS[:_IN_A_ROW], _ANSWERS[_IN_A_ROW:])
    )


def _message() -> Block:
    return Table((Column(),), [Row(("\u00a0",)) for _ in range(_MESSAGE_LINES)], pad=_WRITING)


def _notice(practice: Practice) -> Block:
    call = _CALL.format(number=practice.phone) if practice.phone else _CALL_NOBODY
    return Framed(
        (
            Text(_NOTICE, _NOTICE_HEAD),
            Text(_LAW, _NOTICE_BODY, above=3),
            Text(phrase(_ASTRAY, call=call), _NOTICE_BODY),
        ),
        above=24,
    )
