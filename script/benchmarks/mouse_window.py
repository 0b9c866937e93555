"""The map and a bare window beside it, moved over by xdotool. Run as a program: prints pairs of milliseconds."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.painted import Blitter, Watched
from benchmarks.sample_store import ROOT
from benchmarks.strewn import strewn_marks
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import Atlas

MARKS: Final = 500
SIZE: Final = (568, 540)
BESIDE: Final = 600
ROUNDS: Final = 150
WARM_UP: Final = 10
MISSES: Final = 60
BEAT: Final = 5  # milliseconds: how often waiting looks up
_XDOTOOL: Final = shutil.which("xdotool") or "xdotool"
PATIENCE: Final = 0.2  # seconds: a motion that paints nothing within is passed over


class TimedApplication(QApplication):
    """Notes when the first mouse event of a motion begins to be delivered and when an update has been painted."""

    def __init__(self) -> None:
        super().__init__(["bench"])
        self._reached: float | None = None
        self._painted: float | None = None

    def forget(self) -> None:
        """Wait for another motion."""
        self._reached = self._painted = None

    @property
    def took(self) -> float | None:
        """The milliseconds from the motion to its paint; None where nothing was painted yet."""
        if self._reached is None or self._painted is None:
            return None
        return (self._painted - self._reached) * 1000

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and self._reached is None and isinstance(receiver, QWindow):
            self._reached = time.perf_counter()
        handled = super().notify(receiver, event)
        if kind == QEvent.Type.UpdateRequest and self._reached is not None:
            self._painted = time.perf_counter()
        return handled


class Moved(Blitter):
    """The bare window: paints some rectangles at each motion of the mouse."""

    def __init__(self, other: QWidget) -> None:
        super().__init__(other)
        self.setMouseTracking(True)
        self.rects: list[QRect] = []

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        for rect in self.rects:
            self.update(rect)


class Hand:
    """Moves the mouse and waits for what comes of it."""

    def __init__(self, application: TimedApplication) -> None:
        self._application = application
        self._beat = QTimer(interval=BEAT)
        self._beat.start()

    def move(self, at: QPoint) -> float | None:
        """Give the milliseconds from the motion to its paint, or None where nothing was painted."""
        self._application.forget()
        subprocess.run([_XDOTOOL, "mousemove", str(at.x()), str(at.y())], check=True)
        begun = time.perf_counter()
        while self._application.took is None and time.perf_counter() - begun < PATIENCE:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return self._application.took


def pairs(application: TimedApplication) -> Iterator[tuple[float, float]]:
    """Give the milliseconds of the map and of the bare window, in turn.

    Raises:
        RuntimeError: the windows do not paint when the mouse is moved.
    """
    body_map = BodyMap(Atlas(ROOT / "resources" / "body_map"))
    body_map.resize(*SIZE)
    body_map.set_view(View.BACK)
    body_map.show_upper_body()
    body_map.set_marks(strewn_marks(body_map, MARKS))
    watched, bare = Watched(body_map), Moved(body_map)
    body_map.move(0, 0)
    bare.move(BESIDE, 0)
    for window in (body_map, bare):
        window.show()
    hand, misses = Hand(application), 0
    for at in _way(body_map.rect().center()):
        watched.forget()
        product = hand.move(body_map.mapToGlobal(at))
        bare.rects = list(watched.rects)
        floor = hand.move(bare.mapToGlobal(at))
        if product is not None and bare.rects and floor is not None:
            yield product, floor
        else:
            misses += 1
            if misses > MISSES:
                raise RuntimeError(f"of the last motions {misses} painted nothing")


def _way(middle: QPoint) -> Iterator[QPoint]:
    """Wander over the trunk in steps as a hand takes them."""
    for step in count():
        radius = 60 + 25 * math.sin(step * 0.031)
        yield middle + QPoint(round(radius * math.cos(step * 0.11)), round(radius * math.sin(step * 0.11)))


def main() -> int:
    """Print all pairs as one line of JSON."""
    application = TimedApplication()
    found = pairs(application)
    measured = [next(found) for _ in range(WARM_UP + ROUNDS)][WARM_UP:]
    sys.stdout.write(json.dumps(measured) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
