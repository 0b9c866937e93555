"""The body figure on paper: the atlas's curves as PDF operators, cut to a window."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Curve, FigureView
from therapist_desk.domain.symbols import Trace
from therapist_desk.reports.layout.canvas import Form

# From the base tone to the darkest; light enough that black marks stand off it, dropped on a fax.
_TONES: Final = ("#FBFAF9", "#F7F5F2", "#F3F0EC", "#EFEBE6", "#EBE6E0", "#E7E1DA")
_OUTLINE: Final = 0.8
_CONTOUR: Final = 0.55
_CREASE: Final = 0.45
_CREASE_GREY: Final = "0.556 0.522 0.494"
_CONTOUR_GREY: Final = "0.239 0.224 0.208"
_FAINT: Final = 0.03
_OUTLINE_BLACK: Final = "0 0 0"
_CACHED_VIEWS: Final = 64
_BEYOND: Final = 1000
"""Tenths of room around a view, more than any line of it is wide or any hand reaches out."""

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

    def moved(self, x: float, y: float) -> Placement:
        """Give the same window so far to the right and upwards."""
        return Placement(self.view, self.window, self.x + x, self.top + y, self.scale)

    def column(self, x: float) -> int:
        """Turn a place across the page into one across the view."""
        return round(self.window.left + (x - self.x) / self.scale)

    def row(self, y: float) -> int:
        """Turn a height on the page into a row of the view."""
        return round(self.window.top + (self.top - y) / self.scale)

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
    parts = _parts(placement.view)
    window, scale = placement.window, placement.scale
    x, y = placement.x - window.left * scale, placement.top + window.top * scale
    canvas.addLiteral(f"q {scale:.5f} 0 0 {-scale:.5f} {x:.3f} {y:.3f} cm 1 J 1 j")
    canvas.addLiteral(f"{window.left} {window.top} {window.width} {window.height} re W n 1 g")
    canvas.lay(parts.body)
    if shaded:
        canvas.lay(parts.tones)
    for colour, heavy, lines in (
        (_CREASE_GREY, _CREASE, parts.creases),
        (_CONTOUR_GREY, _CONTOUR, parts.contours),
        (_OUTLINE_BLACK, _OUTLINE, parts.outline),
    ):
        if lines.operators:
            canvas.addLiteral(f"{colour} RG {heavy * weight / scale:.3f} w")
            canvas.lay(lines)
    canvas.addLiteral("Q")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A view in pieces that take their colour and weight from where they are laid, the tones apart."""

    body: Form
    tones: Form
    creases: Form
    contours: Form
    outline: Form


@functools.lru_cache(maxsize=_CACHED_VIEWS)
def _parts(view: FigureView) -> _Parts:
    """Write a view's curves once; every drawing after that names them."""
    bands = []
    for depth, band in enumerate(reversed(view.bands)):
        tone = _TONES[min(depth, len(_TONES) - 1)]
        red, green, blue = (int(tone[i : i + 2], 16) / 255 for i in (1, 3, 5))
        bands.append(f"{red:.3f} {green:.3f} {blue:.3f} rg {_closed(band)} f*")
    silhouette = _closed(view.silhouette)
    box = (-_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND)
    return _Parts(
        body=Form(box, f"{silhouette} f"),
        tones=Form(box, "\n".join([f"{silhouette} W n", *bands])),
        creases=_strokes(box, (crease.curve for crease in view.creases if crease.weight > _FAINT)),
        contours=_strokes(box, view.contours),
        outline=Form(box, f"{silhouette} S"),
    )


def _strokes(box: tuple[int, int, int, int], curves: Iterable[Curve]) -> Form:
    lines = " ".join(map(_open, curves))
    return Form(box, lines and f"{lines} S")


def _closed(curves: Iterable[Curve]) -> str:
    return " ".join(f"{_open(curve)} h" for curve in curves)


def _open(curve: Curve) -> str:
    xs, ys = curve.xs, curve.ys
    steps = [f"{xs[i]} {ys[i]} {xs[i + 1]} {ys[i + 1]} {xs[i + 2]} {ys[i + 2]} c" for i in range(1, len(xs), 3)]
    return " ".join([f"{xs[0]} {ys[0]} m", *steps])
