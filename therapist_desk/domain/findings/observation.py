"""Observations: what was tested, seen or felt and has no number of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.ids import ObservationId


class ObservationKind(StrEnum):
    """How it was come by."""

    TEST = "special test"
    POSTURE = "posture"
    PALPATION = "palpation"


class Result(StrEnum):
    """What a special test showed."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing observed, on one side or none.

    A special test has a `result`; a posture finding the `view` it is seen from and a `grade` in words; palpation a
    `grade` in words and a `place`. `suggests` is what the list of tests says of a positive one, as it said then, and
    `refer_if_positive` that the client is then sent back to the physician.
    """

    id: ObservationId
    kind: ObservationKind
    name: str
    side: Side | None = None
    result: Result | None = None
    view: View | None = None
    grade: str = ""
    place: str = ""
    note: str = ""
    suggests: str = ""
    refer_if_positive: bool = False
    source: str = ""

    @property
    def red(self) -> bool:
        """Whether the client must be sent back to the physician because of it."""
        return self.refer_if_positive and self.result is Result.POSITIVE


def same_observation(one: Observation, other: Observation) -> bool:
    """Tell whether two observations are of the same thing, whatever was found."""
    return (one.kind, one.name, one.side, one.view, one.place) == (
        other.kind,
        other.name,
        other.side,
        other.view,
        other.place,
    )
