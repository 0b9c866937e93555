"""The passphrase that signs, with whose it is and what is wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.people import Therapist
from therapist_desk.ui.kit import CapsLockHint, Field, PassphraseEdit


class PassphraseLine(QWidget):
    """Asks the signing therapist's passphrase; the field says whose it is."""

    def __init__(self, therapist: Therapist, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PassphraseEdit()
        self.edit.setObjectName("passphrase")
        self._field = Field(self.tr("Passphrase of {name}").format(name=therapist.signature_name), self.edit)
        self._field.set_aside(self.tr("license {licence}").format(licence=therapist.licence))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._field)
        column.addWidget(CapsLockHint(self.edit))

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong, and let it be typed again."""
        self._field.set_problem(sentence)
        self.edit.selectAll()
        self.edit.setFocus()
