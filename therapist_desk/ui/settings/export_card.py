"""All charts in files that other programs read: the charts are the therapist's own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.exporting.export_dialog import ExportDialog
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace


class ExportCard(Card):
    """One client is exported from their chart."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        words = self.tr(
            "All clients, visits and signed notes in open formats, for another program or a spreadsheet. They leave "
            "without encryption; a safe copy is the better backup. One client is exported from the chart's menu."
        )
        self.export = Button(self.tr("Export all charts…"), icon_name="arrow")
        self.export.setObjectName("export_all")
        self.body.addWidget(CardHeader(self.tr("Export")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addLayout(row(self.export, None))
        self.export.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        ExportDialog(self._workplace, None, self).open()
