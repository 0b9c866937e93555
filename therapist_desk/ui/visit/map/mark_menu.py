"""The map's menu, by the right button, a pen's or the menu key: what keys do with the marks that are selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desk.body_map.widget import BodyMap
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.mark_editor import MarkEditor

_BESIDE = 8  # pixels below the mark at which the menu key opens it


class MarkMenu(QObject):
    """Opens where the hand is. A mark under the pointer that is not among those selected is selected first."""

    def __init__(
        self, body_map: BodyMap, editor: MarkEditor, open_mark: Callable[[str], None], find: Callable[[], None]
    ) -> None:
        super().__init__(body_map)
        self._map = body_map
        self._editor = editor
        self._open_mark = open_mark
        self._find = find
        body_map.menu_wanted.connect(self.open)

    @Slot(QPoint, bool)
    def open(self, at: QPoint, pointed: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Open at a pixel of the map, or below the mark selected where the hand points at nothing."""
        if self._map.read_only:
            return
        if pointed:
            self._choose_under(at)
        elif self._map.selected:
            at = self._map.mark_screen_rect(self._map.selected).center() + QPoint(0, _BESIDE)
        self.menu().popup(self._map.mapToGlobal(at))

    def menu(self) -> QMenu:
        """Make the menu for what is selected now. What follows a tab in an entry is its key."""
        menu = QMenu(self._map)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("mark_menu")
        count = len(self._map.selection)
        if count == 1:
            self._add(menu, self.tr("Open…"), _key(Qt.Key.Key_Return), self._open)
        if count > 1:
            menu.addMenu(self._grades(menu))
        if count:
            mirror = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_M)
            self._add(menu, self.tr("Copy to the other side"), mirror, self._mirror)
            delete = self.tr("Delete") if count == 1 else self.tr("Delete {count} marks").format(count=count)
            self._add(menu, delete, _key(Qt.Key.Key_Delete), self._delete)
            menu.addSeparator()
        every = self._add(menu, self.tr("Select all in this view"), QKeySequence.StandardKey.SelectAll, self._all)
        every.setEnabled(bool(self._map.drawn_marks()))
        self._add(menu, self.tr("Find a region…"), _key(Qt.Key.Key_Slash), self._find)
        return menu

    def _grades(self, parent: QWidget) -> QMenu:
        before = self._editor.grading is Grading.BEFORE
        menu = QMenu(self.tr("Grade before treatment") if before else self.tr("Grade after treatment"), parent)
        menu.setObjectName("mark_menu_grades")
        tops = [mark.scale.top for mark in self._selected() if mark.scale is not None]
        menu.setEnabled(bool(tops))
        for grade in range(max(tops, default=-1) + 1):
            menu.addAction(str(grade)).setData(grade)
        menu.triggered.connect(self._grade)
        return menu

    def _add(
        self,
        menu: QMenu,
        words: str,
        keys: QKeySequence | QKeySequence.StandardKey,
        slot: Callable[[], object],
    ) -> QAction:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{words}\t{shown}")
        action.triggered.connect(slot)
        return action

    def _selected(self) -> list[Mark]:
        return [mark for mark in self._map.marks if mark.id in self._map.selection]

    def _choose_under(self, at: QPoint) -> None:
        mark = self._map.mark_at(at.toPointF())
        if mark is None:
            self._map.choose("")
        elif mark.id not in self._map.selection:
            self._map.choose(mark.id)

    @Slot()
    def _open(self) -> None:
        self._open_mark(self._map.selected)

    @Slot()
    def _mirror(self) -> None:
        self._map.mirror_selected()

    @Slot()
    def _delete(self) -> None:
        self._map.delete_selected()

    @Slot()
    def _all(self) -> None:
        self._map.choose_several(drawn.mark.id for drawn in self._map.drawn_marks())

    @Slot(QAction)
    def _grade(self, action: QAction) -> None:
        self._editor.grade_all(self._map.selection, action.data())


def _key(key: Qt.Key) -> QKeySequence:
    return QKeySequence(key)
