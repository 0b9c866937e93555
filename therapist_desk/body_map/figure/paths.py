"""The atlas's curves as Qt's painter paths, in tenths of a figure unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Curve, FigureView, Region
from therapist_desk.domain.atlas.stroke import outline_of
from therapist_desk.domain.findings.mark import Area


def add_curve(path: QPainterPath, curve: Curve) -> None:
    """Draw an open curve into `path`."""
    xs, ys = curve.xs, curve.ys
    path.moveTo(xs[0], ys[0])
    for i in range(1, len(xs) - 2, 3):
        path.cubicTo(xs[i], ys[i], xs[i + 1], ys[i + 1], xs[i + 2], ys[i + 2])


def open_path(curves: Iterable[Curve]) -> QPainterPath:
    """Make a path of lines."""
    path = QPainterPath()
    for curve in curves:
        add_curve(path, curve)
    return path


def closed_path(curves: Iterable[Curve]) -> QPainterPath:
    """Make a path of closed outlines, filled even-odd."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for curve in curves:
        add_curve(path, curve)
        path.closeSubpath()
    return path


class FigurePaths:
    """A view's curves as paths, each made when first drawn and then kept."""

    def __init__(self, figure_view: FigureView) -> None:
        self.figure_view = figure_view
        self._regions: dict[RegionRef, QPainterPath] = {}
        self._areas: dict[Area, QPainterPath] = {}

    @cached_property
    def silhouette(self) -> QPainterPath:
        """The outline of the body."""
        return closed_path(self.figure_view.silhouette)

    @cached_property
    def bands(self) -> tuple[QPainterPath, ...]:
        """The tone bands, darkest first."""
        return tuple(closed_path(band) for band in self.figure_view.bands)

    @cached_property
    def contours(self) -> QPainterPath:
        """The edges inside the outline."""
        return open_path(self.figure_view.contours)

    @cached_property
    def creases(self) -> tuple[tuple[QPainterPath, float], ...]:
        """The folds, with their weights."""
        return tuple((open_path((crease.curve,)), crease.weight) for crease in self.figure_view.creases)

    @cached_property
    def borders(self) -> QPainterPath:
        """The borders between two regions; the body's own edge is left to the silhouette."""
        return open_path(border.curve for border in self.figure_view.borders if border.inner)

    def region(self, region: Region) -> QPainterPath:
        """One region's outline."""
        if region.ref not in self._regions:
            self._regions[region.ref] = closed_path(region.rings)
        return self._regions[region.ref]

    def area_in(self, area: Area, transform: QTransform) -> QPainterPath:
        """A free-hand area, in the pixels of `transform`."""
        if area not in self._areas:
            path = closed_path((outline_of(area),))
            path.setFillRule(Qt.FillRule.WindingFill)  # loops of a stroke add up
            self._areas[area] = path
        return transform.map(self._areas[area])

    def regions_in(self, regions: Iterable[Region], transform: QTransform) -> QPainterPath:
        """Several regions' outlines in one, in the pixels of `transform`."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for region in regions:
            path.addPath(self.region(region))
        return transform.map(path)

    def region_in(self, region: Region, transform: QTransform) -> QPainterPath:
        """One region's outline, in the pixels of `transform`."""
        return transform.map(self.region(region))
