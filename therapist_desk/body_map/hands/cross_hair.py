"""A pointer that the arrow keys move: what it presses, drags and lets go, the map takes as the mouse's doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPen

from therapist_desk.body_map.hands.pointer import MapPointer

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_STEP: Final = 3.0  # pixels
_STEP_FAR: Final = 24.0
_MARGIN: Final = 12.0
_REACH: Final = 11.0
_GAP: Final = 3.0
_INK: Final = QColor("#0B4F52")  # in light and dark: it stands on the figure, in a white casing
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class CrossHair:
    """Stands at a pixel of the map while it is shown.

    Enter clicks; Space presses and holds, so that the arrow keys draw, and lets go. While it holds, every other
    key waits: the picture must not turn under what is being drawn.
    """

    def __init__(self, body_map: MarkingMap, pointer: MapPointer) -> None:
        self._map = body_map
        self._pointer = pointer
        self._at: QPointF | None = None
        self._holds = False
        body_map.view_changed.connect(self._let_go)

    @property
    def shown(self) -> bool:
        """Whether the arrow keys move it."""
        return self._at is not None

    @property
    def holds(self) -> bool:
        """Whether it presses, as a mouse's button held down."""
        return self._holds

    def show(self, at: QPointF) -> None:
        """Stand at `at`."""
        self._go_to(at)
        self._tell(QCoreApplication.translate("BodyMap", "Cross-hair"))

    def put_away(self) -> bool:
        """Be gone, and leave undone what it was drawing; tell whether it was there."""
        if self._at is None:
            return False
        self._let_go()
        self._pointer.leave()
        self._map.repaint_rects([self.bounds])
        self._at = None
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks of it; tell whether it asked for anything."""
        if self._at is None:
            return False
        key, far = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return self._holds
        if key in _ARROWS:
            way = _ARROWS[Qt.Key(key)]
            self.move(way.x(), way.y(), far=far)
        elif key == Qt.Key.Key_Space or (key in _ENTER and self._holds):
            if not event.isAutoRepeat():
                self.toggle_hold()
        elif key in _ENTER:
            self.click(adding=far)
        elif key == Qt.Key.Key_Escape and self._holds:
            self._let_go()
        else:
            return self._holds
        return True

    def click(self, *, adding: bool = False) -> None:
        """Click where it stands; `adding` as with Shift."""
        if self._at is not None:
            self._pointer.press(self._at, Qt.MouseButton.LeftButton, adding=adding)
            self._pointer.release(self._at)

    def toggle_hold(self) -> None:
        """Press and hold, so that moving draws; or let go."""
        if self._at is None:
            return
        self._holds = not self._holds
        self._map.repaint_rects([self.bounds])
        if self._holds:
            self._pointer.press(self._at, Qt.MouseButton.LeftButton)
            self._tell(QCoreApplication.translate("BodyMap", "Pressed; arrow keys draw, Space lets go"))
        else:
            self._pointer.release(self._at)

    def move(self, dx: float, dy: float, *, far: bool = False) -> None:
        """Go a step; at the edge of the window the picture moves instead."""
        if self._at is None:
            return
        wanted = self._at + QPointF(dx, dy) * (_STEP_FAR if far else _STEP)
        seen = self._map.rect().toRectF().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        kept = QPointF(
            min(max(wanted.x(), seen.left()), seen.right()), min(max(wanted.y(), seen.top()), seen.bottom())
        )
        beyond = wanted - kept
        if not self._holds and not beyond.isNull():
            self._map.pan_by(-beyond.x(), -beyond.y(), moving=True)
        self._go_to(kept)
        if not self._holds:
            self._tell("")

    @property
    def place(self) -> str:
        """What lies under it, in words; empty while it is away."""
        if self._at is None:
            return ""
        region = self._map.figure_view.region_at(self._map.to_point(self._at), reach=0)
        return QCoreApplication.translate("BodyMap", "beside the body") if region is None else region.ref.words

    @property
    def bounds(self) -> QRect:
        """Where it stands, in the map's own pixels; empty while it is away."""
        if self._at is None:
            return QRect()
        reach = _REACH + 3
        return QRect(round(self._at.x() - reach), round(self._at.y() - reach), round(2 * reach), round(2 * reach))

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it as far as it touches `rect`."""
        if self._at is None or not self.bounds.intersects(rect):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(Qt.GlobalColor.white), 4.5), QPen(_INK, 1.8)):
            painter.setPen(pen)
            for way in _ARROWS.values():
                painter.drawLine(self._at + way * _GAP, self._at + way * _REACH)
            if self._holds:
                painter.drawEllipse(self._at, _GAP + 3, _GAP + 3)

    # Own

    def _go_to(self, at: QPointF) -> None:
        stale = self.bounds
        self._at = at
        self._map.repaint_rects([stale, self.bounds])
        self._pointer.move(at)

    @Slot()
    def _let_go(self) -> None:
        if self._holds:
            self._holds = False
            self._pointer.cancel()
            self._map.repaint_rects([self.bounds])

    def _tell(self, words: str) -> None:
        """Let a screen reader say `words` and the region under it."""
        place = self.place
        said = f"{words}, {place}" if words else place
        if said != self._map.accessibleDescription():
            self._map.setAccessibleDescription(said)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._map, said))
