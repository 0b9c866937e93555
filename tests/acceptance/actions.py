"""Counting what a therapist does: every key and every click, as the platform hands them to a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_ACTIONS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Hands(QObject):
    """Presses keys and buttons at the window itself and counts what arrives there. `typing` counts as one."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.actions = 0
        self.words = 0
        self._typing = False
        application.installEventFilter(self)
        self._application = application

    def close(self) -> None:
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow) and event.type() in _ACTIONS:
            if self._typing:
                self.words += 1
            else:
                self.actions += 1
        return False

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._window(), key, modifier)

    def keys(self, text: str) -> None:
        """Press each key of a text in small letters and digits."""
        for each in text:
            QTest.keyClick(self._window(), Qt.Key(ord(each.upper())))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        place = widget.mapTo(widget.window(), widget.rect().center() if at is None else at)
        window = widget.window().windowHandle()
        assert window is not None
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)

    @contextmanager
    def typing(self, *, actions: int = 0) -> Iterator[None]:
        """What is pressed inside are words that only a person can supply; they count as `actions`."""
        self._typing = True
        try:
            yield
        finally:
            self._typing = False
            self.actions += actions

    def _window(self) -> QWindow:
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window
