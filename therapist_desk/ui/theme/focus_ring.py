"""The focus ring: one frame that follows the focus, outside the control and never clipped by its parent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from therapist_desk.ui.theme.style import FOCUS_GAP, FOCUS_WIDTH
from therapist_desk.ui.theme.tokens import Radius, current_tokens

# What is typed into shows the ring however the focus came; the rest shows it to whoever uses the keyboard.
_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_DRAWS_ITS_OWN = (QAbstractItemView, QMenu)
_POINTED = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})

RING_RADIUS = "ringRadius"  # dynamic property: the control's own corner radius; 0 for a pill
NO_RING = "noRing"  # dynamic property: the widget shows its focus itself


class _Frame(QFocusFrame):
    def paintEvent(self, _event: QPaintEvent) -> None:
        target = self.widget()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_tokens().accent, FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        own = target.property(RING_RADIUS)
        radius = Radius.CONTROL if own is None else own or target.height() / 2
        painter.drawRoundedRect(ring, radius + FOCUS_GAP + half, radius + FOCUS_GAP + half)


class FocusRing(QObject):
    """Moves one ring to whatever widget of `application` has the focus.

    A page that takes the focus on arrival shows it only to somebody whose last input was a key.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame: _Frame | None = None
        self._by_keyboard = False
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _POINTED:
            self._by_keyboard = False
        elif kind == QEvent.Type.KeyPress and not self._by_keyboard:
            self._by_keyboard = True
            self._follow(None, QApplication.focusWidget())
        return super().eventFilter(watched, event)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None:
            self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes no widget as "none"
        target = self._ring_target(now)
        if target is None:
            return
        if self._frame is None:
            self._frame = _Frame()
            self._frame.destroyed.connect(self._forget)
        self._frame.setWidget(target)

    @Slot()
    def _forget(self) -> None:
        # The frame is a child of the window it was last shown in, and goes with it.
        self._frame = None

    def _ring_target(self, widget: QWidget | None) -> QWidget | None:
        if widget is None or widget.isWindow() or widget.property(NO_RING):
            return None
        if isinstance(widget, _DRAWS_ITS_OWN):
            return None
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractSpinBox | QComboBox):
            return parent
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        by_keyboard = self._by_keyboard and not pressed
        return widget if by_keyboard or isinstance(widget, _TYPED_INTO) else None
