"""What an export holds, as what, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from therapist_desk.domain.ids import ClientId
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space

_ZIP, _FOLDER = "zip", "folder"
_INDENT: Final = 26
_LABEL: Final = 76


class ChoiceForm(QWidget):
    """Everything is chosen at first. `changed` says that something was ticked; `folder_wanted` asks for another."""

    changed = Signal()
    folder_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._fhir = self._box("fhir", self.tr("For another program: a FHIR R4B bundle"))
        self._tables = self._box("tables", self.tr("For a spreadsheet: tables as CSV and JSON"))
        self._notes = self._box("notes", self.tr("Signed notes and discharge summaries as PDF files"))
        self._papers = self._box("papers", self.tr("Scanned orders, as they were attached"))
        self._form = ToggleGroup(
            [(_ZIP, self.tr("One ZIP file")), (_FOLDER, self.tr("A folder"))],
            value=_ZIP,
            height=Height.CONTROL,
            name=self.tr("Written as"),
        )
        self._form.setObjectName("form")
        self._where = ElidedLabel(str(folder), Text.BODY)
        self._where.setObjectName("export_folder")
        self._choose = Button(self.tr("Choose folder…"), icon_name="stack")
        self._choose.setObjectName("choose_folder")
        self._choose.clicked.connect(self.folder_wanted)
        self._lay_out()

    def choice(self, client_id: ClientId | None) -> Choice:
        """What is chosen."""
        return Choice(
            client_id=client_id,
            fhir=self._fhir.isChecked(),
            tables=self._tables.isChecked(),
            notes=self._notes.isChecked(),
            papers=self._papers.isChecked(),
            zipped=self._form.value() == _ZIP,
        )

    def anything(self) -> bool:
        """Whether anything is ticked."""
        return any(box.isChecked() for box in (self._fhir, self._tables, self._notes, self._papers))

    def show_folder(self, folder: Path) -> None:
        """Write into another folder."""
        self.folder = folder
        self._where.setText(str(folder))

    def _box(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.setChecked(True)
        box.toggled.connect(self.changed)
        return box

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.GRID)
        page.addWidget(Label(self.tr("What is inside"), Text.SECONDARY_STRONG))
        told = (
            (self._fhir, self.tr("One file with everything, signed notes as PDFs in it.")),
            (self._tables, self.tr("A file for each kind of thing, and a dictionary of every column.")),
            (self._notes, ""),
            (self._papers, ""),
        )
        for box, words in told:
            page.addWidget(box)
            if words:
                caption = Label(words, Text.SECONDARY, Tone.LABELS, wrap=True)
                caption.setContentsMargins(_INDENT, 0, 0, Space.GRID // 2)
                page.addWidget(caption)
        page.addSpacing(Space.GRID)
        for title, widget in ((self.tr("Written as"), self._form), (self.tr("Into"), self._where)):
            label = Label(title, Text.SECONDARY_STRONG)
            label.setMinimumWidth(_LABEL)
            line = row(label, widget, spacing=Space.GAP_DENSE)
            if widget is self._where:
                line.setStretch(1, 1)
                line.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                line.addStretch(1)
            page.addLayout(line)
