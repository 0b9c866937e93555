"""Pictures of black and white alone, and how far two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

REACH: Final = 2


@dataclass(frozen=True, slots=True)
class Bits:
    """Rows of a picture as whole numbers, a bit set for each black pixel."""

    width: int
    rows: tuple[int, ...]

    @property
    def ink(self) -> int:
        """How many pixels are black."""
        return sum(row.bit_count() for row in self.rows)

    def moved(self, right: int, down: int) -> Bits:
        """Give the same, moved by pixels."""
        full = (1 << self.width) - 1
        rows = [(row << right if right >= 0 else row >> -right) & full for row in self.rows]
        blank = [0] * abs(down)
        return Bits(self.width, tuple((blank + rows)[: len(rows)] if down >= 0 else (rows + blank)[-len(rows) :]))


def black_where(width: int, height: int, grey: bytes, stride: int, below: int = 128) -> Bits:
    """Give a grey picture in black and white: black where it is darker than `below`."""
    rows = (grey[y * stride : y * stride + width] for y in range(height))
    return Bits(width, tuple(sum(1 << x for x, level in enumerate(row) if level < below) for row in rows))


def difference(one: Bits, other: Bits) -> float:
    """Give how much of two pictures is black in one alone, as a share of what is black in either.

    The other is moved by up to two pixels each way to where they agree best: a place on paper is no shape.
    """
    shifts = range(-REACH, REACH + 1)
    return min(_difference(one, other.moved(right, down)) for right in shifts for down in shifts)


def _difference(one: Bits, other: Bits) -> float:
    pairs = list(zip(one.rows, other.rows, strict=True))
    either = sum((a | b).bit_count() for a, b in pairs)
    return sum((a ^ b).bit_count() for a, b in pairs) / max(1, either)
