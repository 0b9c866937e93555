"""Motions of joints: their usual values, and values that are worth asking about again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.measurement import MEASUREMENT_ERROR, Measurement, MeasurementKind

FULL_TURN: Final = Decimal(360)
_MOST_DIGITS: Final = 7
_NEAR_NOUGHT: Final = 3 * MEASUREMENT_ERROR
"""Where the usual value is nought (a straight knee), so much beyond it is asked about."""


class NotANumberError(ExpectedError):
    """Words where a number is wanted."""

    code = "not_a_number"
    sentence = "“{text}” is not a number. Type it in figures, such as 58 or 37.5."


class Doubt(StrEnum):
    """Why a value is worth asking about again."""

    NEGATIVE = "negative"
    FULL_TURN = "full turn"
    ABOVE_USUAL = "above usual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion of a joint; `both_sides` says that right and left are measured apart.

    `usual` is its usual value in `unit`, None where the sources give none.
    """

    joint: str
    motion: str
    unit: str
    both_sides: bool
    usual: Decimal | None = None
    usual_source: str = ""
    hint: str = ""

    @property
    def name(self) -> str:
        """As a note names it: "cervical rotation"."""
        return f"{self.joint} {self.motion}"


def read_number(text: str) -> Decimal | None:
    """Read a typed value: a point or a comma before the decimals, a unit behind it; None for nothing.

    Raises:
        NotANumberError: it is none.
    """
    typed = text.strip().lower().replace("−", "-").replace(",", ".")
    for unit in ("°", "deg", "cm", "mm", "in", '"', "%"):
        typed = typed.removesuffix(unit).strip()
    if not typed or typed == "–":
        return None
    try:
        value = Decimal(typed)
    except InvalidOperation:
        raise NotANumberError(text=text.strip()[:20]) from None
    if not value.is_finite() or len(value.as_tuple().digits) > _MOST_DIGITS or abs(value) >= Decimal(10) ** 6:
        raise NotANumberError(text=text.strip()[:20])
    return value


def doubt(measurement: Measurement, factor: Decimal) -> tuple[Decimal, Doubt] | None:
    """Give a value that a motion hardly has, and why; None where all are plausible, or were asked about and kept.

    `factor` times the usual value is the most that goes without a question (resources/clinical/motions.json). A girth
    is asked about only where it is not above nought.
    """
    if measurement.kept:
        return None
    for value in (measurement.before, measurement.after):
        if value is not None and (why := _doubt(value, measurement, factor)) is not None:
            return value, why
    return None


def _doubt(value: Decimal, measurement: Measurement, factor: Decimal) -> Doubt | None:
    if measurement.kind is MeasurementKind.GIRTH:
        return Doubt.NEGATIVE if value <= 0 else None
    if value < 0:
        return Doubt.NEGATIVE
    if measurement.unit == "°" and value > FULL_TURN:
        return Doubt.FULL_TURN
    if measurement.norm is None:
        return None
    most = measurement.norm * factor if measurement.norm else _NEAR_NOUGHT
    return Doubt.ABOVE_USUAL if value > most else None
