"""Letters of fonts that cannot be embedded, those with PostScript outlines: drawn as shapes, read as text."""

from __future__ import annotations

import functools
from typing import Any

import uharfbuzz

from therapist_desk.reports.typography.system_fonts import SystemFace


class OutlineFont:
    """Shapes text with a font of the computer and gives the outlines of its glyphs, in thousandths of an em."""

    def __init__(self, face: SystemFace) -> None:
        opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.index)
        self.shaper: Any = uharfbuzz.Font(opened)
        self._scale = 1000 / opened.upem

    def per_mille(self, units: float) -> float:
        """Turn font units into thousandths of an em."""
        return float(units * self._scale)

    def path(self, number: int, x: float, y: float) -> str:
        """Give glyph `number` at (x, y) as operators of a PDF path; empty for a blank."""
        pen = _PathPen(self._scale, x, y)
        self.shaper.draw_glyph_with_pen(number, pen)
        return " ".join(pen.parts)


@functools.lru_cache(maxsize=8)
def outline_font(face: SystemFace) -> OutlineFont:
    """Give a face of the computer to draw with.

    Raises:
        OSError: its file is gone.
        HarfBuzzError: it cannot be read.
    """
    return OutlineFont(face)


class _PathPen:
    """Takes an outline as HarfBuzz tells it, in the way of fontTools' pens."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.parts: list[str] = []
        self._scale, self._x, self._y = scale, x, y
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 # the protocol's
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """Raise a quadratic curve to the cubic one that PDF has."""
        first, second = (_two_thirds(near, control) for near in (self._at, end))
        self._add("c", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def endPath(self) -> None:  # noqa: N802
        """Leave a stretch open: a fill closes it."""

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        placed = (f"{x * self._scale + self._x:.0f} {y * self._scale + self._y:.0f}" for x, y in points)
        self.parts.append(f"{' '.join(placed)} {operator}")


def _two_thirds(near: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return (near[0] + 2 * (control[0] - near[0]) / 3, near[1] + 2 * (control[1] - near[1]) / 3)
