"""Named regions of a view, and the borders between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.findings.mark import Point

_OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def across(ref: RegionRef) -> RegionRef:
    """Give the same region of the client's other side; midline and bilateral ones are their own."""
    return replace(ref, side=_OTHER_SIDE.get(ref.side, ref.side))


@dataclass(frozen=True, slots=True)
class Layer:
    """One structure of those that lie over each other at a point."""

    structure: str
    name: str


@dataclass(frozen=True, slots=True)
class Region:
    """One region as one view shows it.

    `anchor` is the place deepest inside it; `area` is in square units; `rings` are closed and filled
    even-odd. `layers` are what a finger may mean there, from the skin inwards; empty where there is no choice.
    """

    ref: RegionRef
    anchor: Point
    area: int
    rings: tuple[Curve, ...]
    layers: tuple[Layer, ...] = ()

    def mirrored(self, width: int) -> Region:
        """Give the region of the client's other side in the mirrored picture."""
        return replace(
            self,
            ref=across(self.ref),
            anchor=Point(width - self.anchor.x, self.anchor.y),
            rings=tuple(ring.mirrored(width) for ring in self.rings),
        )


@dataclass(frozen=True, slots=True)
class Border:
    """A stretch of outline that one or two regions share; `owners` are places in a view's regions."""

    curve: Curve
    owners: tuple[int, ...]

    @property
    def inner(self) -> bool:
        """Tell whether it parts two regions, rather than a region from the ground."""
        return len(self.owners) > 1
