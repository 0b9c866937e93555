"""What the client tells: the story, how it began, limits, cautions and health, beside the measures reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Addendum, VisitRecord
from therapist_desk.reports.layout.blocks import Columns
from therapist_desk.reports.layout.flow import Block, Gap, Stack, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import GUTTER, columns
from therapist_desk.reports.parts.pointers import see
from therapist_desk.reports.parts.reported import reported_table
from therapist_desk.reports.parts.screening import health_words
from therapist_desk.reports.parts.soap import paragraphs
from therapist_desk.reports.typography.rich import BODY, Rich, joined, phrase
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import day

_MEASURES: Final = columns(5)
_LONG_STORY: Final = 200.0
"""Text taller than so many points takes the full width, after the table instead of beside it."""
_BELOW: Final = 4.0


def reported_section(
    record: VisitRecord, width: float, addenda: Sequence[Addendum], *, letter: str = "", history: bool = False
) -> Section:
    """Set what the client says beside the reported measures; with `history` also how it began and was treated.

    `width` is that of the section, which points to the `addenda` that correct it; `letter` stands in the rail, where
    there is one.
    """
    case, note = record.case, record.visit.note
    texts: list[Block] = paragraphs(record, NoteSection.SUBJECTIVE)
    if case.complaint.strip():
        texts.append(Text(phrase(say.COMPLAINT, text=case.complaint.strip()), BODY, above=3))
    if history:
        texts += [Text(words, BODY, above=3) for words in _history(record)]
    limits: list[Rich] = []
    if note.limitation.strip():
        limits.append(phrase(say.LIMITS, text=_sentence(note.limitation)))
    for template, text in ((say.WORSE, case.aggravating), (say.EASES, case.easing)):
        if text.strip():
            limits.append(phrase(template, text=text.strip().rstrip(".")))
    if limits:
        texts.append(Text(joined(limits, " "), BODY, above=3))
    if not texts:
        texts.append(Text(say.NOTHING_REPORTED, BODY))
    texts.append(Text(_cautions(record), BODY, above=3))
    texts += [Text(words, BODY, above=3) for words in health_words(record)]
    body = _beside(texts, reported_table(record, see(addenda, NotePart.PAIN)), width)
    return Section(
        say.SUBJECTIVE if letter else say.REPORTED_HEAD,
        body,
        letter=letter,
        aside=say.SUBJECTIVE_ASIDE,
        carried=CONTINUED,
        see=see(addenda, NotePart.REPORTED, NotePart.HEALTH),
    )


def _history(record: VisitRecord) -> list[Rich]:
    """Say when and how it began, and what was done for it before."""
    case = record.case
    parts: list[Rich] = []
    if case.onset is not None:
        parts.append(phrase(say.BEGAN, day=day(case.onset)))
    if how := say.MECHANISMS[case.mechanism]:
        parts.append(phrase(say.MECHANISM, text=how))
    began = [joined(parts, " ")] if parts else []
    prior = case.prior_care.strip().rstrip(".")
    return [*began, *([phrase(say.PRIOR_CARE, text=prior)] if prior else [])]


def _beside(texts: Sequence[Block], table: Block, width: float) -> list[Block]:
    """Set as many texts beside the table as take the least height; the others go on below it over the full width."""
    left = width - _MEASURES - GUTTER

    def laid(count: int) -> list[Block]:
        shown = Columns([(Stack(texts[:count]), left), (table, _MEASURES)])
        return [shown, *([Gap(_BELOW)] if texts[count:] else []), *texts[count:]]

    fit = [count for count in range(1, len(texts) + 1) if Stack(texts[:count]).height(left) <= _LONG_STORY]
    if not fit:
        return [Columns([(table, _MEASURES)]), Gap(_BELOW), *texts]
    return min((laid(count) for count in reversed(fit)), key=lambda blocks: Stack(blocks).height(width))


def _sentence(text: str) -> str:
    return f"{text.strip().rstrip('.')}."


def _cautions(record: VisitRecord) -> Rich:
    cautions = record.client.details.cautions
    if not cautions:
        return phrase(say.NO_CAUTIONS)
    named = [say.CAUTION_WORDS.format(text=c.text, level=say.CAUTION_LEVELS[c.level]) for c in cautions]
    return phrase(say.CAUTIONS, text="; ".join(named))
