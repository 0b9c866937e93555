"""Generated sentences that the therapist has put into own words: they no longer follow, and can be put back."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section


def edited_of(note: Note, section: Section) -> tuple[Paragraph, ...]:
    """Give the edited sentences of a section, in order."""
    return tuple(paragraph for paragraph in note.of(section) if paragraph.origin is Origin.EDITED)


def edited_from(note: Note, source: str) -> Paragraph | None:
    """Give the edited sentence of a source, or None while it follows."""
    return next((each for each in note.paragraphs if each.origin is Origin.EDITED and each.source == source), None)


def own_version(sentence: Paragraph, text: str) -> Paragraph:
    """Give the therapist's own version of a generated or edited sentence."""
    followed = sentence.text if sentence.origin is Origin.GENERATED else sentence.followed
    return replace(sentence, text=text, origin=Origin.EDITED, followed=followed)


def with_edited(note: Note, source: str, version: Paragraph | None) -> Note:
    """Put a source's own version into the note in its place, or with None let the sentence follow again."""
    known = edited_from(note, source)
    if known is None:
        added = () if version is None else (version,)
        return replace(note, paragraphs=(*note.paragraphs, *added))
    changed = [version if each is known else each for each in note.paragraphs]
    return replace(note, paragraphs=tuple(each for each in changed if each is not None))
