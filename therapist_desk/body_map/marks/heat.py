"""How often each region was marked as pain, as a shade over the figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.view_transform import ViewTransform
from therapist_desk.body_map.marks.mark_trim import draw_tag, tag_font, tag_size
from therapist_desk.domain.atlas import Region
from therapist_desk.domain.progress.often import MOST_STEPS, PainHistory

# One hue, from light to dark: lightness alone carries it, for every kind of colour vision and in grey. The figure
# itself has nothing blue.
_RAMP: Final = tuple(QColor(name) for name in ("#C6DBEF", "#93C0E0", "#5A9BCC", "#2A6FAE", "#0B3C78"))
_EDGE: Final = QColor("#0B3C78")


def shade(step: int, steps: int) -> QColor:
    """Give the colour of a step of a ramp with so many steps; the last is always the darkest."""
    return QColor(_RAMP[MOST_STEPS - 1 if steps == 1 else round(step * (MOST_STEPS - 1) / (steps - 1))])


def draw_pain_history(
    painter: QPainter, paths: FigurePaths, transform: ViewTransform, history: PainHistory, font: QFont
) -> None:
    """Shade the regions of this view and write the number of visits on each; regions that it has not are left out."""
    counts = history.of(paths.figure_view.view)
    found = [
        (count, region)
        for region in paths.figure_view.regions
        if (count := counts.get((region.ref.region, region.ref.side))) is not None
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    matrix = transform.matrix()
    painter.setClipPath(matrix.map(paths.silhouette), Qt.ClipOperation.IntersectClip)
    for count, region in found:
        path = paths.region_in(region, matrix)
        painter.fillPath(path, shade(history.step(count), len(history.steps)))
        painter.strokePath(path, QPen(_EDGE, 1))
    painter.restore()
    _draw_counts(painter, transform, sorted(found, key=lambda each: -each[0]), font)


def _draw_counts(
    painter: QPainter, transform: ViewTransform, found: Sequence[tuple[int, Region]], font: QFont
) -> None:
    """Write the counts; where they would cover each other the first stands, and a list beside the figure says all."""
    letters = tag_font(font)
    painter.save()
    painter.setFont(letters)
    metrics = QFontMetricsF(letters)
    taken: list[QRectF] = []
    for count, region in found:
        tag = QRectF(QPointF(), tag_size(metrics, str(count)))
        tag.moveCenter(transform.to_screen(region.anchor))
        if not any(tag.intersects(other) for other in taken):
            taken.append(tag)
            draw_tag(painter, tag, str(count))
    painter.restore()
