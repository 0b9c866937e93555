"""Notices that nobody has touched the program for a while, or that the computer slept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from therapist_desk.domain.clock import Clock, Instant, seconds_between

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)
_LOOK_MS: Final = 5_000
_SLEPT_SECONDS: Final = 30
_WARNING_SECONDS: Final = 60


class IdleWatch(QObject):
    """Watches the windows that have the focus, one after the other; input goes nowhere else.

    `soon` comes a minute before `idle`, and `awake` when somebody is there after all. Each step of long work that
    somebody asked for counts as a touch (docs/decisions/0040-long-work-holds-the-idle-lock.md).

    A filter on the windows sees input alone; one on the application would run for every event of every widget.
    """

    soon = Signal()
    awake = Signal()
    idle = Signal()
    slept = Signal()

    def __init__(self, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = minutes
        self._touched: Instant = clock.now()
        self._looked: Instant = self._touched
        self._warned = False
        self._windows: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(application.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._minutes = minutes

    def quiet(self) -> float:
        """Give the seconds since something was touched."""
        return seconds_between(self._touched, self._clock.now())

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    @Slot()
    def touch(self) -> None:
        """Count from now on."""
        self._touched = self._clock.now()
        if self._warned:
            self._warned = False
            self.awake.emit()

    @Slot()
    def look(self) -> None:
        """See how long nothing was touched; a gap between two looks is a sleep, which timers do not count."""
        now = self._clock.now()
        gap = seconds_between(self._looked, now)
        self._looked = now
        if gap > _SLEPT_SECONDS:
            self.slept.emit()
            return
        left = self._minutes * 60 - seconds_between(self._touched, now)
        if left <= 0:
            self.idle.emit()
        elif left <= _WARNING_SECONDS and not self._warned:
            self._warned = True
            self.soon.emit()

    @Slot(QWindow)
    def _follow(self, window: QWindow | None) -> None:
        if window is not None and window not in self._windows:
            self._windows.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    @Slot(QObject)
    def _forget(self, window: QObject) -> None:
        self._windows = {known for known in self._windows if known is not window}
