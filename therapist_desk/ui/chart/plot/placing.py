"""Where words stand on a chart: so that no two cover each other, nor a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF

from therapist_desk.ui.chart.plot.frame import HIGHER, LOWER, Frame
from therapist_desk.ui.chart.plot.plot import Plot, PlotPoint
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.theme.fonts import Text, text_width

_DAY_HEIGHT, _DAY_GAP, _BEYOND = 16, 6, 14
_START_DROP: Final = 14
_LINE, _STEP_ASIDE = 14, 8


@dataclass(frozen=True, slots=True)
class Placed:
    """Words in their box; `place` is that of the visit they belong to."""

    box: QRectF
    words: str
    place: int


def day_labels(plot: Plot, frame: Frame) -> list[Placed]:
    """Give as many days as fit under their visits: those where treatment starts, then from the latest back."""
    points = plot.points
    starts = [place for place, point in enumerate(points) if point.start]
    placed: list[Placed] = []
    for place in (*starts, *(place for place in reversed(range(len(points))) if place not in starts)):
        words = near_day_text(points[place].day, points[-1].day)
        box = below(frame, frame.x(place), frame.days_top, words)
        roomy = box.adjusted(-_DAY_GAP, 0, _DAY_GAP, 0)
        if not any(roomy.intersects(other.box) for other in placed):
            placed.append(Placed(box, words, place))
    return placed


def start_labels(plot: Plot, frame: Frame) -> list[Placed]:
    """Give what starts where, under the days; of two that would meet the later one."""
    placed: list[Placed] = []
    for place, point in reversed(list(enumerate(plot.points))):
        if not point.start:
            continue
        box = below(frame, frame.x(place), frame.days_top + _START_DROP, point.start)
        if not any(box.intersects(other.box) for other in placed):
            placed.append(Placed(box, point.start, place))
    return placed


def below(frame: Frame, x: float, top: float, words: str) -> QRectF:
    """Give a box under a tick, moved inwards where it would leave the chart."""
    width = text_width(words, Text.CAPTION_STRONG) + 2
    box = QRectF(x - width / 2, top, width, _DAY_HEIGHT)
    box.moveLeft(max(0.0, min(box.left(), frame.area.right() + _BEYOND - width)))
    return box


def lifts(point: PlotPoint) -> tuple[int, int]:
    """Give where the values of a visit stand from their spots, before and after: away from each other."""
    if point.after is None or point.before is None or point.after < point.before:
        return HIGHER, LOWER if point.before is not None else HIGHER
    return LOWER, HIGHER


def band_label(plot: Plot, frame: Frame) -> QRectF | None:
    """Give room inside the band at its far end, as far to the right as it covers no value and no line."""
    if plot.band is None:
        return None
    near, far = frame.y(plot.band.near), frame.y(plot.band.far)
    if abs(far - near) < _LINE:
        return None
    width = text_width(plot.band.words, Text.CAPTION) + 2
    box = QRectF(frame.area.right() - width - 4, far - _LINE - 1 if far > near else far + 1, width, _LINE)
    values = [QRectF(spot.x() - 11, spot.y() - 22, 22, 44) for spot in _spots(plot, frame)]
    lines = list(_lines(plot, frame))
    while box.left() > frame.area.left():
        if not any(box.intersects(value) for value in values) and not any(_crosses(line, box) for line in lines):
            return box
        box = box.translated(-_STEP_ASIDE, 0)
    return None


def _spots(plot: Plot, frame: Frame) -> Iterator[QPointF]:
    for place, point in enumerate(plot.points):
        yield from (frame.spot(place, value) for value in (point.before, point.after) if value is not None)


def _lines(plot: Plot, frame: Frame) -> Iterator[QLineF]:
    """Give the lines from visit to visit; none leads over a start of treatment."""
    for values in ([point.before for point in plot.points], [point.after for point in plot.points]):
        taken = [(place, frame.spot(place, value)) for place, value in enumerate(values) if value is not None]
        for (one, begun), (other, ended) in pairwise(taken):
            if not any(point.start for point in plot.points[one + 1 : other + 1]):
                yield QLineF(begun, ended)


def _crosses(line: QLineF, box: QRectF) -> bool:
    """Tell whether a line that runs to the right meets a box."""
    left, right = max(line.x1(), box.left()), min(line.x2(), box.right())
    if left > right or not line.dx():
        return False
    slope = line.dy() / line.dx()
    heights = (line.y1() + slope * (left - line.x1()), line.y1() + slope * (right - line.x1()))
    return max(heights) >= box.top() and min(heights) <= box.bottom()
