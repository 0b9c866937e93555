"""The form that is open over a page, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.spelling.fields import check_texts
from therapist_desk.ui.workplace import Workplace


class OpenForm(QObject):
    """Opens a form with its spelling checked, and knows it until it is finished."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._dialog: FormDialog | None = None

    @property
    def is_open(self) -> bool:
        """Whether a form is open."""
        return self._dialog is not None

    def show(self, dialog: FormDialog) -> None:
        """Open a form."""
        self._dialog = dialog
        dialog.finished.connect(self._forget)
        check_texts(dialog, self._workplace)
        dialog.open()

    def lead_to(self, name: str) -> None:
        """Put the keyboard into a field of the form, if one is open; no name leaves it where the form begins."""
        if self._dialog is not None and name:
            self._dialog.form.lead_to(name)

    def hand_over(self) -> None:
        """Save a form that is complete before the page goes; safe to repeat."""
        if self._dialog is not None:
            self._dialog.hand_over()

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self._dialog:  # another may have been opened by what came of this one
            self._dialog = None
