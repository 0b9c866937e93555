"""Measurements: a number before and after treatment, with what it measures.

For whoever plots them: a score of an outcome measure is a measurement of kind QUESTIONNAIRE or SCORE whose `measure`
is the measure's id ("NDI", "PSFS") and whose `before` is the score of that visit, None while answers are missing. A
motion or a girth is the same one from visit to visit where `name`, `side` and `movement` are (see `same_thing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.ids import MeasurementId

MEASUREMENT_ERROR: Final = Decimal(5)
"""Degrees under which a change of motion is not counted: a goniometer's standard error is about so many."""


class MeasurementKind(StrEnum):
    """What is measured."""

    RANGE_OF_MOTION = "range of motion"
    GIRTH = "girth"
    QUESTIONNAIRE = "questionnaire"
    SCORE = "score"


class Movement(StrEnum):
    """Who moves the joint: the client, or the therapist."""

    ACTIVE = "active"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a questionnaire, with the question as it was asked; None where it was left out."""

    asked: str
    given: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A number taken before and, where wanted, after treatment.

    `name` is the joint and motion or the instrument ("cervical rotation"); `norm` is the usual value, in the
    same `unit`, with its source in `norm_source`. `movement` is None where nobody said, which counts as active.
    `kept` says that somebody was asked whether unusual values are meant, and kept them.

    Of an outcome measure `measure` is its id, `answers` what was answered where the questions are asked here,
    `scoring` the version of the scoring, `judged_by` the minimal important changes published, with their sources.
    """

    id: MeasurementId
    kind: MeasurementKind
    name: str
    side: Side | None = None
    unit: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    norm: Decimal | None = None
    norm_source: str = ""
    limited_by: str = ""
    movement: Movement | None = None
    pain_on_motion: bool = False
    kept: bool = False
    measure: str = ""
    answers: tuple[Answer, ...] = ()
    scoring: str = ""
    judged_by: str = ""

    @property
    def change(self) -> Decimal | None:
        """From before to after; None while either is missing."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def within_error(self) -> bool:
        """Whether a motion changed by less than its measurement error."""
        degrees = self.kind is MeasurementKind.RANGE_OF_MOTION and self.unit == "°"
        return degrees and self.change is not None and abs(self.change) < MEASUREMENT_ERROR


def same_thing(one: Measurement, other: Measurement) -> bool:
    """Tell whether two measurements measure the same motion, girth or instrument."""
    return _thing(one) == _thing(other)


def _thing(item: Measurement) -> tuple[MeasurementKind, str, str, Side | None, Movement]:
    name = " ".join(item.name.split()).casefold()
    return item.kind, item.measure, name, item.side, item.movement or Movement.ACTIVE
