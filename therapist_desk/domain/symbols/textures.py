"""The lines and dots of a texture over a box. They start at whole gaps from (0, 0), so neighbours agree."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeAlias

from therapist_desk.domain.symbols.areas import Dots, Lines, Zigzags
from therapist_desk.domain.symbols.trace import Place

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def lines_over(lines: Lines, turned: int, box: Box) -> Iterator[tuple[Place, Place]]:
    """Give the lines over a box, in axes turned by `turned` degrees against the clock."""
    left, top, right, bottom = _turned(box, turned)
    for row in range(math.floor(top / lines.gap), math.ceil(bottom / lines.gap)):
        yield (left, row * lines.gap), (right, row * lines.gap)


def zigzags_over(zigzags: Zigzags, box: Box) -> Iterator[list[Place]]:
    """Give the rows over a box, in axes turned as the zigzags are."""
    left, top, right, bottom = _turned(box, zigzags.turn)
    step, rise = zigzags.length / 2, zigzags.rise
    first = 2 * math.floor(left / zigzags.length)
    columns = range(first, first + math.ceil((right - left) / step) + 3)
    for row in range(math.floor(top / zigzags.gap), math.ceil(bottom / zigzags.gap) + 1):
        y = row * zigzags.gap
        yield [(i * step, y + (rise if i % 2 else -rise)) for i in columns]


def dots_over(dots: Dots, box: Box) -> Iterator[Place]:
    """Give the middles of the dots over a box."""
    left, top, right, bottom = box
    down = dots.gap * (math.sin(math.pi / 3) if dots.staggered else 1)
    columns = range(math.floor(left / dots.gap) - 1, math.ceil(right / dots.gap) + 1)
    for row in range(math.floor(top / down), math.ceil(bottom / down) + 1):
        aside = 0.5 if dots.staggered and row % 2 else 0.0
        for column in columns:
            yield (column + aside) * dots.gap, row * down


def _turned(box: Box, degrees: float) -> Box:
    """Give the bounds of a box in axes turned by `degrees` against the clock."""
    left, top, right, bottom = box
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = [(x * cos - y * sin, x * sin + y * cos) for x in (left, right) for y in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
