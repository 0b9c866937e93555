"""Reads the sessions under way and gives them to the watch."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from therapist_desk.services.visit.sessions import RunningVisit, running_visits
from therapist_desk.ui.shell.session import Session
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.workplace import Workplace


class SessionsReader(QObject):
    """Asked whenever a timer may have changed."""

    def __init__(self, workplace: Workplace, watch: SessionWatch) -> None:
        super().__init__(watch)
        self._workplace = workplace
        self._watch = watch

    @Slot()
    def read(self) -> None:
        """Read them again, after what is being written."""
        self._workplace.jobs.write(running_visits, self._workplace.desk, owner=self, done=self._take)

    def _take(self, found: tuple[RunningVisit, ...]) -> None:
        self._watch.watch([as_session(running) for running in found])


def as_session(running: RunningVisit) -> Session:
    """Give what the shell needs of a visit under way."""
    visit = running.visit
    return Session(
        visit_id=visit.id,
        planned_minutes=visit.planned_minutes,
        events=visit.events,
        client_name=running.client.details.name,
    )
