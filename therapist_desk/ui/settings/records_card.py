"""Signed records: a door to reading all of them again."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.settings.records_dialog import RecordsDialog
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace


class RecordsCard(Card):
    """Beside the safe copies, which help where a record does not hold."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        words = self.tr(
            "Each signed note, addendum and discharge is sealed together with the one before it. The last one is "
            "compared whenever the charts open; this reads all of them again and says whether each is as it was "
            "signed."
        )
        self.check = Button(self.tr("Check all signed records…"), icon_name="shield")
        self.check.setObjectName("check_records")
        self.body.addWidget(CardHeader(self.tr("Signed records")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addLayout(row(self.check, None))
        self.check.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        RecordsDialog(self._workplace, self).open()
