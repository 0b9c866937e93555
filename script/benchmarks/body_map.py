"""`map`: the body map with 500 marks, drawn by the software rasteriser, against copying the same rectangles bare."""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from statistics import quantiles
from typing import TYPE_CHECKING, Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import ROOT
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.mark import SCALES, Mark, MarkKind, Point

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from benchmarks.painted import Blitter, Watched
    from therapist_desk.body_map import BodyMap

MARKS: Final = 500
SIZE: Final = (568, 540)
"""The room that the map has in a window of 1366x768."""
ROUNDS: Final = 200
WARM_UP: Final = 20
HOVER_MS, DRAG_MS, PLACE_MS, STROKE_MS, HIT_MS = 2.0, 2.0, 8.0, 1.0, 0.05
RATIO: Final = 30.0
FRAME_MS: Final = 1000 / 60
MOVE_RATIO: Final = 10.0
PATIENCE: Final = 20


def measure_map() -> Sequence[Figure]:
    """Measure hovering, dragging, placing, painting and hitting, in milliseconds at the 95th percentile.

    Each ends when the widget has painted. Hovering and dragging are also compared with a bare widget that copies
    a pixmap into the very rectangles that the map had to paint.

    Raises:
        BenchmarkError: the map did not paint.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy: not for those who measure others

    from benchmarks.painted import Blitter, Watched  # noqa: PLC0415 - the same
    from therapist_desk.body_map import BodyMap  # noqa: PLC0415 - the same

    application = QApplication.instance() or QApplication(["bench"])
    body_map = BodyMap(Atlas(ROOT / "resources" / "body_map"))
    body_map.resize(*SIZE)
    body_map.set_view(View.BACK)
    body_map.show_upper_body()
    body_map.set_marks(_marks(body_map, MARKS))
    watched, blitter = Watched(body_map), Blitter(body_map)
    body_map.show()
    blitter.show()
    application.processEvents()
    figures = [
        *_pointing("map hover", body_map, watched, blitter, HOVER_MS, drag=False),
        *_pointing("map drag", body_map, watched, blitter, DRAG_MS, drag=True),
        *_moving("map zoom", body_map, blitter, partial(_zoom, body_map)),
        *_moving("map pan", body_map, blitter, partial(_pan, body_map)),
        _figure("map place", _placing(body_map), PLACE_MS),
        _figure("map stroke", _painting(body_map, watched), STROKE_MS),
        _figure("map hit", _hitting(body_map), HIT_MS),
    ]
    body_map.close()
    blitter.close()
    return figures


def _figure(name: str, times: Sequence[float], target: float) -> Figure:
    return Figure(name=name, value=quantiles(times, n=20)[-1], unit="ms", target=target)


def _pointing(
    name: str, body_map: BodyMap, watched: Watched, blitter: Blitter, target: float, *, drag: bool
) -> Iterator[Figure]:
    mark = body_map.drawn_marks()[0]
    if drag:
        body_map.select(mark.mark.id)
        watched.press(mark.centre.toPoint())
    way = _way(body_map)
    times: list[float] = []

    def product() -> float:
        # A move that changes nothing in sight paints nothing: it is passed over.
        for _ in range(PATIENCE):
            watched.forget()
            took = _milliseconds(partial(watched.move, next(way), held=drag))
            if watched.rects:
                times.append(took)
                return took
        raise BenchmarkError(f"{name}: nothing was painted")

    def floor() -> float:
        return _milliseconds(lambda: blitter.copy(watched.rects or [body_map.rect()]))

    paired = measure_pairs(product, floor, rounds=ROUNDS, warm_up=WARM_UP)
    if drag:
        watched.give_up()
    yield _figure(name, times[WARM_UP:], target)
    yield Figure(
        name=f"{name} / blit",
        value=paired.value,
        unit="ms",
        floor=paired.floor,
        ratio=paired.ratio,
        target=RATIO,
    )


def _moving(name: str, body_map: BodyMap, blitter: Blitter, move: Callable[[int], None]) -> Iterator[Figure]:
    """Measure the frames of a movement, from the event to the paint, and at its end the crisp one."""
    steps, frames = count(), []

    def product() -> float:
        frames.append(_milliseconds(partial(move, next(steps))))
        return frames[-1]

    def floor() -> float:
        return _milliseconds(lambda: blitter.copy([body_map.rect()]))

    paired = measure_pairs(product, floor, rounds=ROUNDS, warm_up=WARM_UP)
    yield _figure(f"{name} frame", frames[WARM_UP:], FRAME_MS)
    yield Figure(
        name=f"{name} / blit",
        value=paired.value,
        unit="ms",
        floor=paired.floor,
        ratio=paired.ratio,
        target=MOVE_RATIO,
    )
    body_map.come_to_rest()
    body_map.show_upper_body()


def _zoom(body_map: BodyMap, step: int) -> None:
    """Turn the wheel by one notch: in for a while, then out again."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy

    inwards = step // 8 % 2 == 0
    body_map.zoom_by(1.06 if inwards else 1 / 1.06, body_map.rect().center().toPointF(), moving=True)
    QApplication.processEvents()


