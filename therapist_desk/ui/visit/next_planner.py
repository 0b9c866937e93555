"""The next visit, planned or moved without leaving this one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.visit import VisitSummary
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.workplace import Workplace


class NextPlanner(QObject):
    """Opens the window for the next visit; what was planned is read back into the session."""

    def __init__(self, workplace: Workplace, session: VisitSession, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._session = session
        self._page = page

    @Slot()
    def open(self) -> None:
        """Plan the next visit; where one is planned already, offer to move it."""
        self._session.flush()
        client_id = self._session.visit.client_id
        if self._session.file.upcoming is None:
            from therapist_desk.ui.planning.plan_dialog import PlanDialog  # noqa: PLC0415 - seldom needed here

            dialog = PlanDialog(self._workplace, self._page, client_id)
            dialog.planned.connect(self._session.open_again)
            dialog.open()
        else:
            self._workplace.jobs.read(client_visits, self._workplace.desk, client_id, owner=self, done=self._move)

    def _move(self, known: tuple[VisitSummary, ...]) -> None:
        from therapist_desk.ui.planning.planned_dialog import PlannedDialog  # noqa: PLC0415 - seldom needed here

        upcoming = self._session.file.upcoming
        found = next((each for each in known if upcoming is not None and each.id == upcoming.id), None)
        if found is not None:
            dialog = PlannedDialog(self._workplace, found, self._page)
            dialog.changed.connect(self._session.open_again)
            dialog.open()
