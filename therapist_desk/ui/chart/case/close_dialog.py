"""Ending the care for a case."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.case import Case
from therapist_desk.services.closing import close_case
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 520


class ReasonForm(Form):
    """Why the client is discharged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = self.tr("Goals met, moved away, sent back to the physician…")
        self._reason = self.line("reason", self.tr("Reason for the discharge"), hint=hint)
        self.place("reason")

    def reason(self) -> str:
        """What is typed; empty, and the reason at the field, where nothing is."""
        return self._reason.text().strip() if self.require("reason") else ""


class CloseDialog(FormDialog):
    """Says `closed` once the case is. `planned` is how many visits still planned go with it."""

    closed = Signal()
    form: ReasonForm

    def __init__(self, workplace: Workplace, case: Case, planned: int, parent: QWidget) -> None:
        super().__init__(self.tr("Close the case"), self.tr("Close case"), ReasonForm(), width=_WIDTH, parent=parent)
        self.setObjectName("close_dialog")
        self._workplace = workplace
        self._case = case
        words = [case.title]
        if planned == 1:
            words.append(self.tr("The visit still planned is removed."))
        elif planned:
            words.append(self.tr("The {n} visits still planned are removed.").format(n=planned))
        self.caption.setText("\n".join(words))
        self.caption.show()

    def hand_over(self) -> None:
        """Close nothing that nobody asked for: a reason half typed is no decision."""

    @Slot()
    def save(self) -> None:
        """Close the case."""
        reason = self.form.reason()
        if reason:
            self.begin_writing()
            self._workplace.jobs.write(
                close_case,
                self._workplace.desk,
                self._case.id,
                reason,
                owner=self,
                done=self._finish,
                failed=self.refuse,
            )

    def _finish(self, _case: Case) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.closed.emit()
        self.close_saved()
