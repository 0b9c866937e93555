"""Marks and places of the real atlas for tests of the map."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QPoint

from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Atlas, FigureView, Region
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point, Shape
from therapist_desk.domain.ids import MarkId

ATLAS = Atlas(Path(__file__).parents[2] / "resources" / "body_map")
_numbers = itertools.count(1)


def region_of(figure_view: FigureView, region: str, side: Side = Side.RIGHT) -> Region:
    found = figure_view.find(region, side)
    assert found is not None
    return found


def pixel(body_map: BodyMap, region: str, side: Side = Side.RIGHT) -> QPoint:
    """Where a region's anchor is on the screen."""
    return body_map.to_pixel(region_of(body_map.figure_view, region, side).anchor).toPoint()


def mark_in(
    figure_view: FigureView,
    region: str = "trap_upper",
    side: Side = Side.RIGHT,
    *,
    kind: MarkKind = MarkKind.TENDER,
    shape: Shape | None = None,
    before: int | None = None,
    after: int | None = None,
) -> Mark:
    """A mark at a region's anchor."""
    found = region_of(figure_view, region, side)
    return Mark(
        id=MarkId(f"mark-{next(_numbers)}"),
        kind=kind,
        figure=figure_view.figure,
        atlas_version=ATLAS.version,
        view=figure_view.view,
        closeup=figure_view.closeup,
        shape=shape or found.anchor,
        regions=(found.ref,),
        before=before,
        after=after,
    )


def far_apart(one: Point, other: Point) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))
