"""Keeps the index of words level with the charts while somebody is about to search."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desk.services.searching import index_changes
from therapist_desk.ui.workplace import Workplace


class IndexKeeper(QObject):
    """Reads what changed into the index, a handful at a time between other writing, until nothing waits."""

    caught_up = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._busy = False

    @Slot()
    def catch_up(self) -> None:
        """Begin, unless it is under way; says `caught_up` at the end."""
        if not self._busy:
            self._busy = True
            self._read_some()

    def _read_some(self) -> None:
        self._workplace.jobs.write(index_changes, self._workplace.desk, owner=self, done=self._go_on)

    def _go_on(self, waiting: int) -> None:
        if waiting:
            self._read_some()
        else:
            self._busy = False
            self.caught_up.emit()
