"""The ten kinds as symbols of a radius of one: shape tells them apart, colour only helps."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols.scallops import arcs
from therapist_desk.domain.symbols.trace import Place, Trace, circle, curved, polyline, rectangle
from therapist_desk.domain.symbols.units import px

SAMPLE_DIRECTION: Final = 90
"""The way in which a kind that has a direction is shown where no mark gives one."""
_SIDEWAYS: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some lines of a symbol that are drawn alike, from the ground up.

    `ground` is the share of white laid inside, `tint` the share of the kind's fill; `solid` ones are filled with
    ink, and `width` strokes the lines where it is more than 0. What is `knocked_out` is white in other ink.
    """

    traces: tuple[Trace, ...]
    width: float = 0.0
    solid: bool = False
    tint: float = 0.0
    ground: float = 0.0
    knocked_out: bool = False


def parts(kind: MarkKind, direction: int | None = None) -> tuple[Part, ...]:
    """Give a kind's symbol; a fascial restriction has an arrow only where it has a direction."""
    if kind is MarkKind.FASCIAL and direction is not None:
        return _DIRECTED
    return _PARTS[kind]


def turn(kind: MarkKind, direction: int | None) -> int:
    """Give how far a symbol is turned, in degrees clockwise; `direction` is clockwise from up."""
    return direction - _SIDEWAYS if direction is not None and kind is MarkKind.FASCIAL else 0


def outline(kind: MarkKind) -> tuple[Trace, ...]:
    """Give what says a kind's shape by a bare line, as ghosts are drawn."""
    if kind is MarkKind.NUMBNESS:
        return (_rounded(0.9, 0.4),)
    return _PARTS[kind][0].traces


def _cross(arm: float) -> tuple[Trace, ...]:
    return polyline([(-arm, 0), (arm, 0)]), polyline([(0, -arm), (0, arm)])


def _bars(*places: float) -> tuple[Trace, ...]:
    return tuple(polyline([(px(x), -1), (px(x), 1)]) for x in places)


def _rounded(half: float, corner: float) -> Trace:
    near = half - corner
    ways = [((half, near), (near, half)), ((-near, half), (-half, near))]
    ways += [((-half, -near), (-near, -half)), ((near, -half), (half, -near))]
    pieces: list[tuple[Place, ...]] = []
    for start, end in ways:
        knee = math.copysign(half, start[0]), math.copysign(half, start[1])
        pieces += [(start,), (knee, knee, end)]
    return Trace((half, -near), tuple(pieces), closed=True)


_BLOB: Final = curved(
    (-1.0, 0.1),
    (
        ((-1.05, -0.75), (-0.3, -1.0), (0.25, -0.85)),
        ((0.95, -0.7), (1.15, 0.05), (0.9, 0.5)),
        ((0.7, 0.9), (0.2, 0.68), (-0.2, 0.75)),
        ((-0.7, 0.85), (-0.98, 0.6), (-1.0, 0.1)),
    ),
)
"""A small rounded patch, flatter below, so that it is no circle even in grey."""
_PATCH_LINES: Final = (
    polyline([(-0.74, -0.36), (0.78, -0.36)]),
    polyline([(-0.82, 0.2), (0.88, 0.2)]),
)
"""Lines as pain has over an area: a fill alone is lost on a fax."""
_CLOUD: Final = arcs([(0.8 * math.cos(math.tau * i / 9), 0.8 * math.sin(math.tau * i / 9)) for i in range(9)], 0.45)
_TRIANGLE: Final = polyline([(0, -1), (1, 0.74), (-1, 0.74)], closed=True)
_DIAMOND: Final = polyline([(0, -1), (0.8, 0), (0, 1), (-0.8, 0)], closed=True)
_SQUARE: Final = rectangle(-0.9, -0.9, 0.9, 0.9)
_DIAGONALS: Final = polyline([(-0.9, -0.9), (0.9, 0.9)]), polyline([(0.9, -0.9), (-0.9, 0.9)])
_ZIGZAG: Final = polyline([((i - 2) * 0.475, -0.5 if i % 2 else 0.5) for i in range(5)])
_DOTS: Final = tuple(circle(0.7 * x, 0.7 * y, px(1.35)) for y in (-1, 0, 1) for x in (-1, 0, 1))
_HEAD: Final = polyline([(1.42, 0), (0.86, -0.38), (0.86, 0.38)], closed=True)

_DIRECTED: Final = (
    Part(traces=_bars(-3, 1.5), width=px(2.2)),
    Part(traces=(polyline([(px(4), 0), (1, 0)]),), width=px(1.6)),
    Part(traces=(_HEAD,), solid=True),
)
_PARTS: Final[Mapping[MarkKind, tuple[Part, ...]]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: (
            Part(traces=(circle(0, 0, 1),), solid=True),
            Part(traces=_cross(0.55), width=px(1.8), knocked_out=True),
        ),
        MarkKind.TRIGGER_LATENT: (
            Part(traces=(circle(0, 0, 1 - px(0.6)),), width=px(1.8), ground=0.85),
            Part(traces=_cross(0.36), width=px(1.5)),
        ),
        MarkKind.TENDER: (Part(traces=(_TRIANGLE,), solid=True),),
        MarkKind.HYPERTONICITY: (Part(traces=(_ZIGZAG,), width=px(2.0)),),
        MarkKind.FASCIAL: (Part(traces=_bars(-2.25, 2.25), width=px(2.2)),),
        MarkKind.PAIN: (
            Part(traces=(_BLOB,), width=px(1.5), tint=0.36, ground=0.6),
            Part(traces=_PATCH_LINES, width=px(1.0)),
        ),
        MarkKind.NUMBNESS: (Part(traces=_DOTS, solid=True),),
        MarkKind.SWELLING: (Part(traces=(_CLOUD,), width=px(1.6), tint=0.12, ground=0.6),),
        MarkKind.SKIN: (Part(traces=(_DIAMOND,), width=px(1.8), tint=0.25, ground=0.6),),
        MarkKind.DO_NOT_WORK: (
            Part(traces=(_SQUARE,), width=px(1.6), tint=0.12, ground=0.6),
            Part(traces=_DIAGONALS, width=px(1.6)),
        ),
    }
)
