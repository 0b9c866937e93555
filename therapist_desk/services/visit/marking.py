"""Marks on the body map: each change is one small durable write."""

from __future__ import annotations

from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.ids import MarkId, VisitId
from therapist_desk.services.desk import Desk


def put_mark(desk: Desk, visit_id: VisitId, mark: Mark, *, position: int | None = None) -> Mark:
    """Keep a new or changed mark. `position` puts one back where it was in the list; None means last, or unmoved.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.put_mark(visit_id, mark, position)
    return mark


def remove_mark(desk: Desk, visit_id: VisitId, mark_id: MarkId) -> None:
    """Take a mark off the map.

    Raises:
        SignedError: the visit is signed.
    """
    with desk.store.writing() as charts:
        charts.visits.drop_mark(visit_id, mark_id)
