"""What a table is: its columns, each with what it means and how it is read from a thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from therapist_desk.domain.clock import Instant

Thing = TypeVar("Thing")
Cell: TypeAlias = "str | int | Decimal | date | Instant | Enum | None"


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing]):
    """A fact of a thing. `meaning` is what the data dictionary says of it."""

    name: str
    meaning: str
    read: Callable[[Thing], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Thing]):
    """A table of one kind of thing. `about` says what a row is."""

    name: str
    about: str
    columns: tuple[Column[Thing], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    def cells(self, thing: Thing) -> tuple[Cell, ...]:
        """Read a row."""
        return tuple(column.read(thing) for column in self.columns)


def as_text(cell: Cell) -> str:
    """Write a cell for CSV: nothing where nothing is known, days and times as ISO 8601, truth as yes and no."""
    plain = as_plain(cell)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(cell, Decimal):
        return str(cell)
    return "" if plain is None else str(plain)


def as_plain(cell: Cell) -> str | int | float | bool | None:
    """Write a cell for JSON."""
    match cell:
        case Enum():
            return str(cell.value)
        case Decimal():
            return int(cell) if cell == cell.to_integral_value() else float(cell)
        case Instant():
            return cell.local.isoformat(timespec="seconds")
        case date():
            return cell.isoformat()
    return cell
