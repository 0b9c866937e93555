"""How much of the figure is marked as pain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.atlas.carry import carried_to
from therapist_desk.domain.atlas.coverage import inner_spans
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.stroke import outline_of
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, WholeRegion

_STEP: Final = 10  # tenths of a unit between two rows
_TOLERANCE: Final = 4.0
_BOTH: Final = (Side.LEFT, Side.RIGHT)
_Span: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PainExtent:
    """The share of the figure, from 0 to 1, that is marked as pain in one view: it describes, it grades nothing."""

    view: View
    share: float

    @property
    def words(self) -> str:
        """As a reader sees it: "share of the figure marked as pain, back view: 4.2 %"."""
        return f"share of the figure marked as pain, {self.view.value} view: {100 * self.share:.1f} %"


def pain_extent(figure_view: FigureView, marks: Iterable[Mark]) -> PainExtent:
    """Measure how much of a whole figure, as this view shows it, lies under pain marks of this view.

    Free-hand areas and whole regions count, what lies under several of them once, and only where it lies on
    the figure. Points have no extent, and a pain graded 0 has gone. Marks made on another figure count where
    their region is on this one; marks on close-ups, drawn at another size, do not.

    It is measured along rows a figure unit apart: for a region, or an area of its size, the error is below
    0.05 of a percentage point.
    """
    pains = [
        carried_to(mark, figure_view)
        for mark in marks
        if mark.kind is MarkKind.PAIN and mark.sight == figure_view.sight and mark.before != 0
    ]
    rings = [outline_of(mark.shape).flattened(_TOLERANCE) for mark in pains if isinstance(mark.shape, Area)]
    tall = [(min(y for _, y in ring), max(y for _, y in ring), ring) for ring in rings]
    whole = {
        key for mark in pains if isinstance(mark.shape, WholeRegion) for ref in mark.regions for key in _sides_of(ref)
    }
    body = marked = 0.0
    for row in range(_STEP // 2, figure_view.height, _STEP):
        spans = figure_view.spans_at(row)
        drawn = sorted(span for top, end, ring in tall if top < row < end for span in inner_spans(ring, row))
        body += sum(right - left for left, right, _ in spans)
        # Each stretch of the row lies in one region, so that what covers one is joined there for itself.
        for left, right, region in spans:
            if (region.ref.region, region.ref.side) in whole:
                marked += right - left
            else:
                marked += _covered(left, right, drawn)
    # The two sums are rounded differently, so that a figure covered entirely might come to a hair over 1.
    return PainExtent(figure_view.view, min(1.0, marked / body) if body else 0.0)


def _sides_of(ref: RegionRef) -> Iterator[tuple[str, Side]]:
    for side in _BOTH if ref.side is Side.BILATERAL else (ref.side,):
        yield ref.region, side


def _covered(left: float, right: float, drawn: Iterable[_Span]) -> float:
    covered, reached = 0.0, left
    for start, end in drawn:
        covered += max(0.0, min(right, end) - max(start, reached))
        reached = max(reached, min(right, end))
    return covered
