"""`map`: the body map with 500 marks, drawn by the software rasteriser, against copying the same rectangles bare."""

from __future__ import annotations

import itertools
import math
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from statistics import quantiles
from typing import TYPE_CHECKING, Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.paired import measure_pairs
from benchmarks.real_mouse import measure_mouse
from benchmarks.sample_store import ROOT
from benchmarks.strewn import strewn_marks
from therapist_desk.domain.anatomy import Figure as Shape
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect

    from benchmarks.painted import Blitter, Watched
    from therapist_desk.body_map import BodyMap

MARKS: Final = 500
SIZE: Final = (568, 540)
"""The room that the map has in a window of 1366x768."""
ATLAS: Final = ROOT / "resources" / "body_map"
ROUNDS: Final = 200
FIRST_ROUNDS: Final = 80
WARM_UP: Final = 20
HOVER_MS, DRAG_MS, PLACE_MS, STROKE_MS, HIT_MS, FIRST_MS = 2.0, 2.0, 8.0, 1.0, 0.05, 60.0
RATIO, PLACE_RATIO, HIT_RATIO, FIRST_RATIO = 15.0, 50.0, 1.0, 100.0
FRAME_MS: Final = 1000 / 60
MOVE_RATIO: Final = 10.0
PATIENCE: Final = 20
REACH: Final = 13.0
"""How far, in pixels, a click reaches for a mark."""


def measure_map() -> Iterator[Figure]:
    """Measure what the map does under the hand, in milliseconds of this thread's own time at the 95th percentile.

    Each ends when the widget has painted. Each is also paired with its floor: a bare widget that copies a pixmap
    into the very rectangles that the map had just painted, or for a hit, which paints nothing, into the square that
    a click searches. Last comes a real mouse, see `measure_mouse`.

    Raises:
        BenchmarkError: the map did not do what was asked, or there is no display for a real mouse.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy: not for those who measure others

    from benchmarks.painted import Blitter, Watched  # noqa: PLC0415 - the same
    from therapist_desk.body_map import BodyMap  # noqa: PLC0415 - the same

    application = QApplication.instance() or QApplication(["bench"])
    body_map = BodyMap(Atlas(ATLAS))
    body_map.resize(*SIZE)
    body_map.set_view(View.BACK)
    body_map.show_upper_body()
    body_map.set_marks(strewn_marks(body_map, MARKS))
    watched, blitter = Watched(body_map), Blitter(body_map)
    body_map.show()
    blitter.show()
    application.processEvents()
    yield from _pointing("map hover", body_map, watched, blitter, HOVER_MS, drag=False)
    yield from _pointing("map drag", body_map, watched, blitter, DRAG_MS, drag=True)
    yield from _placing(body_map, watched, blitter)
    yield from _painting(body_map, watched, blitter)
    yield from _hitting(body_map, blitter)
    yield from _moving("map zoom", body_map, blitter, partial(_zoom, body_map))
    yield from _moving("map pan", body_map, blitter, partial(_pan, body_map))
    yield from _first_painting(blitter)
    body_map.close()
    blitter.close()
    yield from measure_mouse()


def _measured(
    name: str,
    product: Callable[[], float],
    floor: Callable[[], float],
    targets: tuple[float, float],
    rounds: int = ROUNDS,
) -> Iterator[Figure]:
    """Measure both in turn; give the product's milliseconds, and how it compares."""
    times: list[float] = []

    def timed() -> float:
        times.append(product())
        return times[-1]

    paired = measure_pairs(timed, floor, rounds=rounds, warm_up=WARM_UP)
    most, ratio = targets
    yield Figure(name=name, value=quantiles(times[WARM_UP:], n=20)[-1], unit="ms", target=most)
    yield Figure(
        name=f"{name} / blit",
        value=paired.value,
        unit="ms",
        floor=paired.floor,
        ratio=paired.ratio,
        target=ratio,
    )


def _pointing(
    name: str, body_map: BodyMap, watched: Watched, blitter: Blitter, target: float, *, drag: bool
) -> Iterator[Figure]:
    mark = body_map.drawn_marks()[0]
    if drag:
        body_map.select(mark.mark.id)
        watched.press(mark.centre.toPoint())
    way = _way(body_map)

    def product() -> float:
        # A move that changes nothing in sight paints nothing: it is passed over.
        for _ in range(PATIENCE):
            watched.forget()
            took = _milliseconds(partial(watched.move, next(way), held=drag))
            if watched.rects:
                return took
        raise BenchmarkError(f"{name}: nothing was painted")

    yield from _measured(name, product, _copying(watched, blitter), (target, RATIO))
    if drag:
        watched.give_up()


