"""How the kinds that cover a shape fill and edge it, in radii of a symbol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols.units import px


@dataclass(frozen=True, slots=True)
class Lines:
    """Parallel lines, `gap` apart, for each of `turns`: degrees against the clock from level."""

    gap: float
    width: float
    turns: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Zigzags:
    """Rows of zigzags: `rise` is half their height, `turn` in degrees against the clock."""

    length: float
    gap: float
    rise: float
    width: float
    turn: int


@dataclass(frozen=True, slots=True)
class Dots:
    """A grid of dots; in a `staggered` one every other row is moved by half a gap."""

    gap: float
    radius: float
    staggered: bool = False


Texture: TypeAlias = Lines | Zigzags | Dots


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaStyle:
    """What fills and edges a shape.

    `ground` is the share of white beneath, `tint` of the kind's fill. The outline has no `edge` where that is 0,
    is dashed where `dash` says so, or goes in outward arcs of about `chord`.
    """

    texture: Texture | None = None
    tint: float = 0.0
    ground: float = 0.0
    edge: float = 0.0
    dash: tuple[float, float] | None = None
    chord: float = 0.0
    bulge: float = 0.4


_PLAIN: Final = AreaStyle(edge=px(1.0))
AREA_STYLES: Final[Mapping[MarkKind, AreaStyle]] = MappingProxyType(
    {
        **dict.fromkeys(MarkKind, _PLAIN),
        MarkKind.HYPERTONICITY: AreaStyle(
            texture=Zigzags(length=px(9), gap=px(7), rise=px(2.2), width=px(1.4), turn=18), edge=px(1.1)
        ),
        # Level: aslant they would be half of the crosshatch that warns.
        MarkKind.PAIN: AreaStyle(texture=Lines(px(5), px(1.0)), tint=0.26, edge=px(1.5)),
        MarkKind.NUMBNESS: AreaStyle(texture=Dots(px(6), px(1.1)), edge=px(1.0)),
        MarkKind.SWELLING: AreaStyle(tint=0.12, edge=px(1.6), chord=px(10)),
        MarkKind.DO_NOT_WORK: AreaStyle(texture=Lines(px(10), px(1.2), (45, -45)), ground=0.55, edge=px(2.0)),
    }
)
FELT: Final = AreaStyle(texture=Dots(px(5.5), px(0.9), staggered=True), edge=px(1.0), dash=(px(3), px(3)))
"""A region that a mark refers to."""
