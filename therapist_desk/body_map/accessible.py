"""The map for screen readers: a list whose items are the marks of the view shown."""

from __future__ import annotations

import weakref
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from therapist_desk.body_map.mark_layer import DrawnMark
from therapist_desk.body_map.widget import BodyMap


def install_accessibility() -> None:
    """Let Qt ask here how a BodyMap presents itself. Called once, when the application starts."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return AccessibleMap(thing) if isinstance(thing, BodyMap) else None


class AccessibleMap(QAccessibleWidget):
    """The map as a list. Qt owns it and deletes it with its widget.

    What Qt's stubs call an interface may be None, as Qt itself allows: hence Any.
    """

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__(body_map, QAccessible.Role.List, body_map.accessibleName())
        self._map = body_map
        self._items: list[AccessibleMark] = []
        # Qt holds no reference that Python counts; the widget's own lifetime is the right one.
        body_map.accessible = self

    def childCount(self) -> int:
        return len(self._map.drawn_marks())

    def child(self, index: int) -> Any:
        if not 0 <= index < self.childCount():
            return None
        # Items stand for places in the list, so that none is ever deleted under a screen reader.
        while len(self._items) <= index:
            item = AccessibleMark(self._map, len(self._items))
            QAccessible.registerAccessibleInterface(item)
            self._items.append(item)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, AccessibleMark) else -1

    def childAt(self, x: int, y: int) -> Any:  # noqa: N802 - Qt's name
        for index, drawn in enumerate(self._map.drawn_marks()):
            if _on_screen(self._map, drawn).contains(x, y):
                return self.child(index)
        return None

    def focusChild(self) -> Any:  # noqa: N802 - Qt's name
        for index, drawn in enumerate(self._map.drawn_marks()):
            if drawn.mark.id == self._map.selected:
                return self.child(index)
        return None


class AccessibleMark(QAccessibleInterface):
    """One place in the list of marks; invalid once the list is shorter or the map is gone."""

    def __init__(self, body_map: BodyMap, place: int) -> None:
        super().__init__()
        self._map = weakref.ref(body_map)
        self.place = place

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        return self._drawn() is not None

    def object(self) -> Any:
        return None

    def window(self) -> Any:
        body_map = self._map()
        return body_map.window().windowHandle() if body_map is not None and isValid(body_map) else None

    def parent(self) -> Any:
        body_map = self._map()
        if body_map is None or not isValid(body_map):
            return None
        return QAccessible.queryAccessibleInterface(body_map)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> Any:  # noqa: N802 - Qt's name
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        body_map, drawn = self._map(), self._drawn()
        return QRect() if body_map is None or drawn is None else _on_screen(body_map, drawn)

    def text(self, what: QAccessible.Text) -> str:
        body_map, drawn = self._map(), self._drawn()
        if body_map is None or drawn is None or what is not QAccessible.Text.Name:
            return ""
        return body_map.words_of(drawn.mark)

    def setText(self, _what: QAccessible.Text, _words: str) -> None:  # noqa: N802 - Qt's name
        """Take no text: a mark's words follow from what it is."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        drawn, body_map = self._drawn(), self._map()
        if drawn is None or body_map is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = drawn.mark.id == body_map.selected
        state.focused = bool(state.selected and body_map.hasFocus())
        return state

    def _drawn(self) -> DrawnMark | None:
        body_map = self._map()
        if body_map is None or not isValid(body_map):
            return None
        drawn = body_map.drawn_marks()
        return drawn[self.place] if self.place < len(drawn) else None


def _on_screen(body_map: BodyMap, drawn: DrawnMark) -> QRect:
    rect = drawn.symbol_rect.toAlignedRect()
    return QRect(body_map.mapToGlobal(QPoint(rect.x(), rect.y())), rect.size())
