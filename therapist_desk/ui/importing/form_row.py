"""How a file is read: its encoding and its separator, found out and changed by hand where that went wrong."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.services.importing.survey import Survey
from therapist_desk.ui.importing.words import encoding_names, separator_names
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class FormRow(QWidget):
    """`chosen` gives the form in which the file is to be read again."""

    chosen = Signal(object)  # CsvFormat

    def __init__(self, found: Survey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = found.form
        self.encoding = self._select("encoding", self.tr("Encoding of the file"), encoding_names(self._form.encoding))
        self.separator = self._select(
            "separator", self.tr("What separates its cells"), separator_names(self._form.delimiter)
        )
        self.show_form()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.GRID)
        line.addWidget(ElidedLabel(found.path.name, Text.BODY_STRONG), 1)
        line.addWidget(Label(self.tr("read as"), Text.BODY, Tone.LABELS))
        line.addWidget(self.encoding)
        line.addWidget(Label(self.tr("separated by"), Text.BODY, Tone.LABELS))
        line.addWidget(self.separator)
        self.encoding.activated.connect(self._tell)
        self.separator.activated.connect(self._tell)

    @Slot()
    def show_form(self) -> None:
        """Show how the file is read now."""
        self.encoding.setCurrentIndex(self.encoding.findData(self._form.encoding))
        self.separator.setCurrentIndex(self.separator.findData(self._form.delimiter))

    @Slot()
    def _tell(self) -> None:
        form = replace(self._form, encoding=self.encoding.currentData(), delimiter=self.separator.currentData())
        if form != self._form:
            self.chosen.emit(form)

    def _select(self, name: str, spoken: str, choices: list[tuple[str, str]]) -> Select:
        select = Select(name=spoken)
        select.setObjectName(name)
        for value, words in choices:
            select.addItem(words, value)
        return select
