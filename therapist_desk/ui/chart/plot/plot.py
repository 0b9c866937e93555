"""What a chart draws, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale

from therapist_desk.domain.ids import VisitId


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A visit, at which both values may be missing.

    `start` are words for a course of treatment that begins there, or empty; no line joins it to what came before.
    """

    visit_id: VisitId
    number: int
    day: date
    before: Decimal | None
    after: Decimal | None
    start: str = ""

    @property
    def taken(self) -> bool:
        """Whether there is a value."""
        return self.before is not None or self.after is not None


@dataclass(frozen=True, slots=True)
class PlotGoal:
    """A value to reach."""

    value: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class PlotBand:
    """What lies below the minimal important change: from the first value to one that is `far` enough from it."""

    near: Decimal
    far: Decimal
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One quantity over visits, earliest first. `also` are values that the scale must hold without being drawn."""

    name: str
    points: tuple[PlotPoint, ...]
    unit: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    paired: bool = True
    goals: tuple[PlotGoal, ...] = ()
    band: PlotBand | None = None
    also: tuple[Decimal, ...] = ()


def value_words(value: Decimal, unit: str = "") -> str:
    """Write a number with its unit: "46°", "4.2 %"."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    number = QLocale().toString(float(value), "f", places)
    return f"{number}{unit}" if unit in ("", "°") else f"{number}\u00a0{unit}"


def change_in_words(change: Decimal, unit: str = "") -> str:
    """Write a difference with its sign: "−2", "+12°"."""
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{value_words(abs(change), unit)}"