def _placing(body_map: BodyMap, watched: Watched, blitter: Blitter) -> Iterator[Figure]:
    """Measure from storing a mark, ringed as the one just placed, to its paint."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy

    marks = body_map.marks
    # Whoever places a mark sees where.
    room = body_map.rect().adjusted(30, 30, -30, -30).toRectF()
    strewn = strewn_marks(body_map, MARKS, begin=MARKS)
    new = itertools.cycle([mark for mark in strewn if room.contains(body_map.to_pixel(mark.anchor))])

    def product() -> float:
        body_map.set_marks(marks)
        QApplication.processEvents()
        watched.forget()
        mark = next(new)

        def place() -> None:
            body_map.set_marks((*marks, mark))
            body_map.select(mark.id)
            QApplication.processEvents()

        return _milliseconds(place)

    yield from _measured("map place", product, _copying(watched, blitter), (PLACE_MS, PLACE_RATIO))
    body_map.set_marks(marks)
    QApplication.processEvents()


def _painting(body_map: BodyMap, watched: Watched, blitter: Blitter) -> Iterator[Figure]:
    """Measure the moves after a stroke has 500 points."""
    body_map.set_kind(MarkKind.PAIN)
    middle = body_map.rect().center()
    spiral = (middle + _offset(0.25 * turn, 20 + turn * 0.1) for turn in count())
    asked: list[object] = []
    body_map.mark_placed.connect(asked.append)
    watched.press(next(at for at in spiral if body_map.mark_layer().at(at.toPointF(), REACH) is None))
    for at in itertools.islice(spiral, MARKS):
        watched.move(at, held=True)

    def product() -> float:
        watched.forget()
        return _milliseconds(partial(watched.move, next(spiral), held=True))

    yield from _measured("map stroke", product, _copying(watched, blitter), (STROKE_MS, RATIO))
    watched.release(next(spiral))
    body_map.mark_placed.disconnect(asked.append)
    body_map.set_kind(None)
    if not asked:
        raise BenchmarkError("map stroke: no area was painted")


def _hitting(body_map: BodyMap, blitter: Blitter) -> Iterator[Figure]:
    """Measure finding the mark or else the region under a place."""
    from PySide6.QtCore import QPointF, QRectF  # noqa: PLC0415 - heavy

    way, at = _way(body_map), QPointF()
    layer, view = body_map.mark_layer(), body_map.figure_view

    def hit() -> None:
        if layer.at(at, REACH) is None:
            view.region_at(body_map.to_point(at))

    def product() -> float:
        nonlocal at
        at = next(way).toPointF()
        return _milliseconds(hit)

    def floor() -> float:
        square = QRectF(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH).toRect()
        return _milliseconds(lambda: blitter.copy([square]))

    yield from _measured("map hit", product, floor, (HIT_MS, HIT_RATIO), rounds=ROUNDS * 5)


def _moving(name: str, body_map: BodyMap, blitter: Blitter, move: Callable[[int], None]) -> Iterator[Figure]:
    """Measure the frames of a movement, from the event to the paint."""
    steps = count()

    def product() -> float:
        return _milliseconds(partial(move, next(steps)))

    yield from _measured(f"{name} frame", product, _copying_all(blitter), (FRAME_MS, MOVE_RATIO))
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


def _first_painting(blitter: Blitter) -> Iterator[Figure]:
    """Measure showing a view or a close-up for the first time, from reading its file, where need be, to its paint.

    The first of each atlas is what a new map shows: that is timed from opening the atlas.
    """
    pictures = _never_shown()

    def product() -> float:
        return _milliseconds(partial(next, pictures))

    yield from _measured(
        "map first paint", product, _copying_all(blitter), (FIRST_MS, FIRST_RATIO), rounds=FIRST_ROUNDS
    )


def _never_shown() -> Iterator[None]:
    """Show one picture after the other, each for the first time; once through all with a new atlas."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - heavy

    from therapist_desk.body_map import BodyMap  # noqa: PLC0415 - the same

    while True:
        body_map = BodyMap(Atlas(ATLAS))
        body_map.resize(*SIZE)
        body_map.show()
        QApplication.processEvents()
        yield
        for figure, view in itertools.product(Shape, View):
            if (figure, view) != (Shape.NEUTRAL, View.FRONT):
                body_map.set_figure(figure)
                body_map.set_view(view)
                QApplication.processEvents()
                yield
        for closeup in Closeup:
            body_map.set_view(SidedCloseup(closeup, Side.LEFT if closeup.paired else Side.MIDLINE))
            QApplication.processEvents()
            yield
        body_map.close()


def _copying(watched: Watched, blitter: Blitter) -> Callable[[], float]:
    """Give the floor of what was painted last."""
    return lambda: _milliseconds(lambda: blitter.copy(watched.rects or _all_of(blitter)))


def _copying_all(blitter: Blitter) -> Callable[[], float]:
    """Give the floor of painting everything."""
    return lambda: _milliseconds(lambda: blitter.copy(_all_of(blitter)))


def _all_of(blitter: Blitter) -> list[QRect]:
    return [blitter.rect()]


def _way(body_map: BodyMap) -> Iterator[QPoint]:
    """Wander over the trunk in steps as a hand takes them."""
    middle = body_map.rect().center()
    for step in count():
        yield middle + _offset(step * 0.11, 60 + 25 * math.sin(step * 0.031))


def _offset(turn: float, radius: float) -> QPoint:
    from PySide6.QtCore import QPoint  # noqa: PLC0415 - heavy

    return QPoint(round(radius * math.cos(turn)), round(radius * math.sin(turn)))


def _milliseconds(work: Callable[[], object]) -> float:
    """Time work by this thread's own clock: all of it happens here, and other programs should not count."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000
