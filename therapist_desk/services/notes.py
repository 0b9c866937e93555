"""The note: structured lines and typed text, kept as they are, valid or not."""

from __future__ import annotations

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.note import Note
from therapist_desk.services.desk import Desk


def save_note(desk: Desk, visit_id: VisitId, note: Note) -> Note:
    """Keep a note as it stands; an unfinished one is kept all the same.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.put_note(visit_id, note)
    return note
