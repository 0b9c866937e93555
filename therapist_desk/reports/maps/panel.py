"""One panel of the body map: a window of the figure with its marks, their numbers and R and L."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import FigureView, Region
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.reports.maps.figure import Window

_CLOSEUP_SIZE: Final = 0.5
APPROXIMATE: Final = "≈"


class Grades(Enum):
    """Which grade stands beside a number."""

    CHANGE = "change"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A mark with its number in the document's table.

    On a panel it is `textured` where its kind's texture shows it instead of a symbol, and `approximate` where it was
    made on another figure or atlas and stands as near as its region lets one say.
    """

    number: int
    mark: Mark
    textured: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """What one panel shows. `referrals` are marks, of any view, that refer into it.

    `room_for` are the marks that it is laid out for where it is one of a pair, so that both show the body alike.
    A panel equals itself alone.
    """

    view: FigureView
    window: Window
    marks: tuple[NumberedMark, ...]
    referrals: tuple[tuple[NumberedMark, RegionRef], ...] = ()
    title: str = ""
    room_for: tuple[NumberedMark, ...] = ()

    @property
    def laid_out(self) -> tuple[NumberedMark, ...]:
        """The marks whose numbers it has to have room for."""
        return self.room_for or self.marks

    @property
    def size(self) -> float:
        """How large it is drawn, where 1 is a part of the whole figure: close-ups show less of the body, larger."""
        return 1.0 if self.view.closeup is None else _CLOSEUP_SIZE

    @property
    def targets(self) -> int:
        """How many numbers stand beside the body."""
        shown = {marked.number for marked in self.laid_out} | {marked.number for marked, _ in self.referrals}
        return len(shown)


def number_label(marked: NumberedMark, grades: Grades) -> str:
    """Write what stands beside a number: "7 → 3" or "7/10", after the sign of an approximate place."""
    signs = [APPROXIMATE] if marked.approximate else []
    return " ".join(filter(None, [*signs, _grade_label(marked.mark, grades)]))


def _grade_label(mark: Mark, grades: Grades) -> str:
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


def as_drawn(marks: Iterable[NumberedMark], shown: Iterable[Panel]) -> tuple[NumberedMark, ...]:
    """Say of each mark, named as it was made, how the panels show it."""
    drawn = {marked.number: marked for panel in shown for marked in panel.marks}
    return tuple(
        replace(marked, textured=drawn[marked.number].textured, approximate=drawn[marked.number].approximate)
        for marked in marks
    )


def kinds_used(marks: Sequence[NumberedMark]) -> list[MarkKind]:
    """Give each kind that occurs, in order of first use."""
    return list(dict.fromkeys(marked.mark.kind for marked in marks))
