"""The keys of the map: kinds, grades, walking, nudging, zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from therapist_desk.body_map.grade_typing import GradeTyping
from therapist_desk.domain.mark import MarkKind
from therapist_desk.domain.review import Verdict

if TYPE_CHECKING:
    from therapist_desk.body_map.widget import BodyMap

_NUDGE = 10  # tenths of a unit
_NUDGE_FAR = 100
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class MapKeys:
    """Turns key presses into what the map is asked to do."""

    def __init__(self, body_map: BodyMap) -> None:
        self._map = body_map
        self._typing = GradeTyping()
        self._clock = QElapsedTimer()
        self._clock.start()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        if event.modifiers() & _COMMANDS:
            return self._command(event)
        key = event.key()
        if key in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(key)]
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return self._map.go(dx, dy, _NUDGE_FAR if far else _NUDGE)
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            return self._map.delete_selected()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._map.enter()
        if key == Qt.Key.Key_Escape:
            return self._map.give_up()
        return self._character(event.text().upper())

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._map.choose_several(drawn.mark.id for drawn in self._map.drawn_marks())
            return True
        only_control = event.modifiers() & _COMMANDS == Qt.KeyboardModifier.ControlModifier
        return only_control and event.key() == Qt.Key.Key_M and self._map.mirror_selected()

    def _character(self, text: str) -> bool:
        # While a ghost is selected its letters come before the kinds that use the same.
        if self._map.selected_ghost and text in set(Verdict):
            return self._map.review_selected(Verdict(text))
        if text in {"+", "="}:
            self._map.zoom_in()
        elif text == "-":
            self._map.zoom_out()
        elif text.isdecimal() and text.isascii():
            self._digit(int(text))
        elif text == "V":
            self._map.set_kind(None)
        elif text == "R":
            self._map.set_whole_regions(whole=not self._map.whole_regions)
        elif text in set(MarkKind):
            self._map.set_kind(MarkKind(text))
        else:
            return False
        return True

    def _digit(self, digit: int) -> None:
        mark = self._map.selected_mark()
        if mark is None:
            if digit == 0:
                self._map.show_whole()
            return
        if self._map.read_only:
            return
        grade = None
        if mark.scale is not None:
            grade = self._typing.typed(mark.id, digit, mark.scale, self._clock.elapsed())
        if grade is None:
            self._map.grade_refused.emit(mark.id, digit)
        else:
            self._map.grade_typed.emit(mark.id, grade)
