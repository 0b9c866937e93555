"""Choosing on the map: one mark, several, or a ghost of the last visit; and saying in words which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.canvas import MapCanvas
from therapist_desk.body_map.marks.grade_tags import grade_text
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.carry import is_approximate
from therapist_desk.domain.findings.mark import Mark


def plain_words(mark: Mark) -> str:
    """Give a mark's regions and grades: what is said until `set_describe` names the kind as well."""
    regions = ", ".join(region.words for region in mark.regions)
    return f"{regions} {grade_text(mark)}".strip()


class Spoken(Protocol):
    """How a map presents itself to screen readers, once one has asked."""

    def focusChild(self) -> Any:
        """Give the part that has the keyboard's attention, or None."""

    def tell_renamed(self, mark_ids: set[str]) -> None:
        """Say that other words describe these marks now."""

    def tell_cross_hair(self) -> None:
        """Say that the cross-hair has come, or is away."""

    def tell_of_new_parts(self) -> None:
        """Say that the map has other parts now."""


class SelectingMap(MapCanvas):
    """Shows marks and lets them be chosen; `select` is for whoever embeds it, `choose` for the user."""

    mark_selected = Signal(str)
    """The id of the mark that the user selected, or an empty text."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(atlas, parent)
        self._describe: Callable[[Mark], str] = plain_words
        self._describe_ghost: Callable[[Mark], str] = self.last_visit_words
        self.accessible: Spoken | None = None
        self.view_changed.connect(self._tell_of_new_parts)

    def selected_mark(self) -> Mark | None:
        """Give the selected mark, where it is the only one."""
        selected = self.selected
        return next((mark for mark in self.marks if mark.id == selected), None) if selected else None

    def set_describe(self, describe: Callable[[Mark], str], ghost: Callable[[Mark], str] | None = None) -> None:
        """Choose the words for a mark, and for a ghost, that a screen reader says."""
        self._describe = describe
        self._describe_ghost = ghost or self.last_visit_words

    def words_of(self, mark: Mark) -> str:
        """Give a mark in words, and that its place is approximate where it was made on another figure."""
        return self._with_approximate(self._describe(mark), mark)

    def ghost_words(self, ghost: Mark) -> str:
        """Give a finding of the last visit in words."""
        return self._describe_ghost(ghost)

    def last_visit_words(self, ghost: Mark) -> str:
        """Give what the last visit said of a ghost: "right rhomboids, last visit 4→2"."""
        place = ", ".join(region.words for region in ghost.regions)
        words = QCoreApplication.translate("BodyMap", "{place}, last visit {grade}")
        return self._with_approximate(words.format(place=place, grade=grade_text(ghost)).strip(" ,"), ghost)

    def place_words(self, mark: Mark) -> str:
        """Give what is said at a mark of today that is pointed at; nothing where its place is exact."""
        if not is_approximate(mark, self.figure_view):
            return ""
        return self._with_approximate(", ".join(region.words for region in mark.regions), mark)

    def _with_approximate(self, words: str, mark: Mark) -> str:
        if not is_approximate(mark, self.figure_view):
            return words
        said = QCoreApplication.translate("BodyMap", "{mark}; marked on another figure, place approximate")
        return said.format(mark=words)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        former = self.marks
        super().set_marks(marks)
        if self.accessible is not None and QAccessible.isActive():
            before = {mark.id: mark for mark in former}
            parts = [(mark.id, mark.refers_to) for mark in self.marks]
            if parts == [(mark.id, mark.refers_to) for mark in former]:
                self.accessible.tell_renamed({mark.id for mark in self.marks if before[mark.id] != mark})
            else:
                self.accessible.tell_of_new_parts()

    def set_ghosts(self, ghosts: Sequence[Mark]) -> None:
        super().set_ghosts(ghosts)
        self._tell_of_new_parts()

    def select(self, mark_id: str) -> None:
        super().select(mark_id)
        mark = self.selected_mark()
        self.setAccessibleDescription("" if mark is None else self.words_of(mark))
        self.tell_focus()

    def tell_focus(self) -> None:
        """Let a screen reader follow to the part that the keyboard has come to."""
        if self.accessible is not None and QAccessible.isActive():
            part = self.accessible.focusChild()
            if part is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))

    def choose(self, mark_id: str) -> None:
        """Select a mark for the user, or none, and say so."""
        if not mark_id:
            self.select_ghost("")
        if mark_id != self.selected or len(self.selection) > 1:
            self.select(mark_id)
            self.mark_selected.emit(mark_id)

    def choose_several(self, mark_ids: Iterable[str]) -> None:
        """Select these marks for the user; one alone is selected as by a click."""
        ids = tuple(mark_ids)
        if len(ids) <= 1:
            self.choose(ids[0] if ids else "")
            return
        self.select_ghost("")
        self.select_several(ids)
        self.mark_selected.emit("")

    def choose_also(self, mark_id: str) -> None:
        """Add a mark to those selected, or take it out."""
        others = tuple(other for other in self.selection if other != mark_id)
        self.choose_several(others if mark_id in self.selection else (*others, mark_id))

    def choose_ghost(self, ghost_id: str) -> None:
        """Select a ghost for the user, or none."""
        if self.selection:
            self.choose("")
        self.select_ghost(ghost_id)
        ghost = next((ghost for ghost in self.ghosts if ghost.id == ghost_id), None)
        self.setAccessibleDescription("" if ghost is None else self.ghost_words(ghost))
        self.tell_focus()

    # Own

    @Slot()
    def _tell_of_new_parts(self) -> None:
        if self.accessible is not None and QAccessible.isActive():
            self.accessible.tell_of_new_parts()
