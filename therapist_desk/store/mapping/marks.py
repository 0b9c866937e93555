"""Marks, as rows and as plain values for the one statement that saves them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.findings.closeup import SidedCloseup
from therapist_desk.domain.findings.mark import Area, Mark, Point, Shape, WholeRegion
from therapist_desk.domain.ids import MarkId
from therapist_desk.store.rows.marks import MarkRegionRow, MarkRow, RegionRole, ShapeKind


def mark_of(row: MarkRow) -> Mark:
    """Read a mark with its regions."""
    return Mark(
        id=MarkId(row.id),
        kind=row.kind,
        figure=row.figure,
        atlas_version=row.atlas_version,
        view=row.view,
        shape=_shape_of(row.shape, row.points),
        regions=_regions_of(row.regions, RegionRole.COVERED),
        layer=row.layer,
        before=row.before,
        after=row.after,
        quality=row.quality,
        direction=row.direction,
        refers_to=_regions_of(row.regions, RegionRole.REFERRED),
        note=row.note,
        closeup=_closeup_of(row),
    )


def mark_values(mark: Mark, position: int) -> dict[str, Any]:
    """Give a mark's own columns, without those that name it and its visit."""
    shape, points = _shape_values(mark.shape)
    return {
        "position": position,
        "kind": mark.kind,
        "figure": mark.figure,
        "atlas_version": mark.atlas_version,
        "view": mark.view,
        "closeup": None if mark.closeup is None else mark.closeup.closeup,
        "closeup_side": None if mark.closeup is None else mark.closeup.side,
        "shape": shape,
        "points": " ".join(f"{point.x},{point.y}" for point in points),
        "layer": mark.layer,
        "before": mark.before,
        "after": mark.after,
        "quality": mark.quality,
        "direction": mark.direction,
        "note": mark.note,
    }


def region_values(mark: Mark) -> list[dict[str, Any]]:
    """Give the rows of a mark's regions: those covered, then those referred to."""
    roles = ((RegionRole.COVERED, mark.regions), (RegionRole.REFERRED, mark.refers_to))
    return [
        {
            "mark_id": mark.id,
            "role": role,
            "position": position,
            "region": region.region,
            "name": region.name,
            "side": region.side,
        }
        for role, regions in roles
        for position, region in enumerate(regions)
    ]


def _closeup_of(row: MarkRow) -> SidedCloseup | None:
    if row.closeup is None or row.closeup_side is None:
        return None
    return SidedCloseup(row.closeup, row.closeup_side)


def _regions_of(rows: Iterable[MarkRegionRow], role: RegionRole) -> tuple[RegionRef, ...]:
    return tuple(RegionRef(row.region, row.name, row.side) for row in rows if row.role is role)


def _shape_of(kind: ShapeKind, text: str) -> Shape:
    points = tuple(_point_of(pair) for pair in text.split())
    if kind is ShapeKind.AREA:
        return Area(points)
    return WholeRegion(points[0]) if kind is ShapeKind.REGION else points[0]


def _point_of(pair: str) -> Point:
    x, _, y = pair.partition(",")
    return Point(int(x), int(y))


def _shape_values(shape: Shape) -> tuple[ShapeKind, tuple[Point, ...]]:
    if isinstance(shape, Area):
        return ShapeKind.AREA, shape.corners
    if isinstance(shape, WholeRegion):
        return ShapeKind.REGION, (shape.anchor,)
    return ShapeKind.POINT, (shape,)
