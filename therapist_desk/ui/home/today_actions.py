"""What can be done with a visit of Today."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.visit.visits import remove_visit
from therapist_desk.ui.home.board_reader import HomeContents
from therapist_desk.ui.planning.planned_dialog import PlannedDialog
from therapist_desk.ui.planning.starting import VisitStarter
from therapist_desk.ui.workplace import Workplace


class TodayActions(QObject):
    """Says `changed` with a sentence once a visit was moved or removed. Keys are those of the rows."""

    changed = Signal(str)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._contents: HomeContents | None = None
        self._starter = VisitStarter(workplace, page)
        self._starter.failed.connect(workplace.jobs.unhandled_problem)

    def take(self, contents: HomeContents) -> None:
        """Work on the visits of these contents from now on."""
        self._contents = contents

    @Slot(str)
    def go_to_visit(self, key: str) -> None:
        """Open a visit; a planned one begins."""
        visit = self._visit(key)
        if visit is not None and visit.status is VisitStatus.PLANNED:
            self._starter.start_planned(visit.id)
        else:
            self._workplace.navigator.open_visit(VisitId(key))

    @Slot(str)
    def open_chart(self, key: str) -> None:
        """Open the chart of a visit's client."""
        visit = self._visit(key)
        if visit is not None:
            self._workplace.navigator.open_chart(visit.client_id)

    @Slot(str, QPoint)
    def open_menu(self, key: str, place: QPoint) -> None:
        """Offer everything that can be done with a visit."""
        visit = self._visit(key)
        if visit is None:
            return
        menu = QMenu(self._page)
        menu.setObjectName("visit_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_planned = visit.status is VisitStatus.PLANNED
        begin = menu.addAction(self.tr("Start visit") if is_planned else self.tr("Open the visit"))
        begin.triggered.connect(partial(self.go_to_visit, key))
        chart = menu.addAction(self.tr("Open the chart"))
        chart.setShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Return))
        chart.setShortcutVisibleInContextMenu(True)
        chart.triggered.connect(partial(self.open_chart, key))
        if is_planned:
            self._add(menu, self.tr("Move or remove…")).triggered.connect(partial(self._open_planned, visit))
        elif self._is_empty(visit):
            self._add(menu, self.tr("Remove the empty visit")).triggered.connect(partial(self._remove, visit))
        menu.popup(place)

    def _add(self, menu: QMenu, words: str) -> QAction:
        menu.addSeparator()
        return menu.addAction(words)

    def _open_planned(self, visit: VisitSummary) -> None:
        dialog = PlannedDialog(self._workplace, visit, self._page)
        dialog.changed.connect(self.changed)
        dialog.open()

    def _remove(self, visit: VisitSummary) -> None:
        done = partial(self._tell_removed, visit)
        self._workplace.jobs.write(remove_visit, self._workplace.desk, visit.id, owner=self, done=done)

    def _tell_removed(self, visit: VisitSummary, _nothing: None) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.changed.emit(self.tr("Visit {n} removed").format(n=visit.number))

    def _is_empty(self, visit: VisitSummary) -> bool:
        file = self._contents.files.get(visit.id) if self._contents else None
        return file is not None and file.visit.empty and not file.visit.signed

    def _visit(self, key: str) -> VisitSummary | None:
        if self._contents is None:
            return None
        board = self._contents.board
        listed = (*board.unsigned, *board.in_session, *board.planned, *board.signed_today)
        return next((visit for visit in listed if visit.id == key), None)
