"""Which part of the figure the widget shows, and how large."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.findings.mark import Point

MARGIN = 12.0
MOST = 9.0
"""The largest zoom, as a multiple of the whole figure's."""
_UPPER_HEIGHT = 3900  # tenths: from above the head to below the ribs, as therapists mostly work
_KEPT = 60.0  # pixels of the figure that stay in sight however far it is dragged


class Framing(StrEnum):
    """What a resized window goes on showing."""

    WHOLE = "whole"
    UPPER = "upper"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """`scale` is pixels per tenth of a figure unit; (x, y) is where the figure's corner lies, in pixels."""

    scale: float
    x: float
    y: float

    def to_screen(self, point: Point) -> QPointF:
        """Give the pixel at which a place of the figure lies."""
        return QPointF(self.x + point.x * self.scale, self.y + point.y * self.scale)

    def to_figure(self, pixel: QPointF) -> Point:
        """Give the place of the figure at a pixel."""
        return Point(round((pixel.x() - self.x) / self.scale), round((pixel.y() - self.y) / self.scale))

    def to_place(self, pixel: QPointF) -> tuple[float, float]:
        """Give the same, unrounded."""
        return (pixel.x() - self.x) / self.scale, (pixel.y() - self.y) / self.scale

    def matrix(self) -> QTransform:
        """Give the same as Qt takes it."""
        return QTransform(self.scale, 0, 0, self.scale, self.x, self.y)

    def window(self, size: QSizeF) -> QRectF:
        """Give the part of the figure, in tenths, that a widget of `size` shows."""
        inverse, _ = self.matrix().inverted()
        return inverse.mapRect(QRectF(0, 0, size.width(), size.height()))

    def moved(self, dx: float, dy: float) -> ViewTransform:
        """Give the same scale, shifted by pixels."""
        return ViewTransform(self.scale, self.x + dx, self.y + dy)

    def zoomed(self, factor: float, about: QPointF) -> ViewTransform:
        """Give `factor` times the scale, with the place under `about` where it was."""
        return ViewTransform(
            self.scale * factor,
            about.x() - (about.x() - self.x) * factor,
            about.y() - (about.y() - self.y) * factor,
        )

    def kept_in_sight(self, figure_view: FigureView, size: QSizeF) -> ViewTransform:
        """Give the nearest transform that leaves some of the figure in a widget of `size`."""
        x = min(max(self.x, _KEPT - figure_view.width * self.scale), size.width() - _KEPT)
        y = min(max(self.y, _KEPT - figure_view.height * self.scale), size.height() - _KEPT)
        return ViewTransform(self.scale, x, y)


def whole(figure_view: FigureView, size: QSizeF) -> ViewTransform:
    """Fit the whole figure into a widget of `size`, centred."""
    return _fitted(QRectF(0, 0, figure_view.width, figure_view.height), size)


def upper_body(figure_view: FigureView, size: QSizeF) -> ViewTransform:
    """Fit head, neck, shoulders and upper back."""
    xs = [
        x
        for curve in figure_view.silhouette
        for x, y in zip(curve.xs, curve.ys, strict=True)
        if y < _UPPER_HEIGHT * 0.8
    ]
    if not xs:
        return whole(figure_view, size)
    left, right = min(xs), max(xs)
    return _fitted(QRectF(left, 0, right - left, _UPPER_HEIGHT), size, below=0)


def limits(figure_view: FigureView, size: QSizeF) -> tuple[float, float]:
    """Give the smallest and the largest scale that make sense for a widget of `size`."""
    fit = whole(figure_view, size).scale
    return fit * 0.6, fit * MOST


def _fitted(part: QRectF, size: QSizeF, below: float = MARGIN) -> ViewTransform:
    room = QRectF(0, 0, size.width(), size.height()).adjusted(MARGIN, MARGIN, -MARGIN, -below)
    scale = max(0.005, min(room.width() / part.width(), room.height() / part.height()))
    centre, middle = part.center(), room.center()
    return ViewTransform(scale, middle.x() - centre.x() * scale, middle.y() - centre.y() * scale)
