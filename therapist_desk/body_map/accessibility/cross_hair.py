"""The cross-hair for screen readers: brought, moved, pressed and put away by its actions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from therapist_desk.body_map.accessibility.part import AccessibleItem
from therapist_desk.body_map.widget import BodyMap

_TOGGLE: Final = QAccessibleActionInterface.toggleAction()
_PRESS: Final = QAccessibleActionInterface.pressAction()
_HOLD: Final = "Hold"
_WAYS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
)
_STEPS: Final = MappingProxyType(
    {
        f"{name} {way}": (*step, far)
        for name, far in (("Move", False), ("Move far", True))
        for way, step in _WAYS.items()
    }
)


class AccessibleCrossHair(AccessibleItem):
    """A box to check that brings it; then it says what lies under it, clicks, and draws while it is held."""

    def __init__(self, body_map: BodyMap) -> None:
        super().__init__(body_map, None)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.CheckBox

    def name(self, _body_map: BodyMap) -> str:
        return _tr("Cross-hair")

    def described(self, body_map: BodyMap) -> str:
        return body_map.cross_hair.place

    def bounds(self, body_map: BodyMap) -> QRectF:
        return QRectF(body_map.cross_hair.bounds if body_map.cross_hair.shown else body_map.rect())

    def state(self) -> QAccessible.State:
        state, body_map = super().state(), self.map
        state.selectable = state.focusable = False
        if body_map is not None:
            state.checkable = True
            state.checked = body_map.cross_hair.shown
            state.pressed = body_map.cross_hair.holds
        return state

    def actions(self) -> Mapping[str, str]:
        body_map = self.map
        if body_map is None:
            return {}
        if not body_map.cross_hair.shown:
            return {_TOGGLE: _tr("Bring")}
        hold = _tr("Let go") if body_map.cross_hair.holds else _tr("Press and hold, to draw")
        return {_TOGGLE: _tr("Put away"), _PRESS: _tr("Click"), _HOLD: hold, **_step_words()}

    def do(self, action: str) -> None:
        body_map = self.map
        if body_map is None:
            return
        if action == _TOGGLE:
            body_map.toggle_cross_hair()
        elif action == _PRESS:
            body_map.cross_hair.click()
        elif action == _HOLD:
            body_map.cross_hair.toggle_hold()
        else:
            dx, dy, far = _STEPS[action]
            body_map.cross_hair.move(dx, dy, far=far)


def _step_words() -> Mapping[str, str]:
    words = (
        _tr("Move up"),
        _tr("Move down"),
        _tr("Move left"),
        _tr("Move right"),
        _tr("Move far up"),
        _tr("Move far down"),
        _tr("Move far left"),
        _tr("Move far right"),
    )
    return dict(zip(_STEPS, words, strict=True))


def _tr(words: str) -> str:
    return QCoreApplication.translate("BodyMap", words)
