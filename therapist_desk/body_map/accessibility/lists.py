"""The map's lists for screen readers: what is marked, what the last visit found, and the regions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from therapist_desk.body_map.accessibility.part import AccessibleItem, AccessiblePart
from therapist_desk.body_map.widget import BodyMap

Keys: TypeAlias = Callable[[BodyMap], Sequence[Hashable]]
MakeItem: TypeAlias = Callable[[BodyMap, AccessiblePart, Any], AccessibleItem]


class AccessibleList(AccessiblePart):
    """Items by what they stand for, so that an item never comes to mean another thing under a screen reader."""

    def __init__(self, body_map: BodyMap, name: str, keys: Keys, make: MakeItem) -> None:
        super().__init__(body_map)
        self._name = name
        self._keys = keys
        self._make = make
        self._items: dict[Hashable, AccessibleItem] = {}

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def rect(self) -> QRect:
        body_map = self.map
        return QRect() if body_map is None else QRect(body_map.mapToGlobal(QPoint(0, 0)), body_map.size())

    def text(self, what: QAccessible.Text) -> str:
        return self._name if what is QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invalid = not self.isValid()
        return state

    def childCount(self) -> int:
        return len(self.keys())

    def child(self, index: int) -> Any:
        keys = self.keys()
        return self.item(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index, key in enumerate(self.keys()) if self._items.get(key) is child), -1)

    def keys(self) -> Sequence[Hashable]:
        """Give what the view shown has items for, in order."""
        body_map = self.map
        return () if body_map is None else self._keys(body_map)

    def item(self, key: Hashable) -> Any:
        """Give the item of one key, the same each time; None once the map is gone."""
        body_map = self.map
        if key not in self._items and body_map is not None:
            item = self._items[key] = self._make(body_map, self, key)
            QAccessible.registerAccessibleInterface(item)
        return self._items.get(key)

    def known(self, key: Hashable) -> AccessibleItem | None:
        """Give the item of one key if anybody has asked for it."""
        return self._items.get(key)
