"""The SOAP note: structured lines on top, sentences below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The four sections, in their order."""

    SUBJECTIVE = "S"
    OBJECTIVE = "O"
    ASSESSMENT = "A"
    PLAN = "P"


class Origin(StrEnum):
    """Where a paragraph comes from.

    GENERATED follows a mark, measurement or segment; EDITED was generated and is now the therapist's;
    UNCONFIRMED was carried forward from an earlier visit and not yet touched.
    """

    OWN = "own"
    GENERATED = "generated"
    EDITED = "edited"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a section.

    `source` names what a generated or edited one speaks of, several apart by a space: "mark:ID mark:ID"; of one
    carried forward it names the day it comes from: "visit:2026-11-09". `followed` is what an edited one said while
    it was generated.
    """

    section: Section
    text: str
    origin: Origin = Origin.OWN
    source: str = ""
    followed: str | None = None


class Response(StrEnum):
    """How the client took the treatment."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSE = "worse"
    ADVERSE = "adverse reaction"


class SinceLast(StrEnum):
    """How it has been since the last visit, as the client says."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class HomeDone(StrEnum):
    """How much of the agreed home care was done since the last visit, as the client says."""

    DONE = "done"
    PARTLY = "partly done"
    NOT_DONE = "not done"


class ReportKind(StrEnum):
    """What a client reports of: what makes it worse, what eases it, or anything else."""

    WORSE = "worse"
    EASES = "eases"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that the client reports, in a few words without a full stop: "desk work", "headache 3×/wk"."""

    text: str
    kind: ReportKind = ReportKind.OTHER


def implied_response(pain_before: int | None, pain_after: int | None) -> Response | None:
    """Give what the pain scores alone say of the response: a start that the therapist may change."""
    if pain_before is None or pain_after is None:
        return None
    if pain_after == pain_before:
        return Response.UNCHANGED
    return Response.IMPROVED if pain_after < pain_before else Response.WORSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A visit's note. Pain scores are NPRS 0 to 10; `limitation` is one thing the client cannot do as wanted.

    `since_last`, `reported` and `home_done` are what the client says of the time since the last visit; `home_care` is
    what was agreed for the time until the next one, a thing each, and `next_visit` what that one is for.
    """

    pain_before: int | None = None
    pain_after: int | None = None
    limitation: str = ""
    response: Response | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    since_last: SinceLast | None = None
    reported: tuple[Report, ...] = ()
    home_done: HomeDone | None = None
    home_care: tuple[str, ...] = ()
    next_visit: str = ""

    def of(self, section: Section) -> tuple[Paragraph, ...]:
        """Give the paragraphs of one section, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.section is section)

    def own_text(self, section: Section) -> str:
        """Give what the therapist typed in a section, paragraphs apart by a line end."""
        return joined(paragraph for paragraph in self.of(section) if paragraph.origin is Origin.OWN)


def sources(source: str) -> tuple[str, ...]:
    """Give each of the sources that a paragraph names."""
    return tuple(source.split())


def joined(paragraphs: Iterable[Paragraph]) -> str:
    """Join paragraphs as they stand in a text field."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def with_own_text(note_paragraphs: tuple[Paragraph, ...], section: Section, text: str) -> tuple[Paragraph, ...]:
    """Replace what the therapist typed in `section`; every other paragraph stays as it is."""
    kept = tuple(
        paragraph
        for paragraph in note_paragraphs
        if paragraph.section is not section or paragraph.origin is not Origin.OWN
    )
    typed = (Paragraph(section, text),) if text else ()
    return kept + typed