def _pan(body_map: BodyMap, step: int) -> None:
    """Drag by some pixels: to and fro."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy

    way = 1 if step // 12 % 2 == 0 else -1
    body_map.pan_by(7 * way, 5 * way, moving=True)
    QApplication.processEvents()


def _placing(body_map: BodyMap) -> list[float]:
    """Give the times from storing a mark, ringed as the one just placed, to its paint."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy

    marks = body_map.marks
    # Whoever places a mark sees where.
    room = body_map.rect().adjusted(30, 30, -30, -30).toRectF()
    new = [
        mark for mark in _marks(body_map, 4 * ROUNDS, begin=MARKS) if room.contains(body_map.to_pixel(mark.anchor))
    ]
    QApplication.processEvents()

    def place(mark: Mark) -> None:
        body_map.set_marks((*marks, mark))
        body_map.select(mark.id)
        QApplication.processEvents()

    times = [_milliseconds(partial(place, mark)) for mark in new[:ROUNDS]]
    body_map.set_marks(marks)
    QApplication.processEvents()
    return times


def _painting(body_map: BodyMap, watched: Watched) -> list[float]:
    """Give the times of the moves after a stroke has 500 points."""
    body_map.set_kind(MarkKind.PAIN)
    middle = body_map.rect().center()
    spiral = [middle + _offset(0.25 * turn, 20 + turn * 0.1) for turn in range(MARKS + ROUNDS)]
    watched.press(spiral[0])
    times = [_milliseconds(partial(watched.move, at, held=True)) for at in spiral[1:]]
    watched.give_up()
    body_map.set_kind(None)
    return times[MARKS:]


def _hitting(body_map: BodyMap) -> list[float]:
    way = _way(body_map)
    layer, view = body_map.mark_layer(), body_map.figure_view

    def hit() -> None:
        at = next(way).toPointF()
        if layer.at(at, 13.0) is None:
            view.region_at(body_map.to_point(at))

    return [_milliseconds(hit) for _ in range(ROUNDS * 5)]


def _way(body_map: BodyMap) -> Iterator[QPoint]:
    """Wander over the trunk in steps as a hand takes them."""
    middle = body_map.rect().center()
    for step in count():
        yield middle + _offset(step * 0.11, 60 + 25 * math.sin(step * 0.031))


def _offset(turn: float, radius: float) -> QPoint:
    from PySide6.QtCore import QPoint  # noqa: PLC0415 - heavy

    return QPoint(round(radius * math.cos(turn)), round(radius * math.sin(turn)))


def _marks(body_map: BodyMap, wanted: int, begin: int = 0) -> tuple[Mark, ...]:
    """Strew marks over the trunk, the same each time."""
    view, chance, kinds = body_map.figure_view, random.Random(begin), list(MarkKind)  # noqa: S311 - no secret
    marks: list[Mark] = []
    while len(marks) < wanted:
        point = Point(chance.randrange(view.width), chance.randrange(300, 3800))
        regions = view.regions_of(point)
        if regions:
            kind = kinds[len(marks) % len(kinds)]
            marks.append(
                Mark(
                    id=MarkId(f"mark-{begin + len(marks)}"),
                    kind=kind,
                    figure=view.figure,
                    atlas_version=body_map.atlas.version,
                    view=view.view,
                    shape=point,
                    regions=regions,
                    before=None if SCALES[kind] is None else 2,
                )
            )
    return tuple(marks)


def _milliseconds(work: Callable[[], object]) -> float:
    """Time work by this thread's own clock: all of it happens here, and other programs should not count."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000
