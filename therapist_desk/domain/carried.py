"""What a note takes from the visit before, and what becomes of it: kept, dropped, or not looked at yet.

Carried are the therapist's own words of Subjective and Plan, line by line, and the functional limitation: what a
client reports and what is planned often still holds. Findings and their assessment are of one day: they are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from therapist_desk.domain.note import Note, Origin, Paragraph, Section, with_own_text
from therapist_desk.domain.visit import Visit

_FROM: Final = "visit:"
_LIMITATION: Final = "limitation:"
_SECTIONS: Final = (Section.SUBJECTIVE, Section.PLAN)


def carried_forward(note: Note, last: Visit) -> Note:
    """Take from the last visit what today's note does not say yet, as unconfirmed lines."""
    day = last.service_date.isoformat()
    lines = []
    if last.note.limitation.strip() and not note.limitation.strip():
        lines.append(_line(Section.SUBJECTIVE, last.note.limitation, _LIMITATION + day))
    for section in _SECTIONS:
        if not note.of(section):
            said = last.note.own_text(section).splitlines()
            lines += [_line(section, text, _FROM + day) for text in said if text.strip()]
    return replace(note, paragraphs=(*note.paragraphs, *lines))


def unconfirmed(note: Note, section: Section | None = None) -> tuple[Paragraph, ...]:
    """Give the carried lines that nobody has looked at, of one section or of all."""
    return tuple(
        paragraph
        for paragraph in note.paragraphs
        if paragraph.origin is Origin.UNCONFIRMED and section in (None, paragraph.section)
    )


def is_limitation(line: Paragraph) -> bool:
    """Tell whether a carried line is the functional limitation rather than own words."""
    return line.source.startswith(_LIMITATION)


def carried_from(line: Paragraph) -> date | None:
    """Give the day of the visit that a line comes from."""
    _, _, day = line.source.partition(":")
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def kept(note: Note, lines: Iterable[Paragraph]) -> Note:
    """Confirm carried lines: they become own words, after those that stand there."""
    for line in lines:
        rest = dropped(note, (line,))
        if is_limitation(line):
            note = replace(rest, limitation=rest.limitation or line.text)
        else:
            own = rest.own_text(line.section)
            text = f"{own.rstrip()}\n{line.text}" if own.strip() else line.text
            note = replace(rest, paragraphs=with_own_text(rest.paragraphs, line.section, text))
    return note


def dropped(note: Note, lines: Iterable[Paragraph]) -> Note:
    """Take carried lines out."""
    left = list(note.paragraphs)
    for line in lines:
        if line in left:
            left.remove(line)
    return replace(note, paragraphs=tuple(left))


def put_back(note: Note, lines: Iterable[Paragraph], *, were_kept: bool) -> Note:
    """Make carried lines unconfirmed again; what has been typed meanwhile stays."""
    for line in lines:
        if were_kept and is_limitation(line):
            note = replace(note, limitation="" if note.limitation == line.text else note.limitation)
        elif were_kept:
            own = note.own_text(line.section).split("\n")
            if line.text in own:
                del own[len(own) - 1 - own[::-1].index(line.text)]
            note = replace(note, paragraphs=with_own_text(note.paragraphs, line.section, "\n".join(own)))
        note = replace(note, paragraphs=(*note.paragraphs, line))
    return note


def _line(section: Section, text: str, source: str) -> Paragraph:
    return Paragraph(section, text.strip(), Origin.UNCONFIRMED, source)
