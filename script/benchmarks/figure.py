"""A measured figure, and how it is judged."""

from __future__ import annotations

import json
from dataclasses import dataclass


class BenchmarkError(Exception):
    """What was to be measured did not run; the message says what it did instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the report.

    `value` and `floor` are in `unit`. Where there is a floor, `ratio` compares with it and `target` is the highest
    ratio that will do; where there is none, `target` is the highest value that will do.
    """

    name: str
    value: float
    unit: str
    target: float
    floor: float | None = None
    ratio: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return (self.value if self.ratio is None else self.ratio) <= self.target

    @property
    def as_json(self) -> str:
        """The figure as one line of JSON."""
        return json.dumps(
            {
                "name": self.name,
                "value": round(self.value, 4),
                "unit": self.unit,
                "floor": None if self.floor is None else round(self.floor, 4),
                "ratio": None if self.ratio is None else round(self.ratio, 3),
                "target": self.target,
                "holds": self.holds,
            }
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """The figure as the columns of `HEADINGS`."""
        return (
            self.name,
            f"{self.value:.2f}",
            self.unit,
            "-" if self.floor is None else f"{self.floor:.2f}",
            "-" if self.ratio is None else f"{self.ratio:.2f}",
            f"{self.target:g}",
            "yes" if self.holds else "NO",
        )


HEADINGS = ("name", "value", "unit", "floor", "ratio", "target", "holds")


def as_table(figures: list[Figure]) -> str:
    """Lay the figures out in columns."""
    rows = [HEADINGS, *(figure.cells for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
