"""Taking or changing a client's health history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import ChangedElsewhereError, ExpectedError
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.services.health import read_background, take_history
from therapist_desk.ui.health.history_form import HistoryForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 760


class HistoryDialog(FormDialog):
    """Says `taken` with the version kept. A refused save keeps every answer."""

    taken = Signal(object)  # HealthHistory
    form: HistoryForm

    def __init__(self, workplace: Workplace, client: Client, history: HealthHistory | None, parent: QWidget) -> None:
        today = workplace.desk.today()
        form = HistoryForm(workplace.checklist, workplace.atlas, client.details.figure, today.year)
        super().__init__(self.tr("Health history"), self.tr("Save"), form, width=_WIDTH, parent=parent)
        self.setObjectName("history_dialog")
        self._workplace = workplace
        self._client_id = client.id
        self._seen = 0 if history is None else history.version
        form.show_history(history)
        form.focus_first_question()

    @Slot()
    def save(self) -> None:
        """Keep the answers as the next version."""
        if not self.form.readable():
            return
        self.begin_writing()
        work = partial(
            take_history,
            self._workplace.desk,
            self._client_id,
            self.form.answers(),
            self.form.items(),
            seen=self._seen,
        )
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self.refuse)

    def refuse(self, error: ExpectedError) -> None:
        super().refuse(error)
        if isinstance(error, ChangedElsewhereError):
            self.say(self.tr("This history was changed in another window. Your answers are kept: save again."))
            self._workplace.jobs.read(
                read_background, self._workplace.desk, self._client_id, owner=self, done=self._take_current
            )

    def _take_current(self, background: Background) -> None:
        self._seen = background.version

    def _finish(self, history: HealthHistory) -> None:
        self.taken.emit(history)
        self.close_saved()
