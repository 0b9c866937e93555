"""Drawing the figure itself: tones, folds, outline and region borders."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.paths import FigurePaths

# Widths are in figure units and grow with the picture, but never beyond what reads as a fine line.
_SILHOUETTE, _CONTOUR, _CREASE, _BORDER = 1.3, 0.9, 0.8, 0.65
_THINNEST, _THICKEST = 0.7, 2.0
_THINNEST_BORDER = 0.5  # on the whole figure borders lie close: they must not add up to a tone
_CONTOUR_ALPHA = 0.8
_CREASE_FLOOR, _CREASE_GAIN, _CREASE_TOP = 0.16, 4.5, 0.6


def draw_figure(
    painter: QPainter, paths: FigurePaths, transform: QTransform, colours: MapColours, *, borders: bool = True
) -> None:
    """Draw a view of the figure; `transform` takes tenths of a figure unit to the painter's pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(transform, combine=True)
    _draw_tones(painter, paths, colours)
    pixels_per_unit = transform.m11() * 10
    if borders:
        painter.save()
        painter.setClipPath(paths.silhouette, Qt.ClipOperation.IntersectClip)
        painter.strokePath(paths.borders, _line(colours.border, _BORDER, pixels_per_unit, _THINNEST_BORDER))
        painter.restore()
    crease = QColor(colours.line)
    for path, weight in paths.creases:
        crease.setAlphaF(min(_CREASE_TOP, _CREASE_FLOOR + weight * _CREASE_GAIN))
        painter.strokePath(path, _line(crease, _CREASE, pixels_per_unit))
    contour = QColor(colours.line)
    contour.setAlphaF(_CONTOUR_ALPHA)
    painter.strokePath(paths.contours, _line(contour, _CONTOUR, pixels_per_unit))
    painter.strokePath(paths.silhouette, _line(colours.line, _SILHOUETTE, pixels_per_unit))
    painter.restore()


def _draw_tones(painter: QPainter, paths: FigurePaths, colours: MapColours) -> None:
    painter.save()
    painter.setClipPath(paths.silhouette, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(0, 0, paths.figure_view.width, paths.figure_view.height), colours.tones[0])
    # The bands nest: the widest and lightest goes first and each darker one over it.
    for tone, band in zip(colours.tones[1:], reversed(paths.bands), strict=True):
        painter.fillPath(band, tone)
    painter.restore()


def _line(colour: QColor, units: float, pixels_per_unit: float, thinnest: float = _THINNEST) -> QPen:
    pen = QPen(colour, max(thinnest, min(_THICKEST, units * pixels_per_unit)))
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
