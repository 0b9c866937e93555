"""What a note takes from the visit before, and what becomes of it: kept, dropped, or not looked at yet.

Carried are the therapist's own words of Subjective and Plan, line by line, the functional limitation, what was agreed
for home and what the next visit is for: what a client reports and what is planned often still holds. Findings, their
assessment and what was said of the days before are of one visit: they are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section, with_own_text
from therapist_desk.domain.visit import Visit

_FROM: Final = "visit:"
_LIMITATION: Final = "limitation:"
_HOME_CARE: Final = "home:"
_NEXT_VISIT: Final = "next:"
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
    if not note.home_care:
        lines += [_line(Section.PLAN, text, _HOME_CARE + day) for text in last.note.home_care if text.strip()]
    if last.note.next_visit.strip() and not note.next_visit.strip():
        lines.append(_line(Section.PLAN, last.note.next_visit, _NEXT_VISIT + day))
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


def is_home_care(line: Paragraph) -> bool:
    """Tell whether a carried line is a thing agreed for home."""
    return line.source.startswith(_HOME_CARE)


def is_next_visit(line: Paragraph) -> bool:
    """Tell whether a carried line says what the next visit is for."""
    return line.source.startswith(_NEXT_VISIT)


def carried_from(line: Paragraph) -> date | None:
    """Give the day of the visit that a line comes from."""
    _, _, day = line.source.partition(":")
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def kept(note: Note, lines: Iterable[Paragraph]) -> Note:
    """Confirm carried lines: they become own words, after those that stand there, or the answer that they were."""
    for line in lines:
        rest = dropped(note, (line,))
        if is_limitation(line):
            note = replace(rest, limitation=rest.limitation or line.text)
        elif is_next_visit(line):
            note = replace(rest, next_visit=rest.next_visit or line.text)
        elif is_home_care(line):
            note = replace(rest, home_care=(*(each for each in rest.home_care if each != line.text), line.text))
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
        elif were_kept and is_next_visit(line):
            note = replace(note, next_visit="" if note.next_visit == line.text else note.next_visit)
        elif were_kept and is_home_care(line):
            note = replace(note, home_care=tuple(each for each in note.home_care if each != line.text))
        elif were_kept:
            own = note.own_text(line.section).split("\n")
            if line.text in own:
                del own[len(own) - 1 - own[::-1].index(line.text)]
            note = replace(note, paragraphs=with_own_text(note.paragraphs, line.section, "\n".join(own)))
        note = replace(note, paragraphs=(*note.paragraphs, line))
    return note


def _line(section: Section, text: str, source: str) -> Paragraph:
    return Paragraph(section, text.strip(), Origin.UNCONFIRMED, source)
