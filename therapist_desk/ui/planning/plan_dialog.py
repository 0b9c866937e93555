"""Planning a visit."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.visit import Visit
from therapist_desk.services.cases import CaseFile, case_files
from therapist_desk.services.clients import find_clients
from therapist_desk.services.visits import plan_visit
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.planning.plan_form import PlanForm
from therapist_desk.ui.workplace import Workplace

_MOST_CLIENTS: Final = 5000
_WIDTH: Final = 520


class PlanDialog(FormDialog):
    """Says `planned` with the visit once it is in the store. `client_id` is who is asked for first."""

    planned = Signal(object)  # Visit
    form: PlanForm

    def __init__(self, workplace: Workplace, parent: QWidget, client_id: ClientId | None = None) -> None:
        form = PlanForm(workplace.desk.clock.now(), client_id)
        super().__init__(self.tr("Plan a visit"), self.tr("Plan visit"), form, width=_WIDTH, parent=parent)
        self.setObjectName("plan_dialog")
        self._workplace = workplace
        form.client.currentIndexChanged.connect(self._read_cases)
        work = partial(find_clients, workplace.desk, "", limit=_MOST_CLIENTS)
        workplace.jobs.read(work, owner=self, done=form.show_clients)

    @Slot()
    def _read_cases(self) -> None:
        client_id = self.form.client_id()
        if client_id is not None:
            done = partial(self._show_cases, client_id)
            self._workplace.jobs.read(case_files, self._workplace.desk, client_id, owner=self, done=done)

    def _show_cases(self, asked: ClientId, files: tuple[CaseFile, ...]) -> None:
        if asked == self.form.client_id():
            self.form.show_cases(files)

    @Slot()
    def save(self) -> None:
        """Put the visit into the calendar."""
        moment, case_id = self.form.moment(), self.form.case_id()
        if moment is None or case_id is None:
            return
        self.begin_writing()
        self._workplace.jobs.write(
            plan_visit,
            self._workplace.desk,
            case_id,
            moment,
            self.form.minutes(),
            owner=self,
            done=self._finish,
            failed=self.refuse,
        )

    def _finish(self, visit: Visit) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.planned.emit(visit)
        self.close_saved()
