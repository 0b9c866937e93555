"""Reviewing last visit's marks: better, same, worse or resolved, one at a time."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.findings.mark import Mark, MarkKind, WholeRegion
from therapist_desk.domain.ids import MarkId, VisitId

_REVIEWS: Final = uuid.UUID("0b6f4c1e-6a2c-4a0e-9f0e-8d1c52b7a9d4")
RESOLVED: Final = "resolved since last visit"
LIFTED: Final = "lifted since last visit"


class Verdict(StrEnum):
    """What has become of a finding. The value is the key that says so."""

    BETTER = "B"
    SAME = "S"
    WORSE = "W"
    RESOLVED = "X"

    @property
    def wants_grade(self) -> bool:
        """Whether today's grade has to be asked for: it is neither last visit's nor none."""
        return self in (Verdict.BETTER, Verdict.WORSE)


def last_grade(mark: Mark) -> int | None:
    """Give the grade that a visit ended with."""
    return mark.before if mark.after is None else mark.after


def is_over(mark: Mark) -> bool:
    """Tell whether a finding was gone when its visit ended, so that there is nothing left to review."""
    return last_grade(mark) == 0 or (mark.scale is None and mark.note in (RESOLVED, LIFTED))


def review_id(ghost: Mark, visit_id: VisitId) -> MarkId:
    """Give the identity of the mark that reviews `ghost` in a visit: always the same, so never twice."""
    return MarkId(uuid.uuid5(_REVIEWS, f"{visit_id}/{ghost.id}").hex)


def unreviewed(last: Iterable[Mark], today: Iterable[Mark], visit_id: VisitId) -> tuple[Mark, ...]:
    """Give last visit's findings of which today's marks say nothing yet."""
    marks = tuple(today)
    ids = {mark.id for mark in marks}
    closed = {region for mark in marks if mark.kind is MarkKind.DO_NOT_WORK for region in mark.regions}
    return tuple(
        ghost
        for ghost in last
        if not is_over(ghost) and review_id(ghost, visit_id) not in ids and not _closed_again(ghost, closed)
    )


def _closed_again(ghost: Mark, closed: set[RegionRef]) -> bool:
    """Whether a place where nobody worked is closed today as a whole, so that there is nothing to ask."""
    whole = ghost.kind is MarkKind.DO_NOT_WORK and isinstance(ghost.shape, WholeRegion)
    return whole and bool(ghost.regions) and closed.issuperset(ghost.regions)


def review(ghost: Mark, verdict: Verdict, mark_id: MarkId) -> Mark:
    """Give today's mark for a finding of the last visit.

    Same begins with the grade that the last visit ended with, resolved with 0; better and worse have no grade
    until somebody gives one. Place, layer, quality, direction and referral are carried. Words are not, but for
    a finding without grades that is the same; there the verdict itself is written as words.
    """
    before: int | None = None
    note = ""
    if ghost.scale is None:
        note = _words(ghost, verdict)
    elif verdict is Verdict.SAME:
        before = last_grade(ghost)
    elif verdict is Verdict.RESOLVED:
        before, note = 0, RESOLVED
    return replace(ghost, id=mark_id, before=before, after=None, note=note)


def _words(ghost: Mark, verdict: Verdict) -> str:
    if verdict is Verdict.SAME:
        return ghost.note
    if verdict is Verdict.RESOLVED:
        return LIFTED if ghost.kind is MarkKind.DO_NOT_WORK else RESOLVED
    return f"{'better' if verdict is Verdict.BETTER else 'worse'} than last visit"
