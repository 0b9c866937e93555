"""The note: structured lines and typed text, kept as they are, valid or not; and what its sentences come from."""

from __future__ import annotations

from therapist_desk.domain.care.earlier_scores import earlier_scores
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.sentences.narrative import NoteSources
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.file import VisitFile


def save_note(desk: Desk, visit_id: VisitId, note: Note) -> Note:
    """Keep a note as it stands; an unfinished one is kept all the same.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.put_note(visit_id, note)
    return note


def note_sources(found: VisitFile, now: Instant) -> NoteSources:
    """Gather what the generated sentences of a visit are written from."""
    visit = found.visit
    return NoteSources(
        note=visit.note,
        marks=visit.marks,
        measurements=visit.measurements,
        segments=visit.segments(now),
        observations=visit.observations,
        earlier=earlier_scores(found.earlier),
        wording=found.wording,
        next_on=found.next_on,
    )
