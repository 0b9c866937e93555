"""Changing a part of a case, or opening a new one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.errors import ChangedElsewhereError, ExpectedError
from therapist_desk.services.cases import CaseFile, case_files, keep_new_case, save_case
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace


class CasePart(Protocol):
    """A form that changes a part of a case."""

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed; None, and the reason at the field, where something cannot be read."""
        ...


class RemovablePart(CasePart, Protocol):
    """A form for one thing of several, which can be taken away."""

    def without(self, case: Case) -> Case:
        """Give `case` without the thing."""
        ...


class CaseDialog(FormDialog):
    """Says `saved` with the case. With `is_new` the case is kept for the first time; `removes` can be taken away."""

    saved = Signal(object)  # Case

    def __init__(
        self,
        workplace: Workplace,
        title: str,
        case: Case,
        form: Form,
        part: CasePart,
        *,
        is_new: bool = False,
        removes: RemovablePart | None = None,
        width: int = 640,
        parent: QWidget,
    ) -> None:
        save_words = self.tr("Open case") if is_new else self.tr("Save")
        super().__init__(title, save_words, form, width=width, parent=parent)
        self.setObjectName("case_dialog")
        self._workplace = workplace
        self._case = case
        self._part = part
        self._is_new = is_new
        self._removes = removes
        if removes is not None:
            remove = Button(self.tr("Remove"), role=ButtonRole.DANGER, icon_name="trash")
            remove.setObjectName("remove_part")
            remove.clicked.connect(self._remove)
            self.add_aside(remove)

    @Slot()
    def save(self) -> None:
        """Keep the case with what is typed."""
        case = self._part.apply(self._case)
        if case is not None:
            self._keep(case)

    @Slot()
    def _remove(self) -> None:
        if self._removes is not None:
            self._keep(self._removes.without(self._case))

    def _keep(self, case: Case) -> None:
        self.begin_writing()
        work = keep_new_case if self._is_new else save_case
        self._workplace.jobs.write(
            work, self._workplace.desk, case, owner=self, done=self._finish, failed=self.refuse
        )

    def _finish(self, case: Case) -> None:
        self.saved.emit(case)
        self.close_saved()

    def refuse(self, error: ExpectedError) -> None:
        super().refuse(error)
        if isinstance(error, ChangedElsewhereError):
            self.say(self.tr("This case was changed in another window. Your words are kept: save again to use them."))
            self._workplace.jobs.read(
                case_files, self._workplace.desk, self._case.client_id, owner=self, done=self._take_current
            )

    def _take_current(self, files: tuple[CaseFile, ...]) -> None:
        self._case = next((file.case for file in files if file.case.id == self._case.id), self._case)
