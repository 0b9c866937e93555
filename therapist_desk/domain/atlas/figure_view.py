"""One figure seen from one side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.region import Border, Region
from therapist_desk.domain.atlas.scanline import ScanlineIndex
from therapist_desk.domain.findings.closeup import SidedCloseup, Sight
from therapist_desk.domain.findings.mark import Point

NEAR = 30
"""How far off the figure, in tenths of a unit, a point still counts as on it: a shaky hand at the edge."""

_ROOM = (5000, 10000)
_BOTH = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Crease:
    """A fold or ridge line; `weight` from 0 to about 0.3 says how plainly it shows."""

    curve: Curve
    weight: float


@dataclass(frozen=True, slots=True)
class Fade:
    """An edge at which the body is cut: the picture is whole at `start` and has faded away at `end`."""

    start: Point
    end: Point

    def mirrored(self, width: int) -> Fade:
        """Give the mirror image inside a picture of `width` tenths."""
        return Fade(Point(width - self.start.x, self.start.y), Point(width - self.end.x, self.end.y))


@dataclass(frozen=True, eq=False)
class FigureView:
    """Everything that is drawn of a figure from one side, and what lies where.

    `bands` go from the darkest tone to the lightest and lie on each other in reverse: the last is painted
    first, over the base tone; each is filled even-odd and clipped by `silhouette`. `contours` are edges
    inside the silhouette, such as a chin before a neck. A `closeup` shows a part of the body, the same for all
    figures, and `view` is then the whole view that comes nearest to it. `version` is the atlas's, empty where it
    came from none.
    """

    figure: Figure
    view: View
    width: int
    height: int
    silhouette: tuple[Curve, ...]
    bands: tuple[tuple[Curve, ...], ...]
    contours: tuple[Curve, ...]
    creases: tuple[Crease, ...]
    regions: tuple[Region, ...]
    borders: tuple[Border, ...]
    closeup: SidedCloseup | None = None
    fades: tuple[Fade, ...] = ()
    version: str = ""

    @property
    def sight(self) -> Sight:
        """What it shows: a close-up, or the whole body from its side."""
        return self.closeup or self.view

    @property
    def home(self) -> View:
        """The whole view that shows where this lies: itself, or of a close-up the one where its marks stand."""
        return self.view if self.closeup is None else self.closeup.home

    def mirrored(self, view: View) -> FigureView:
        """Give the picture of the other side, with left and right exchanged in every region."""
        width = self.width
        return FigureView(
            figure=self.figure,
            view=view,
            width=width,
            height=self.height,
            silhouette=tuple(curve.mirrored(width) for curve in self.silhouette),
            bands=tuple(tuple(curve.mirrored(width) for curve in band) for band in self.bands),
            contours=tuple(curve.mirrored(width) for curve in self.contours),
            creases=tuple(Crease(crease.curve.mirrored(width), crease.weight) for crease in self.creases),
            regions=tuple(region.mirrored(width) for region in self.regions),
            borders=tuple(Border(border.curve.mirrored(width), border.owners) for border in self.borders),
            closeup=None if self.closeup is None else self.closeup.across,
            fades=tuple(fade.mirrored(width) for fade in self.fades),
            version=self.version,
        )

    def inside(self, point: Point) -> bool:
        """Tell whether `point` lies within the silhouette."""
        return bool(self._silhouette_index.owners_at(point.x, point.y))

    def edges_at(self, y: float) -> tuple[float, ...]:
        """Give where the silhouette crosses the row `y`, from left to right: into the body and out of it in turn."""
        return self._silhouette_index.crossings_at(y)

    def region_at(self, point: Point, reach: int = NEAR) -> Region | None:
        """Give the region under `point`, or the nearest one at most `reach` tenths away, or None."""
        owners = self._region_index.owners_at(point.x, point.y)
        if not owners:
            near = self._region_index.nearest(point.x, point.y, reach)
            owners = frozenset(near[1]) if near else owners
        if len(owners) == 1:
            (owner,) = owners
            return self.regions[owner]
        return min((self.regions[owner] for owner in owners), key=lambda region: region.area, default=None)

    def brought_inside(self, x: float, y: float) -> tuple[float, float]:
        """Give (x, y), or the nearest place on the silhouette where it lies off the figure."""
        if self._silhouette_index.owners_at(x, y):
            return x, y
        return self._silhouette_index.foot(x, y)

    def spans_at(self, y: float) -> list[tuple[float, float, Region]]:
        """Give the stretches of the row `y` that lie in regions, from left to right."""
        return [
            (left, right, min((self.regions[owner] for owner in owners), key=lambda region: region.area))
            for left, right, owners in self._region_index.spans_at(y)
        ]

    def regions_of(self, point: Point) -> tuple[RegionRef, ...]:
        """Name the region under `point` as a mark keeps it: one name, or none off the figure."""
        region = self.region_at(point)
        return (region.ref,) if region else ()

    def find(self, region: str, side: Side) -> Region | None:
        """Give a region by its id and side, or None where this view does not show it."""
        return self._by_key.get((region, side))

    def shown(self, refs: Iterable[RegionRef]) -> tuple[Region, ...]:
        """Give those of the named regions that this view shows; one named for both sides is two."""
        found = (
            self.find(ref.region, side)
            for ref in refs
            for side in (_BOTH if ref.side is Side.BILATERAL else (ref.side,))
        )
        return tuple(region for region in found if region is not None)

    @classmethod
    def empty(cls, figure: Figure, view: View, bands: int) -> FigureView:
        """Give a picture of nothing, with room for a figure: marks can be shown on it by their numbers."""
        return cls(figure, view, *_ROOM, (), ((),) * bands, (), (), (), ())

    @cached_property
    def _by_key(self) -> dict[tuple[str, Side], Region]:
        return {(region.ref.region, region.ref.side): region for region in self.regions}

    @cached_property
    def _region_index(self) -> ScanlineIndex:
        return ScanlineIndex((border.curve, border.owners) for border in self.borders)

    @cached_property
    def _silhouette_index(self) -> ScanlineIndex:
        return ScanlineIndex((curve, (0,)) for curve in self.silhouette)
