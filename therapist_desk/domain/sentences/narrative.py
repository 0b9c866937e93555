"""Sentences that marks, measurements and segments write into the note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from therapist_desk.domain.care.earlier_scores import EarlierScore
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Section, sources
from therapist_desk.domain.sentences.assessment import (
    assessment_sentences,
    measurement_sentence,
    observation_sentence,
)
from therapist_desk.domain.sentences.mark_words import change_clauses, mark_sentences
from therapist_desk.domain.sentences.next_steps import home_care_sentence, next_visit_sentence
from therapist_desk.domain.sentences.since_last import home_done_sentence, since_last_sentence
from therapist_desk.domain.sentences.wording import (
    Wording,
    changed_words,
    listed,
    place_words,
    sentence,
    technique_words,
)
from therapist_desk.domain.session.timer import Segment, SegmentSource, hands_on_seconds

SINCE_LAST: Final = ("since", "home_done")
"""The sources of the sentences on the time since the last visit."""
HOME_CARE: Final = "home_care"
"""The source of the sentence on what was agreed for home, which some documents set as a list instead."""
NEXT_VISIT: Final = "next"
ANSWERS: Final = (*SINCE_LAST, HOME_CARE, NEXT_VISIT)
"""The sources of sentences that short answers have written."""


def treatment_sentence(segments: Sequence[Segment], wording: Wording = Wording.FULL) -> str:
    """Write the treatment line: each technique with its regions and minutes; empty before any was given.

    Seconds are summed over the session for each technique and floored once.
    """
    totals: dict[tuple[str, tuple[str, ...]], int] = {}
    for segment in segments:
        if segment.technique.hands_on:
            key = (segment.technique.name, segment.regions)
            totals[key] = totals.get(key, 0) + segment.seconds
    if not totals:
        return ""
    given = [
        f"{technique_words(name, wording)}{_to(regions, wording)} {_minutes(seconds)}"
        for (name, regions), seconds in totals.items()
    ]
    by_hand = [segment.source is SegmentSource.BY_HAND for segment in segments]
    some = " Times were entered by hand." if all(by_hand) else " Some of the times were entered by hand."
    entered = some if any(by_hand) else ""
    total = _minutes(hands_on_seconds(segments))
    treatment = "tx" if wording is Wording.SHORT else "treatment"
    return sentence(f"{treatment}: {', '.join(given)}; {total} hands-on") + entered


def _minutes(seconds: int) -> str:
    return f"{seconds // 60 or 'under 1'} min"


def _to(regions: Sequence[str], wording: Wording) -> str:
    return f" to {listed([place_words(each, wording) for each in regions])}" if regions else ""


def outcome_sentence(note: Note, marks: Iterable[Mark], wording: Wording = Wording.FULL) -> str:
    """Write what changed from before to after treatment, for Assessment; empty while no after value is set."""
    changes = change_clauses(marks, wording)
    if note.pain_before is not None and note.pain_after is not None:
        changes.insert(0, f"pain {changed_words(f'{note.pain_before}/10', f'{note.pain_after}/10')}")
    return sentence("; ".join(changes))


@dataclass(frozen=True, slots=True)
class NoteSources:
    """What the sentences of a note are written from. `next_on` is when the next visit is planned for."""

    note: Note
    marks: Sequence[Mark] = ()
    measurements: Sequence[Measurement] = ()
    segments: Sequence[Segment] = ()
    observations: Sequence[Observation] = ()
    earlier: Sequence[EarlierScore] = ()
    wording: Wording = Wording.FULL
    next_on: Instant | None = None


def generated_paragraphs(told: NoteSources) -> tuple[Paragraph, ...]:
    """Write all generated paragraphs, leaving out what the therapist has edited into their own words."""
    note, wording = told.note, told.wording
    edited = {
        source
        for paragraph in note.paragraphs
        if paragraph.origin is Origin.EDITED
        for source in sources(paragraph.source)
    }
    following = [mark for mark in told.marks if f"mark:{mark.id}" not in edited]
    written = [
        (Section.SUBJECTIVE, since_last_sentence(note, wording), SINCE_LAST[0]),
        (Section.SUBJECTIVE, home_done_sentence(note, wording), SINCE_LAST[1]),
        *((Section.OBJECTIVE, each.text, each.source) for each in mark_sentences(following, wording)),
        *(
            (Section.OBJECTIVE, measurement_sentence(item, wording), f"measurement:{item.id}")
            for item in told.measurements
        ),
        *(
            (Section.OBJECTIVE, observation_sentence(item, wording), f"observation:{item.id}")
            for item in told.observations
        ),
        (Section.OBJECTIVE, treatment_sentence(told.segments, wording), "treatment"),
        (Section.ASSESSMENT, outcome_sentence(note, told.marks, wording), "outcome"),
        *(
            (Section.ASSESSMENT, text, source)
            for text, source in assessment_sentences(told.measurements, told.earlier, wording)
        ),
        (Section.PLAN, home_care_sentence(note, wording), HOME_CARE),
        (Section.PLAN, next_visit_sentence(note, told.next_on, wording), NEXT_VISIT),
    ]
    return tuple(
        Paragraph(section, text, Origin.GENERATED, source)
        for section, text, source in written
        if text and source not in edited
    )


def source_sentence(source: str, told: NoteSources) -> str:
    """Write what a source would say now, edited or not; empty where it is gone."""
    meant = set(sources(source))
    shown = told.marks if "outcome" in meant else [mark for mark in told.marks if f"mark:{mark.id}" in meant]
    written = generated_paragraphs(replace(told, note=replace(told.note, paragraphs=()), marks=shown))
    return " ".join(paragraph.text for paragraph in written if set(sources(paragraph.source)) <= meant)
