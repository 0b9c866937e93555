"""Measurements: a number before and after treatment, with what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.ids import MeasurementId


class MeasurementKind(StrEnum):
    """What is measured."""

    RANGE_OF_MOTION = "range of motion"
    GIRTH = "girth"
    QUESTIONNAIRE = "questionnaire"
    SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A number taken before and, where wanted, after treatment.

    `name` is the joint and motion or the instrument ("cervical rotation"); `norm` is the usual value, in the
    same `unit`, with its source in `norm_source`.
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
