"""The ten kinds of mark in black, each of a shape of its own: they must survive a black-and-white fax."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from therapist_desk.domain.mark import MarkKind
from therapist_desk.reports.ink import INK, PAPER

RADIUS: Final = 4.2
"""The symbol's radius in points where grades are not compared."""
_HALO: Final = 1.0
_HATCH_STEP: Final = 2.6 * math.sqrt(2)


def draw_symbol(
    canvas: Any, kind: MarkKind, x: float, y: float, radius: float = RADIUS, direction: int | None = None
) -> None:
    """Draw a point mark at (x, y) points; `direction` turns clockwise from up, where a kind has one."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)
    _DRAWERS[kind](canvas, radius, direction)
    canvas.restoreState()


def draw_resolved(canvas: Any, x: float, y: float, radius: float = RADIUS) -> None:
    """Draw the dashed ring of a finding that is gone."""
    canvas.saveState()
    _halo(canvas, radius, x, y)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setDash(1.4, 1.2)
    canvas.circle(x, y, radius - 0.2, stroke=1, fill=0)
    canvas.restoreState()


def _halo(canvas: Any, radius: float, x: float = 0.0, y: float = 0.0) -> None:
    canvas.setFillColor(PAPER)
    canvas.circle(x, y, radius + _HALO, stroke=0, fill=1)


def _cross(canvas: Any, reach: float, weight: float, colour: Any) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(-reach, -reach, reach, reach)
    canvas.line(-reach, reach, reach, -reach)


def _trigger_active(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius * 1.12)
    canvas.setFillColor(INK)
    canvas.circle(0, 0, radius * 1.12, stroke=0, fill=1)
    _cross(canvas, radius * 0.5, radius * 0.25, PAPER)


def _trigger_latent(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius * 1.05)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.85)
    canvas.circle(0, 0, radius * 1.05, stroke=1, fill=0)
    _cross(canvas, radius * 0.34, 0.65, INK)


def _tender(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius * 1.05)
    _polygon(canvas, [(0, radius * 1.05), (radius, -radius * 0.75), (-radius, -radius * 0.75)])


def _hypertonicity(canvas: Any, radius: float, _: int | None) -> None:
    points = [(radius * (0.5 * i - 1.5), radius * (0.6 if i % 2 else -0.6)) for i in range(7)]
    for colour, weight in ((PAPER, 3.2), (INK, 1.2)):
        _polyline(canvas, points, colour, weight)


def _fascial(canvas: Any, radius: float, direction: int | None) -> None:
    canvas.rotate(0 if direction is None else 90 - direction)
    for colour, weight in ((PAPER, 3.4), (INK, 1.35)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        for y in (-1.7, 1.7):
            canvas.line(-radius * 1.5, y, radius * 1.5, y)
    if direction is not None:
        _polygon(canvas, [(radius * 2.4, 0), (radius * 1.5, 2.9), (radius * 1.5, -2.9)])


def _pain(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius)
    canvas.setFillColor(INK)
    canvas.circle(0, 0, radius * 0.45, stroke=0, fill=1)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    for i in range(8):
        turn = i * math.pi / 4
        dx, dy = math.cos(turn), math.sin(turn)
        canvas.line(radius * 0.68 * dx, radius * 0.68 * dy, radius * 1.1 * dx, radius * 1.1 * dy)


def _numbness(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius)
    canvas.setFillColor(INK)
    for ring, count in ((0.0, 1), (0.5, 6), (1.0, 12)):
        for i in range(count):
            turn = 2 * math.pi * i / count
            canvas.circle(radius * ring * math.cos(turn), radius * ring * math.sin(turn), 0.5, stroke=0, fill=1)


def _swelling(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius)
    lobes = 9
    points = []
    for i in range(lobes * 8 + 1):
        turn = 2 * math.pi * i / (lobes * 8)
        reach = radius * (0.95 + 0.16 * math.cos(lobes * turn))
        points.append((reach * math.cos(turn), reach * math.sin(turn)))
    _polyline(canvas, points, INK, 0.85)


def _skin(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius)
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    path = canvas.beginPath()
    path.moveTo(0, radius * 1.1)
    for x, y in ((radius * 0.8, 0), (0, -radius * 1.1), (-radius * 0.8, 0)):
        path.lineTo(x, y)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _do_not_work(canvas: Any, radius: float, _: int | None) -> None:
    _halo(canvas, radius)
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    canvas.rect(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8, stroke=1, fill=1)
    _cross(canvas, radius * 0.9, 1.1, INK)


def _polygon(canvas: Any, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def _polyline(canvas: Any, points: list[tuple[float, float]], colour: Any, weight: float) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.drawPath(path, stroke=1, fill=0)


_DRAWERS: Final[Mapping[MarkKind, Callable[[Any, float, int | None], None]]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: _trigger_active,
        MarkKind.TRIGGER_LATENT: _trigger_latent,
        MarkKind.TENDER: _tender,
        MarkKind.HYPERTONICITY: _hypertonicity,
        MarkKind.FASCIAL: _fascial,
        MarkKind.PAIN: _pain,
        MarkKind.NUMBNESS: _numbness,
        MarkKind.SWELLING: _swelling,
        MarkKind.SKIN: _skin,
        MarkKind.DO_NOT_WORK: _do_not_work,
    }
)


def fill_area(canvas: Any, kind: MarkKind, path: Any, box: tuple[float, float, float, float]) -> None:
    """Draw an area or region mark: its kind's texture clipped to `path`, and its outline.

    `box` is the path's (left, bottom, right, top) in points.
    """
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    texture = _TEXTURES.get(kind)
    if texture is not None:
        texture(canvas, box)
    canvas.restoreState()
    canvas.saveState()
    canvas.setStrokeColor(INK)
    dash, weight = _OUTLINES.get(kind, ((), 0.8))
    canvas.setDash(*dash) if dash else canvas.setDash()
    canvas.setLineWidth(weight)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def dots(canvas: Any, box: tuple[float, float, float, float], step: float = 2.7, radius: float = 0.55) -> None:
    """Fill a box with dots."""
    left, bottom, right, top = box
    path = canvas.beginPath()
    y, odd = bottom, False
    while y < top:
        x = left + (step / 2 if odd else 0)
        while x < right:
            # A stroke of no length with a round end: a tenth of the operators of a circle.
            path.moveTo(x, y)
            path.lineTo(x + 0.01, y)
            x += step
        y, odd = y + step * 0.866, not odd
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineCap(1)
    canvas.setLineWidth(2 * radius)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _hatch(canvas: Any, box: tuple[float, float, float, float], *, crossed: bool = False) -> None:
    left, bottom, right, top = box
    height = top - bottom
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.55)
    x = left - height
    while x < right + height:
        canvas.line(x, bottom, x + height, top)
        if crossed:
            canvas.line(x, top, x + height, bottom)
        x += _HATCH_STEP * (1.6 if crossed else 1.0)


def _cross_hatch(canvas: Any, box: tuple[float, float, float, float]) -> None:
    _hatch(canvas, box, crossed=True)


def _upright(canvas: Any, box: tuple[float, float, float, float]) -> None:
    left, bottom, right, top = box
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    x = left
    while x < right:
        canvas.line(x, bottom, x, top)
        x += 3.2


def _level(canvas: Any, box: tuple[float, float, float, float]) -> None:
    left, bottom, right, top = box
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.45)
    y = bottom + 1.1
    while y < top:
        canvas.line(left, y, right, y)
        y += 2.2


def _waves(canvas: Any, box: tuple[float, float, float, float]) -> None:
    left, bottom, right, top = box
    y = bottom
    while y < top + 3:
        points = [(left + i * 1.1, y + 0.9 * math.sin(i * 1.05)) for i in range(int((right - left) / 1.1) + 2)]
        _polyline(canvas, points, INK, 0.5)
        y += 3.6


_TEXTURES: Final[Mapping[MarkKind, Callable[[Any, tuple[float, float, float, float]], None]]] = MappingProxyType(
    {
        MarkKind.HYPERTONICITY: _hatch,
        MarkKind.FASCIAL: _upright,
        MarkKind.PAIN: _level,
        MarkKind.NUMBNESS: dots,
        MarkKind.SWELLING: _waves,
        MarkKind.DO_NOT_WORK: _cross_hatch,
    }
)
_OUTLINES: Final[Mapping[MarkKind, tuple[tuple[float, ...], float]]] = MappingProxyType(
    {
        MarkKind.PAIN: ((), 0.7),
        MarkKind.NUMBNESS: ((1.5, 1.5), 0.6),
        MarkKind.HYPERTONICITY: ((), 0.7),
        MarkKind.DO_NOT_WORK: ((), 1.2),
    }
)
