"""Which visits the charts show."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.progress import CaseProgress

_RECENT: Final = timedelta(days=90)


class Scope(StrEnum):
    """The visits of the case, those of the last 90 days, or those of all the client's cases."""

    CASE = "case"
    RECENT = "recent"
    ALL = "all"


def visits_in(scope: Scope, progress: CaseProgress) -> tuple[Visit, ...]:
    """Give the visits to draw, earliest first; only `ALL` reaches beyond the case."""
    if scope is Scope.ALL:
        return progress.visits
    since = progress.today - _RECENT
    return tuple(visit for visit in progress.own if scope is Scope.CASE or visit.service_date >= since)
