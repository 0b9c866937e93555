"""How often each place was marked as pain over the visits of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.visit import Visit

Spot: TypeAlias = tuple[str, Side]
"""A region of the atlas by its id, on one side or on the midline."""

MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class PainHistory:
    """In each view, at how many of `visits` visits each region was marked as pain, with the region as named then."""

    visits: int
    places: Mapping[View, Mapping[Spot, int]]
    names: Mapping[Spot, RegionRef]

    def of(self, view: View) -> Mapping[Spot, int]:
        """Give the counts of one view, empty where nothing was marked."""
        return self.places.get(view, {})

    @property
    def steps(self) -> tuple[int, ...]:
        """The counts at which a step of the colour ramp ends, at most five: for 10 visits 2, 4, 6, 8 and 10."""
        if self.visits <= MOST_STEPS:
            return tuple(range(1, self.visits + 1))
        return tuple(-(-self.visits * step // MOST_STEPS) for step in range(1, MOST_STEPS + 1))

    def step(self, count: int) -> int:
        """Give the place of a count on the ramp, from 0."""
        return next(place for place, end in enumerate(self.steps) if count <= end)


def pain_history(visits: Sequence[Visit]) -> PainHistory:
    """Count visits, not marks: a region with three pain marks at one visit counts once.

    A mark on a close-up counts in the whole view that shows where it lies. Points, whole regions and areas count
    alike, an area in every region that it covers; a pain graded 0 has gone.
    """
    places: dict[View, dict[Spot, int]] = {}
    names: dict[Spot, RegionRef] = {}
    for visit in visits:
        marked = {(mark.home, spot): ref for mark in visit.marks for spot, ref in _spots(mark)}
        for (view, spot), ref in marked.items():
            counts = places.setdefault(view, {})
            counts[spot] = counts.get(spot, 0) + 1
            names[spot] = ref
    return PainHistory(len(visits), places, names)


def _spots(mark: Mark) -> Iterator[tuple[Spot, RegionRef]]:
    if mark.kind is not MarkKind.PAIN or mark.before == 0:
        return
    for ref in mark.regions:
        for side in (Side.LEFT, Side.RIGHT) if ref.side is Side.BILATERAL else (ref.side,):
            yield (ref.region, side), RegionRef(ref.region, ref.name, side)
