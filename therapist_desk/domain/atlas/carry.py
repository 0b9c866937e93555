"""Marks on another figure than they were made on: placed by region, and said to be approximate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from therapist_desk.domain.anatomy import Figure, RegionRef, Side
from therapist_desk.domain.atlas.coverage import covered_regions
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.library import Atlas, CloseupMissingError
from therapist_desk.domain.atlas.reader import AtlasDamagedError
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.findings.mark import Area, Mark, Point, Shape, WholeRegion, moved_shape

_STEPS: Final = 8


def is_approximate(mark: Mark, figure_view: FigureView) -> bool:
    """Tell whether a mark was made on another figure, or another version of the atlas, than this one."""
    other_version = bool(figure_view.version) and mark.atlas_version != figure_view.version
    return mark.figure is not figure_view.figure or other_version


def view_made_on(mark: Mark, atlas: Atlas) -> FigureView | None:
    """Give the picture that a mark was made on, or None where that version of the atlas cannot be had."""
    try:
        then = atlas.at_version(mark.atlas_version)
        return None if then is None else then.picture(mark.figure, mark.sight)
    except (AtlasDamagedError, CloseupMissingError):
        return None


def carried_to(mark: Mark, figure_view: FigureView, made_on: FigureView | None = None) -> Mark:
    """Give a mark as it lies on this figure: one made on another figure goes to where its region is.

    With `made_on`, the picture that it was made on, it keeps its place within the region, and an area its share of
    it; without, it goes to the region's middle. Names and sides stay as marked. On the same figure of another atlas
    it stays where it is as long as its region lies there. A mark whose regions this view does not have keeps its
    numbers.
    """
    if not is_approximate(mark, figure_view) or not mark.regions:
        return mark
    moved = replace(mark, figure=figure_view.figure, atlas_version=figure_view.version or mark.atlas_version)
    ref = next((ref for ref in mark.regions if figure_view.shown((ref,))), None)
    if ref is None or (mark.figure is figure_view.figure and _still_lies(mark.shape, ref, figure_view)):
        return moved
    there = _Frame.of(figure_view.shown((ref,)))
    here = None if made_on is None else _Frame.of(made_on.shown((ref,)))
    return replace(moved, shape=_moved(mark, ref, here, there, figure_view))


def carried_by(atlas: Atlas, mark: Mark, figure_view: FigureView) -> Mark:
    """Give a mark as it lies on this figure, as near as the picture it was made on lets one say."""
    if not is_approximate(mark, figure_view):
        return mark
    return carried_to(mark, figure_view, view_made_on(mark, atlas))


def carried_home(atlas: Atlas, mark: Mark, figure: Figure) -> Mark:
    """Give a mark as it lies on its own side, or close-up, of a figure; as marked where that cannot be had."""
    try:
        return carried_by(atlas, mark, atlas.picture(figure, mark.sight))
    except (AtlasDamagedError, CloseupMissingError):
        return mark


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a region, or one of both sides, lies: its bounds and the place deepest inside it."""

    left: float
    top: float
    width: float
    height: float
    anchor: Point

    @classmethod
    def of(cls, regions: Iterable[Region]) -> _Frame | None:
        every = tuple(regions)
        if not every:
            return None
        xs = [x for region in every for ring in region.rings for x in ring.xs]
        ys = [y for region in every for ring in region.rings for y in ring.ys]
        anchors = [region.anchor for region in every]
        middle = Point(
            round(sum(anchor.x for anchor in anchors) / len(anchors)),
            round(sum(anchor.y for anchor in anchors) / len(anchors)),
        )
        return cls(min(xs), min(ys), max(1, max(xs) - min(xs)), max(1, max(ys) - min(ys)), middle)

    def place(self, point: Point, other: _Frame) -> Point:
        """Give the place in `other` that a place here answers to."""
        return Point(
            round(other.left + (point.x - self.left) * other.width / self.width),
            round(other.top + (point.y - self.top) * other.height / self.height),
        )


def _moved(mark: Mark, ref: RegionRef, here: _Frame | None, there: _Frame | None, figure_view: FigureView) -> Shape:
    shape = mark.shape
    if there is None:
        return shape
    if isinstance(shape, Area):
        area = shape if here is None else Area(tuple(here.place(corner, there) for corner in shape.corners))
        if here is not None and _still_lies(area, ref, figure_view):
            return area
        middle = replace(mark, shape=area).anchor
        goal = there.anchor if here is None else _within(middle, ref, there.anchor, figure_view)
        return moved_shape(area, goal.x - middle.x, goal.y - middle.y)
    if isinstance(shape, WholeRegion):
        return WholeRegion(there.anchor)
    return there.anchor if here is None else _within(here.place(shape, there), ref, there.anchor, figure_view)


def _within(point: Point, ref: RegionRef, anchor: Point, figure_view: FigureView) -> Point:
    """Bring a place nearer to the region's middle until it lies in the region."""
    for step in range(_STEPS):
        share = step / _STEPS
        there = Point(round(point.x + (anchor.x - point.x) * share), round(point.y + (anchor.y - point.y) * share))
        if _lies_in(there, ref, figure_view):
            return there
    return anchor


def _still_lies(shape: Shape, ref: RegionRef, figure_view: FigureView) -> bool:
    if isinstance(shape, Area):
        return any(covered.region == ref.region for covered in covered_regions(figure_view, shape))
    return _lies_in(shape.anchor if isinstance(shape, WholeRegion) else shape, ref, figure_view)


def _lies_in(point: Point, ref: RegionRef, figure_view: FigureView) -> bool:
    region = figure_view.region_at(point, reach=0)
    if region is None or region.ref.region != ref.region:
        return False
    return region.ref.side is ref.side or ref.side is Side.BILATERAL
