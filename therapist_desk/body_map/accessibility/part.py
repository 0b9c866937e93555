"""What every part of the map, not being a widget, has to tell Qt's accessibility."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleValueInterface
from shiboken6 import Shiboken, VoidPtr, isValid

from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.findings.mark import Scale

Interface: TypeAlias = QAccessibleActionInterface | QAccessibleValueInterface
_POINTER = 8  # bytes: VoidPtr wants a size, Qt reads the address only


class AccessiblePart(QAccessibleInterface):
    """A part of the map; invalid once it or the map is gone.

    What Qt's stubs call an interface may be None, as Qt itself allows: hence Any. The map is held weakly, and
    nothing here may raise: Qt calls from where no exception can go.
    """

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__()
        self._ref = weakref.ref(body_map)

    @property
    def map(self) -> BodyMap | None:
        """The map, while it lives."""
        body_map = self._ref()
        return body_map if body_map is not None and isValid(body_map) else None

    def isValid(self) -> bool:
        return self.map is not None

    def object(self) -> Any:
        return None

    def window(self) -> Any:
        body_map = self.map
        return None if body_map is None else body_map.window().windowHandle()

    def parent(self) -> Any:
        body_map = self.map
        return None if body_map is None else QAccessible.queryAccessibleInterface(body_map)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> Any:
        return None

    def setText(self, _what: QAccessible.Text, _words: str) -> None:
        """Take no text: what a part says follows from what it is."""

    def offered(self) -> Mapping[QAccessible.InterfaceType, Interface]:
        """Give what else it can do beyond being described."""
        return {}

    def interface_cast(self, wanted: QAccessible.InterfaceType) -> Any:
        # PySide takes an address, and none, only as a VoidPtr: from an int or from None it makes a wild pointer.
        interface = self.offered().get(wanted) if self.isValid() else None
        address = 0 if interface is None else Shiboken.getCppPointer(interface)[0]
        return VoidPtr(address, _POINTER)  # type: ignore[call-arg]  # the stubs know no size


class PartActions(QAccessibleActionInterface):
    """The actions of an AccessibleItem, which lives as long as this."""

    def __init__(self, item: AccessibleItem) -> None:
        super().__init__()
        self._item = weakref.ref(item)

    def actionNames(self) -> list[str]:
        item = self._item()
        return [] if item is None else list(item.actions())

    def doAction(self, name: str) -> None:
        item = self._item()
        body_map = None if item is None else item.map
        if item is None or body_map is None or name not in item.actions():
            return
        if name == self.setFocusAction():
            body_map.setFocus(Qt.FocusReason.OtherFocusReason)
        item.do(name)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def localizedActionName(self, name: str) -> str:
        item = self._item()
        return "" if item is None else item.actions().get(name, "")

    def localizedActionDescription(self, name: str) -> str:
        return self.localizedActionName(name)


class PartGrade(QAccessibleValueInterface):
    """The grade of a mark as a value on its kind's scale."""

    def __init__(self, item: AccessibleItem) -> None:
        super().__init__()
        self._item = weakref.ref(item)

    def currentValue(self) -> Any:
        item = self._item()
        return None if item is None else item.grade()

    def setCurrentValue(self, value: Any) -> None:
        item = self._item()
        scale = None if item is None else item.scale()
        if item is not None and scale is not None and isinstance(value, int | float) and scale.holds(round(value)):
            item.set_grade(round(value))

    def minimumValue(self) -> Any:
        return 0

    def maximumValue(self) -> Any:
        item = self._item()
        scale = None if item is None else item.scale()
        return 0 if scale is None else scale.top

    def minimumStepSize(self) -> Any:
        return 1


class AccessibleItem(AccessiblePart):
    """An item of one of the map's lists, or of the map itself: named, placed, with actions, perhaps a grade."""

    def __init__(self, body_map: BodyMap, listed: AccessiblePart | None) -> None:
        super().__init__(body_map)
        self._list = listed
        self._actions = PartActions(self)

    def parent(self) -> Any:
        return super().parent() if self._list is None else self._list

    def offered(self) -> Mapping[QAccessible.InterfaceType, Interface]:
        return {QAccessible.InterfaceType.ActionInterface: self._actions}

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        body_map = self.map
        if body_map is None:
            return QRect()
        seen = self.bounds(body_map).intersected(QRectF(body_map.rect())).toAlignedRect()
        return QRect(body_map.mapToGlobal(QPoint(seen.x(), seen.y())), seen.size())

    def text(self, what: QAccessible.Text) -> str:
        body_map = self.map
        if body_map is None or not self.isValid():
            return ""
        if what is QAccessible.Text.Name:
            return self.name(body_map)
        return self.described(body_map) if what is QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        body_map = self.map
        if body_map is None or not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = self.is_selected(body_map)
        state.focused = bool(self.is_focused(body_map) and body_map.hasFocus())
        state.offscreen = self.rect().isEmpty()
        return state

    # What each kind of item knows

    def name(self, _body_map: BodyMap) -> str:
        """Give the words for it."""
        return ""

    def described(self, _body_map: BodyMap) -> str:
        """Give what else is to be said."""
        return ""

    def bounds(self, _body_map: BodyMap) -> QRectF:
        """Give where it lies, in the map's own pixels."""
        return QRectF()

    def is_selected(self, _body_map: BodyMap) -> bool:
        """Tell whether it is selected."""
        return False

    def is_focused(self, body_map: BodyMap) -> bool:
        """Tell whether it has the keyboard's attention within the map."""
        return self.is_selected(body_map)

    def actions(self) -> Mapping[str, str]:
        """Give what can be done with it: Qt's name of each action, and what the user reads."""
        return {}

    def do(self, _action: str) -> None:
        """Do one of the `actions`."""

    def scale(self) -> Scale | None:
        """Give the scale of its grade, if it has one that may be set."""
        return None

    def grade(self) -> int | None:
        """Give its grade."""
        return None

    def set_grade(self, _grade: int) -> None:
        """Ask for another grade, which is on the `scale`."""
