"""The segments of a session as rows: those that count, and under a correction what it replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from therapist_desk.domain.session.timer import Segment


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A segment, and whether a correction stands in for it."""

    segment: Segment
    replaced: bool


def time_rows(timed: Iterable[Segment], by_hand: Iterable[Segment]) -> tuple[TimeRow, ...]:
    """Everything in order of start, each replaced one right after what replaced it last."""
    everything = [*timed, *by_hand]
    originals = {segment.id: segment for segment in everything}
    replaced = {segment.replaces for segment in everything if segment.replaces is not None}
    rows: list[TimeRow] = []
    for segment in sorted((each for each in everything if each.id not in replaced), key=_start):
        rows.append(TimeRow(segment, replaced=False))
        before = segment.replaces
        while before is not None and before in originals:
            rows.append(TimeRow(originals[before], replaced=True))
            before = originals[before].replaces
    return tuple(rows)


def _start(segment: Segment) -> datetime:
    return segment.start.utc
