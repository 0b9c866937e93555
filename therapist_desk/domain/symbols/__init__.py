"""How marks look, as plain numbers: screen and paper draw from these, so that they cannot disagree.

All lengths are in radii of a symbol, y downwards; ink, casing and the radius itself are the painter's.
"""

from therapist_desk.domain.symbols.areas import AREA_STYLES, FELT, AreaStyle, Dots, Lines, Zigzags
from therapist_desk.domain.symbols.points import SAMPLE_DIRECTION, Part, outline, parts, turn
from therapist_desk.domain.symbols.referral import DASH, LINE, RING, RING_DOT, ring_ended
from therapist_desk.domain.symbols.scallops import scalloped
from therapist_desk.domain.symbols.textures import Box, dots_over, lines_over, zigzags_over
from therapist_desk.domain.symbols.trace import Place, Trace, circle, polyline, rectangle

__all__ = [
    "AREA_STYLES",
    "DASH",
    "FELT",
    "LINE",
    "RING",
    "RING_DOT",
    "SAMPLE_DIRECTION",
    "AreaStyle",
    "Box",
    "Dots",
    "Lines",
    "Part",
    "Place",
    "Trace",
    "Zigzags",
    "circle",
    "dots_over",
    "lines_over",
    "outline",
    "parts",
    "polyline",
    "rectangle",
    "ring_ended",
    "scalloped",
    "turn",
    "zigzags_over",
]
