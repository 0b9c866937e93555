"""Motions of joints: their usual values, and values that are worth asking about again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.length import MILLIMETRES, in_unit
from therapist_desk.domain.findings.measurement import MEASUREMENT_ERROR, Measurement, MeasurementKind

FULL_TURN: Final = Decimal(360)
_MOST_DIGITS: Final = 7
_MOST_GIRTH: Final = Decimal(2000)
"""Millimetres: around no limb and hardly around a trunk goes more, and a point left out makes ten times as much."""
_MEASURED: Final = re.compile(r"(.*?)\s*([a-z°\"”″%]+)\.?")
_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("°", "deg", "degree", "degrees"), "°"),
        **dict.fromkeys(("in", "inch", "inches", '"', "”", "″"), "in"),
        **{unit: unit for unit in ("cm", "mm", "%")},
    }
)
_NEAR_NOUGHT: Final = 3 * MEASUREMENT_ERROR
"""Where the usual value is nought (a straight knee), so much beyond it is asked about."""


class NotANumberError(ExpectedError):
    """Words where a number is wanted."""

    code = "not_a_number"
    sentence = "“{text}” is not a number. Type it in figures, such as 58 or 37.5."


class OtherUnitError(ExpectedError):
    """A unit behind the number that cannot be turned into the one of the row."""

    code = "other_unit"
    sentence = "This is measured in {unit}: “{text}” cannot be right. Type it in {unit}."


class Doubt(StrEnum):
    """Why a value is worth asking about again."""

    NEGATIVE = "negative"
    FULL_TURN = "full turn"
    ABOVE_USUAL = "above usual"
    VERY_LARGE = "very large"


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
    """Read a typed number: a point or a comma before the decimals; None for nothing.

    Raises:
        NotANumberError: it is none.
    """
    typed = text.strip().lower().replace("−", "-").replace(",", ".")
    if not typed or typed == "–":
        return None
    try:
        value = Decimal(typed)
    except InvalidOperation:
        raise NotANumberError(text=text.strip()[:20]) from None
    if not value.is_finite() or len(value.as_tuple().digits) > _MOST_DIGITS or abs(value) >= Decimal(10) ** 6:
        raise NotANumberError(text=text.strip()[:20])
    return value


def read_measured(text: str, unit: str) -> Decimal | None:
    """Read a typed value that is kept in `unit`; None for nothing. A length in another unit is turned into it.

    Raises:
        NotANumberError: it is none.
        OtherUnitError: it is measured in something else.
    """
    measured = _MEASURED.fullmatch(text.strip().lower())
    typed = _UNITS.get(measured[2]) if measured else None
    if measured is None or typed is None:
        return read_number(text)
    value = read_number(measured[1])
    if value is None:
        return None
    kept = in_unit(value, typed, unit)
    if kept is None:
        raise OtherUnitError(unit="degrees" if unit == "°" else unit, text=text.strip()[:20])
    return kept


def doubt(measurement: Measurement, factor: Decimal) -> tuple[Decimal, Doubt] | None:
    """Give a value that a motion hardly has, and why; None where all are plausible, or were asked about and kept.

    `factor` times the usual value is the most that goes without a question (resources/clinical/motions.json). A girth
    is asked about where it is not above nought, or above two metres.
    """
    if measurement.kept:
        return None
    for value in (measurement.before, measurement.after):
        if value is not None and (why := _doubt(value, measurement, factor)) is not None:
            return value, why
    return None


def _doubt(value: Decimal, measurement: Measurement, factor: Decimal) -> Doubt | None:
    if measurement.kind is MeasurementKind.GIRTH:
        most = _MOST_GIRTH / MILLIMETRES.get(measurement.unit, 1)
        return Doubt.NEGATIVE if value <= 0 else Doubt.VERY_LARGE if value > most else None
    if value < 0:
        return Doubt.NEGATIVE
    if measurement.unit == "°" and value > FULL_TURN:
        return Doubt.FULL_TURN
    if measurement.norm is None:
        return None
    most = measurement.norm * factor if measurement.norm else _NEAR_NOUGHT
    return Doubt.ABOVE_USUAL if value > most else None
