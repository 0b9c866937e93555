"""One panel of the body map: a window of the figure with its marks, their numbers and R and L."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import FigureView, Region
from therapist_desk.domain.mark import Mark, Point
from therapist_desk.reports.figure import Window

_CLOSEUP_SIZE: Final = 0.5


class Grades(Enum):
    """Which grade stands beside a number."""

    CHANGE = "change"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A mark with its number in the document's table."""

    number: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Panel:
    """What one panel shows. `referrals` are marks, of any view, that refer into it."""

    view: FigureView
    window: Window
    marks: tuple[NumberedMark, ...]
    referrals: tuple[tuple[NumberedMark, RegionRef], ...] = ()
    title: str = ""

    @property
    def size(self) -> float:
        """How large it is drawn, where 1 is a part of the whole figure: close-ups show less of the body, larger."""
        return 1.0 if self.view.closeup is None else _CLOSEUP_SIZE

    @property
    def targets(self) -> int:
        """How many numbers stand beside the body."""
        shown = {marked.number for marked in self.marks} | {marked.number for marked, _ in self.referrals}
        return len(shown)


def grade_label(mark: Mark, grades: Grades) -> str:
    """Write a grade beside its number: "7 → 3" or "7/10"; empty where none was taken."""
    if mark.scale is None:
        return ""
    if grades is Grades.CHANGE:
        return " → ".join(str(grade) for grade in (mark.before, mark.after) if grade is not None)
    grade = mark.before if grades is Grades.BEFORE else mark.after
    return "" if grade is None else f"{grade}/{mark.scale.top}"


def region_of(mark: Mark, view: FigureView) -> Region | None:
    """Find the region that a mark takes whole or lies in, as `view` shows it."""
    return next((found for ref in mark.regions if (found := view.find(ref.region, ref.side))), None)


def is_gone(mark: Mark) -> bool:
    """Tell whether a point finding was there before treatment and not after."""
    return isinstance(mark.shape, Point) and bool(mark.before) and mark.after == 0


def numbered(marks: Iterable[Mark]) -> tuple[NumberedMark, ...]:
    """Number marks in their order, from 1."""
    return tuple(NumberedMark(number, mark) for number, mark in enumerate(marks, 1))


def kinds_used(marks: Sequence[NumberedMark]) -> list[Mark]:
    """Give one mark of each kind that occurs, in order of first use."""
    return list({marked.mark.kind: marked.mark for marked in reversed(marks)}.values())[::-1]
