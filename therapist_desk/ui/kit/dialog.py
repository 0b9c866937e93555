"""Dialogs: a card over the darkened window they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, Space

_SCRIM = QColor(0, 0, 0, 115)  # 45 %
_SHADOW_DEPTH = 24
_SHADOW_DROP = 8
_EDGE = 16
_RING = 4  # room for focus rings where the scroll area cuts
_SIDE = Space.PAGE_X - _RING
EVERYWHERE: Final = "everywhere"
"""The property of an action of the window whose shortcut works over every dialog."""
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class Dialog(QDialog):
    """Lies inside its window, so it needs no window manager: scrim, then a card with title, `body` and actions.

    Open it with `open()`. Escape and the cross reject it, Enter in a line takes the last action. Focus stays inside,
    and goes back to where it was. The shortcuts of the window rest meanwhile, except those of actions that have the
    property EVERYWHERE or are given to `keep_working`. It is freed when done.
    """

    def __init__(self, title: str, *, caption: str = "", width: int = 560, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._came_from = _focus_in(parent.window())
        self._else = _holder(self._came_from)
        self._owner = parent
        self._kept: set[str] = set()
        self._buttons: list[QWidget] = []
        self._hides = False
        self.first_focus: QWidget | None = None
        self._wanted_width = width
        self._card = QFrame(self)
        self._card.setProperty("role", "dialog")
        self.title = Label(title, Text.DISPLAY)
        self.caption = Label(caption, Text.BODY, Tone.LABELS, wrap=True)
        self.caption.setVisible(bool(caption))
        self._close = IconButton("close", self.tr("Close"))
        self._close.clicked.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_RING, _RING, _RING, _RING)
        self.body.setSpacing(Space.GAP)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.GRID)
        self._actions.setContentsMargins(_RING, Space.GRID, _RING, 0)
        self._actions.addStretch(1)
        self._lay_out()
        self.keep_working(*(action for action in parent.window().actions() if action.property(EVERYWHERE)))
        parent.window().installEventFilter(self)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the right of the foot, after those added before."""
        self._actions.addWidget(button)
        self._buttons.append(button)

    def add_aside(self, widget: QWidget) -> None:
        """Put something at the left of the foot, such as a check box."""
        self._actions.insertWidget(0, widget)

    def add_foot(self, widget: QWidget) -> None:
        """Put something between what scrolls and the actions, such as a message that must stay in sight."""
        level = QHBoxLayout()
        level.setContentsMargins(_RING, 0, _RING, 0)
        level.addWidget(widget)
        self._column.insertLayout(self._column.count() - 1, level)

    def hide_behind(self) -> None:
        """Let nothing of the window be read behind the card until the dialog goes."""
        self._hides = True
        self.update()

    def keep_working(self, *actions: QAction) -> None:
        """Let the shortcuts of these actions of the window through, such as locking."""
        self._kept.update(key.toString() for action in actions for key in action.shortcuts())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cover()
        self.raise_()
        self._focus_first()

    def done(self, result: int) -> None:
        super().done(result)
        for origin in self._origins():
            if origin.isVisible():
                origin.setFocus()
                break

    def _origins(self) -> Iterator[QWidget]:
        """Give where the focus may go back to: where it was, what held that, what is in the opener."""
        # Asked now rather than told by `destroyed`, which a window that goes can send to a dialog half taken down. A
        # table's editor may have gone meanwhile.
        yield from (origin for origin in (self._came_from, self._else) if origin is not None and isValid(origin))
        if isValid(self._owner):
            yield from (child for child in self._owner.findChildren(QWidget) if _takes_tab(child))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a line, or Ctrl+Enter anywhere, does what the last action does.
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        focused = QApplication.focusWidget()
        in_line = isinstance(focused, QLineEdit | QAbstractSpinBox) or (
            isinstance(focused, QComboBox) and focused.isEditable()
        )
        if is_enter and self._buttons and (in_line or event.modifiers() & _COMMAND_KEYS):
            action = self._buttons[-1]
            if isinstance(action, QAbstractButton):
                action.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._rests(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window grows or shrinks; the content does, or a message comes between it and the actions.
        if event.type() == (QEvent.Type.Resize if watched is self.window() else QEvent.Type.LayoutRequest):
            self._cover()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Move the focus, round and round within the dialog."""
        start = QApplication.focusWidget()
        if start is None or not self.isAncestorOf(start):
            start = self
        widget = start.nextInFocusChain() if next else start.previousInFocusChain()
        while widget is not None and widget is not start:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
                widget.setFocus(reason)
                return True
            widget = widget.nextInFocusChain() if next else widget.previousInFocusChain()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hides:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.fillRect(self.rect(), _SCRIM)
        card = QRectF(self._card.geometry())
        for step in range(_SHADOW_DEPTH, 0, -2):
            grown = card.adjusted(-step, -step + _SHADOW_DROP, step, step + _SHADOW_DROP)
            draw_panel(painter, grown, Radius.DIALOG + step, fill=QColor(0, 0, 0, 4))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_RING, 0, _RING, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._content = QWidget()
        self._content.setProperty("role", "page")
        self._content.setLayout(self.body)
        self._content.installEventFilter(self)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._scroll.setFixedHeight(0)
        self._card.installEventFilter(self)
        column = self._column = QVBoxLayout(self._card)
        column.setContentsMargins(_SIDE, 20, _SIDE, 20)
        self.caption.setContentsMargins(_RING, 0, _RING, 0)
        column.setSpacing(Space.GRID)
        column.addLayout(head)
        column.addWidget(self.caption)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._actions)

    def _cover(self) -> None:
        window = self.window()
        self.setGeometry(window.rect())
        width = min(self._wanted_width, window.width() - 2 * _EDGE)
        frame = self._card.contentsMargins()  # a line around it: words may wrap for want of its two pixels
        inside = width - 2 * _SIDE - frame.left() - frame.right()
        body = max(_height_at(self.body, inside), self._content.minimumSizeHint().height())
        # Set once, to its end: each change of a height asks for the layout again, and so for this.
        rest = _height_at(self._column, width) - self._scroll.minimumHeight()
        room = max(0, window.height() - 2 * _EDGE - rest)
        # Where all of it fits, no bar may narrow it: words that wrap for the bar's sake would want more, and keep it.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if body <= room else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self._scroll.setFixedHeight(min(body, room))
        height = rest + self._scroll.minimumHeight()
        place = QRect((window.width() - width) // 2, (window.height() - height) // 2, width, height)
        if place != self._card.geometry():
            self._card.setGeometry(place)
            self.update()  # the shadow lies beyond the card: what a smaller card leaves behind is ours to paint

    def _focus_first(self) -> None:
        # What is asked first, else the last action: never the cross that throws the work away.
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return
        fields = [child for child in self._content.findChildren(QWidget) if _takes_tab(child)]
        first = self.first_focus or [*fields[:1], *self._buttons[-1:], self._close][0]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _rests(self, event: QKeyEvent) -> bool:
        # Keys of the window's commands are taken as if typed here; letters and Alt mnemonics stay with the dialog.
        is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        is_command = bool(event.modifiers() & _COMMAND_KEYS) or is_function_key
        return is_command and QKeySequence(event.keyCombination()).toString() not in self._kept


def _focus_in(window: QWidget) -> QWidget | None:
    """Give what has the focus in a window, or has it again once a popup over it is gone."""
    focused = QApplication.focusWidget()
    return focused if focused is not None and window.isAncestorOf(focused) else window.focusWidget()


def _holder(widget: QWidget | None) -> QWidget | None:
    """Give what holds a widget and takes the focus itself, such as the table of an editor."""
    holder = widget.parentWidget() if widget is not None else None
    while holder is not None and holder.focusPolicy() == Qt.FocusPolicy.NoFocus:
        holder = holder.parentWidget()
    return holder


def _height_at(layout: QLayout, width: int) -> int:
    wraps = layout.hasHeightForWidth()
    return layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
