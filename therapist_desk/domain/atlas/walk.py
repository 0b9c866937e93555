"""Going from region to region by the arrow keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.findings.mark import Point

_ASIDE = 2.5  # a step aside counts more than one ahead, so that a walk keeps to its line


def next_region(figure_view: FigureView, start: Region | None, dx: int, dy: int) -> Region:
    """Give the region nearest to `start` towards (dx, dy), one of them 0 and the other 1 or -1.

    At the end of the way it is `start` itself; from None the walk begins in the middle of the chest or back.
    """
    if start is None:
        return _nearest_to(figure_view, Point(figure_view.width // 2, figure_view.height // 4))
    best, least = start, float("inf")
    for region in figure_view.regions:
        ahead, aside = _way(start, region, dx, dy)
        # Only what lies within 45 degrees of the way is ahead; the rest is reached by the other arrows.
        if ahead > 0 and aside <= ahead and ahead + _ASIDE * aside < least:
            best, least = region, ahead + _ASIDE * aside
    return best


def spread(figure_view: FigureView, taken: Sequence[RegionRef], dx: int, dy: int) -> tuple[RegionRef, ...]:
    """Give the regions of a mark with one more, the next towards (dx, dy) from the last; going back takes that out.

    Regions taken already are passed over. The same are given where there is none that way.
    """
    refs, shown = tuple(taken), figure_view.shown(taken)
    if not shown:
        return refs
    if len(refs) > 1 and len(shown) > 1 and _is_ahead(shown[-1], shown[-2], dx, dy):
        return refs[:-1]
    reached = _beyond(figure_view, shown[-1], shown, dx, dy)
    return refs if reached is None else (*refs, reached.ref)


def walked(
    figure_view: FigureView, start: Region, taken: Collection[Region], dx: int, dy: int, *, steps: int = 1
) -> Region:
    """Give where so many steps from `start`, or as many as there are, lead to; regions `taken` are passed over."""
    reached = start
    for _ in range(steps):
        beyond = _beyond(figure_view, reached, taken, dx, dy)
        if beyond is None:
            break
        reached = beyond
    return reached


def _beyond(figure_view: FigureView, start: Region, taken: Collection[Region], dx: int, dy: int) -> Region | None:
    """Give the next region that is not `taken`, or None at the end of the way."""
    reached = start
    while reached is start or reached in taken:
        beyond = next_region(figure_view, reached, dx, dy)
        if beyond is reached:
            return None
        reached = beyond
    return reached


def _is_ahead(start: Region, region: Region, dx: int, dy: int) -> bool:
    ahead, aside = _way(start, region, dx, dy)
    return ahead > 0 and aside <= ahead


def _way(start: Region, region: Region, dx: int, dy: int) -> tuple[int, int]:
    """Give how far ahead towards (dx, dy), and how far aside, a region lies."""
    away_x, away_y = region.anchor.x - start.anchor.x, region.anchor.y - start.anchor.y
    return away_x * dx + away_y * dy, abs(away_x * dy) + abs(away_y * dx)


def _nearest_to(figure_view: FigureView, place: Point) -> Region:
    return min(
        figure_view.regions,
        key=lambda region: (region.anchor.x - place.x) ** 2 + (region.anchor.y - place.y) ** 2,
    )
