"""The keys of the map: kinds, grades, walking, nudging, zooming."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from therapist_desk.body_map.hands.grade_typing import GradeTyping
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.findings.review import Verdict

if TYPE_CHECKING:
    from therapist_desk.body_map.hands.mark_walk import MarkWalk
    from therapist_desk.body_map.hands.referral_ends import ReferralEnds
    from therapist_desk.body_map.marking_map import MarkingMap

_NUDGE = 10  # tenths of a unit
_NUDGE_FAR = 100
_REGIONS_FAR = 3  # what goes from region to region
_PAN = 60  # pixels
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

    def __init__(
        self,
        body_map: MarkingMap,
        ends: ReferralEnds,
        walk: MarkWalk,
        give_up: Callable[[], bool],
        toggle_cross_hair: Callable[[], None],
    ) -> None:
        self._map = body_map
        self._ends = ends
        self._walk = walk
        self._toggle_cross_hair = toggle_cross_hair
        self._typing = GradeTyping()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._plain: dict[int, Callable[[], bool]] = {
            Qt.Key.Key_Delete: self._delete,
            Qt.Key.Key_Backspace: self._delete,
            Qt.Key.Key_Return: body_map.enter,
            Qt.Key.Key_Enter: body_map.enter,
            Qt.Key.Key_Escape: give_up,
            Qt.Key.Key_PageUp: partial(self._turn, -1),
            Qt.Key.Key_PageDown: partial(self._turn, 1),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        if event.modifiers() & _COMMANDS:
            return self._command(event)
        key = event.key()
        if key in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(key)]
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if self._ends.walk(dx, dy, _REGIONS_FAR if far else 1):
                return True
            return self._map.go(dx, dy, _NUDGE_FAR if far else _NUDGE)
        if key in self._plain:
            return self._plain[key]()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._character(event.text().upper(), shifted=shifted)

    def _delete(self) -> bool:
        return self._ends.remove() or self._map.delete_selected()

    def _turn(self, step: int) -> bool:
        views = list(View)
        self._map.set_view(views[(views.index(self._map.view) + step) % len(views)])
        return True

    def _command(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._map.choose_several(drawn.mark.id for drawn in self._map.drawn_marks())
            return True
        if event.modifiers() & _COMMANDS != Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_Space:
            return self._walk.toggle()
        if event.key() in _ARROWS:
            dx, dy = _ARROWS[Qt.Key(event.key())]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return self._map.spread(dx, dy)
            self._map.pan_by(-dx * _PAN, -dy * _PAN, moving=True)
            return True
        return event.key() == Qt.Key.Key_M and self._map.mirror_selected()

    def _character(self, text: str, *, shifted: bool) -> bool:
        # While a ghost is selected its letters come before the kinds that use the same, unless with Shift.
        if self._map.selected_ghost and not shifted and text in set(Verdict):
            return self._map.review_selected(Verdict(text))
        if text in {"+", "="}:
            self._map.zoom_in()
        elif text == "-":
            self._map.zoom_out()
        elif text.isdecimal() and text.isascii():
            self._digit(int(text))
        elif text == "V":
            self._map.set_kind(None)
        elif text == "K":
            self._toggle_cross_hair()
        elif text == "R":
            self._map.set_whole_regions(whole=not self._map.whole_regions)
        elif text in set(MarkKind):
            self._map.set_kind(MarkKind(text))
        else:
            return False
        return True

    def _digit(self, digit: int) -> None:
        if len(self._map.selection) > 1:
            self._grade_all(digit)
            return
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

    def _grade_all(self, digit: int) -> None:
        chosen = [mark for mark in self._map.marks if mark.id in self._map.selection and mark.scale is not None]
        if self._map.read_only or not chosen:
            return
        widest = max((mark.scale for mark in chosen if mark.scale is not None), key=lambda scale: scale.top)
        together = " ".join(mark.id for mark in chosen)
        grade = self._typing.typed(together, digit, widest, self._clock.elapsed())
        # A grade that no scale has is asked for all the same: whoever grades says what did not fit.
        self._map.marks_graded.emit(tuple(mark.id for mark in chosen), digit if grade is None else grade)
