"""What a drag does, from the first move that is far enough until it is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap


class Gesture(Protocol):
    """Follows the pointer, in the map's own pixels, and draws what is not yet done."""

    def move(self, at: QPointF) -> None:
        """Go on to `at`."""

    def drop(self, at: QPointF) -> None:
        """End at `at` and ask for what was meant."""

    def give_up(self) -> None:
        """End and leave everything as it was."""

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it as far as it touches `rect`."""


class Pan:
    """Moves the picture."""

    def __init__(self, body_map: MarkingMap, begun: QPointF) -> None:
        self._map = body_map
        self._last = begun
        body_map.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF) -> None:
        moved = at - self._last
        self._last = at
        self._map.pan_by(moved.x(), moved.y(), moving=True)

    def drop(self, _at: QPointF) -> None:
        self._map.come_to_rest()

    def give_up(self) -> None:
        self._map.come_to_rest()

    def draw(self, _painter: QPainter, _rect: QRect) -> None:
        """Draw nothing: the picture itself has moved."""
