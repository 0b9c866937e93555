"""Counting what a therapist does: every key and every click, as the platform hands them to a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_HELD = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Meta: Qt.KeyboardModifier.MetaModifier,
}
_ACTIONS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Hands(QObject):
    """Presses keys and buttons at the window itself and counts what arrives there.

    Keys held together are one action, as is a press that closes a popup and goes on to what lies under it.
    `typing` counts as it is told.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.actions = 0
        self.words = 0
        self._typing = False
        self._held = False
        application.installEventFilter(self)
        self._application = application

    def close(self) -> None:
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWindow):
            return False
        if event.type() in _ACTIONS and self._begins(event):
            if self._typing:
                self.words += 1
            else:
                self.actions += 1
        return False

    def _begins(self, event: QEvent) -> bool:
        """Whether this begins an action rather than going on with one."""
        if isinstance(event, QKeyEvent):
            own = _HELD.get(Qt.Key(event.key()), Qt.KeyboardModifier.NoModifier)
            others = [each for each in _HELD.values() if each & event.modifiers() and each is not own]
            return not others
        held, self._held = self._held, True
        return not held

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._held = False
        QTest.keyClick(self._window(), key, modifier)

    def keys(self, text: str) -> None:
        """Press each key of a text in small letters and digits."""
        for each in text:
            QTest.keyClick(self._window(), Qt.Key(ord(each.upper())))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        place = widget.mapTo(widget.window(), widget.rect().center() if at is None else at)
        window = widget.window().windowHandle()
        assert window is not None
        self._held = False
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
