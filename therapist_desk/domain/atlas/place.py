"""Where a mark lies on the figure: its regions and its mirror image."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from therapist_desk.domain.anatomy import RegionRef, View
from therapist_desk.domain.atlas.coverage import covered_regions
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import across
from therapist_desk.domain.findings.closeup import SidedCloseup, Sight
from therapist_desk.domain.findings.mark import Area, Mark, Point, Shape, WholeRegion
from therapist_desk.domain.ids import MarkId

_FULL: Final = 360
_OTHER_VIEW: Final = {View.LEFT: View.RIGHT, View.RIGHT: View.LEFT}


def regions_under(figure_view: FigureView, shape: Shape) -> tuple[RegionRef, ...]:
    """Name the regions of a point, an area or a whole region, the largest share first; none off the figure."""
    if isinstance(shape, Area):
        return covered_regions(figure_view, shape)
    return figure_view.regions_of(shape.anchor if isinstance(shape, WholeRegion) else shape)


def opposite(sight: Sight) -> Sight:
    """Give the picture that shows the client's other side: the front and the back show both."""
    return sight.across if isinstance(sight, SidedCloseup) else _OTHER_VIEW.get(sight, sight)


def mirrored(mark: Mark, figure_view: FigureView, mark_id: MarkId) -> Mark | None:
    """Give a copy of `mark` on the client's other side; `figure_view` is the opposite picture of its figure.

    Its grade after treatment and its note are not copied: they were said of the other side. None for regions
    that have no other side, or where the copy would lie off the figure.
    """
    width = figure_view.width
    shape: Shape
    regions: tuple[RegionRef, ...]
    if isinstance(mark.shape, WholeRegion):
        wanted = [across(ref) for ref in mark.regions]
        there = figure_view.shown(wanted)
        regions = tuple(region.ref for region in there)
        if len(there) != len(wanted) or not set(regions) - set(mark.regions):
            return None
        shape = WholeRegion(there[0].anchor)
    else:
        if isinstance(mark.shape, Area):
            shape = Area(tuple(Point(width - corner.x, corner.y) for corner in reversed(mark.shape.corners)))
        else:
            shape = Point(width - mark.shape.x, mark.shape.y)
        regions = regions_under(figure_view, shape)
    if not regions:
        return None
    return replace(
        mark,
        id=mark_id,
        view=figure_view.view,
        closeup=figure_view.closeup,
        shape=shape,
        regions=regions,
        direction=None if mark.direction is None else -mark.direction % _FULL,
        refers_to=tuple(across(ref) for ref in mark.refers_to),
        after=None,
        note="",
    )
