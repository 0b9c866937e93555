"""The body figure on paper: the atlas's curves as PDF operators, cut to a window."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Curve, FigureView
from therapist_desk.domain.mark import Point
from therapist_desk.domain.symbols import Trace

# From the base tone to the darkest; light enough that black marks stand off it, dropped on a fax.
_TONES: Final = ("#FBFAF9", "#F7F5F2", "#F3F0EC", "#EFEBE6", "#EBE6E0", "#E7E1DA")
_OUTLINE: Final = 0.8
_CONTOUR: Final = 0.55
_CREASE: Final = 0.45
_CREASE_GREY: Final = "0.556 0.522 0.494"
_CONTOUR_GREY: Final = "0.239 0.224 0.208"
_FAINT: Final = 0.03
_CACHED_WINDOWS: Final = 64

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a view, in tenths of a figure unit, y downwards. `name` and `side`, for one limb, give its title."""

    name: str
    left: int
    top: int
    right: int
    bottom: int
    side: Side | None = None

    @property
    def width(self) -> int:
        """Its width in tenths."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Its height in tenths."""
        return self.bottom - self.top

    def holds(self, box: Box) -> bool:
        """Tell whether (left, top, right, bottom) lies inside."""
        left, top, right, bottom = box
        return self.left <= left and self.top <= top and right <= self.right and bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Placement:
    """A window of a view on the page: `scale` is points for each tenth, (x, top) its upper left corner."""

    view: FigureView
    window: Window
    x: float
    top: float
    scale: float

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.window.width * self.scale

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.window.height * self.scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Turn a place on the view into one on the page."""
        return self.x + (x - self.window.left) * self.scale, self.top - (y - self.window.top) * self.scale

    def back(self, x: float, y: float) -> Point:
        """Turn a place on the page into one on the view."""
        return Point(
            round(self.window.left + (x - self.x) / self.scale), round(self.window.top + (self.top - y) / self.scale)
        )

    def traces(self, curves: Iterable[Curve]) -> list[Trace]:
        """Give closed curves of the view as lines on the page."""
        out = []
        for curve in curves:
            start, *rest = (self.at(x, y) for x, y in zip(curve.xs, curve.ys, strict=True))
            pieces = tuple(tuple(rest[i : i + 3]) for i in range(0, len(rest), 3))
            out.append(Trace(start, pieces, closed=True))
        return out


def draw_figure(canvas: Any, placement: Placement, *, shaded: bool = True, weight: float = 1.0) -> None:
    """Draw the part of the figure that the window shows. Lines keep their weight whatever the scale."""
    parts = _operators(placement.view, placement.window)
    window, scale = placement.window, placement.scale
    x, y = placement.x - window.left * scale, placement.top + window.top * scale
    lines = [
        f"q {scale:.5f} 0 0 {-scale:.5f} {x:.3f} {y:.3f} cm 1 J 1 j",
        f"{window.left} {window.top} {window.width} {window.height} re W n",
        f"1 g {parts.silhouette} f",
    ]
    if shaded:
        lines += [f"q {parts.silhouette} W n", parts.bands, "Q"]
    lines += [
        f"{_CREASE_GREY} RG {_CREASE * weight / scale:.3f} w {parts.creases} S",
        f"{_CONTOUR_GREY} RG {_CONTOUR * weight / scale:.3f} w {parts.contours} S",
        f"0 G {_OUTLINE * weight / scale:.3f} w {parts.silhouette} S",
        "Q",
    ]
    canvas.addLiteral("\n".join(lines))


@dataclass(frozen=True, slots=True)
class _Operators:
    silhouette: str
    bands: str
    contours: str
    creases: str


@functools.lru_cache(maxsize=_CACHED_WINDOWS)
def _operators(view: FigureView, window: Window) -> _Operators:
    """Write a window's curves once; every document after that copies the text."""
    bands = []
    for depth, band in enumerate(reversed(view.bands)):
        shown = [curve for curve in band if _meets(curve, window)]
        if shown:
            tone = _TONES[min(depth, len(_TONES) - 1)]
            red, green, blue = (int(tone[i : i + 2], 16) / 255 for i in (1, 3, 5))
            bands.append(f"{red:.3f} {green:.3f} {blue:.3f} rg {_closed(shown)} f*")
    return _Operators(
        silhouette=_closed(curve for curve in view.silhouette if _meets(curve, window)),
        bands="\n".join(bands),
        contours=" ".join(_open(curve) for curve in view.contours if _meets(curve, window)),
        creases=" ".join(
            _open(crease.curve) for crease in view.creases if crease.weight > _FAINT and _meets(crease.curve, window)
        ),
    )


def _meets(curve: Curve, window: Window) -> bool:
    return (
        max(curve.xs) >= window.left
        and min(curve.xs) <= window.right
        and max(curve.ys) >= window.top
        and min(curve.ys) <= window.bottom
    )


def _closed(curves: Iterable[Curve]) -> str:
    return " ".join(f"{_open(curve)} h" for curve in curves)


def _open(curve: Curve) -> str:
    xs, ys = curve.xs, curve.ys
    steps = [f"{xs[i]} {ys[i]} {xs[i + 1]} {ys[i + 1]} {xs[i + 2]} {ys[i + 2]} c" for i in range(1, len(xs), 3)]
    return " ".join([f"{xs[0]} {ys[0]} m", *steps])
