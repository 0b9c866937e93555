"""Named regions of a view, and the borders between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.mark import Point

_OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


@dataclass(frozen=True, slots=True)
class Region:
    """One region as one view shows it.

    `anchor` is the place deepest inside it; `area` is in square units; `rings` are closed and filled
    even-odd.
    """

    ref: RegionRef
    anchor: Point
    area: int
    rings: tuple[Curve, ...]

    def mirrored(self, width: int) -> Region:
        """Give the region of the client's other side in the mirrored picture."""
        side = _OTHER_SIDE.get(self.ref.side, self.ref.side)
        return Region(
            ref=replace(self.ref, side=side),
            anchor=Point(width - self.anchor.x, self.anchor.y),
            area=self.area,
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
