"""The focus ring: one frame that follows the focus, outside the control and never clipped by its parent."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Slot
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

# What is typed into shows the ring however the focus came; the rest shows it unless a mouse button brought it.
_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_DRAWS_ITS_OWN = (QAbstractItemView, QMenu)

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
    """Moves one ring to whatever widget of `application` has the focus."""

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame: _Frame | None = None
        application.focusChanged.connect(self._follow)

    @Slot("QWidget*", "QWidget*")
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None:
            self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes no widget as "none"
        target = _ring_target(now)
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


def _ring_target(widget: QWidget | None) -> QWidget | None:
    if widget is None or widget.isWindow() or widget.property(NO_RING):
        return None
    if isinstance(widget, _DRAWS_ITS_OWN):
        return None
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractSpinBox | QComboBox):
        return parent
    came_by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    if came_by_mouse and not isinstance(widget, _TYPED_INTO):
        return None
    return widget
