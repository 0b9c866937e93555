"""A passphrase under its label, with a word about Caps Lock or its problem below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.passphrase_edit import CapsLockHint, PassphraseEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class PassphraseEntry(QWidget):
    """A problem takes the place of the word about Caps Lock."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PassphraseEdit(name=label)
        self._caps = CapsLockHint(self.edit)
        self._sign = AlertIcon()
        self._note = Label("", Text.SECONDARY, Tone.RED, wrap=True)
        self._problem = QWidget()
        self._problem.setLayout(row(self._sign, self._note))
        self._problem.layout().setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)  # type: ignore[union-attr]  # just set
        caption = Label(label, Text.SECONDARY_STRONG)
        caption.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        for widget in (caption, self.edit, self._caps, self._problem):
            column.addWidget(widget)
        self.edit.textEdited.connect(self._forget_problem)
        self.set_problem("")

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def problem(self) -> str:
        """The sentence shown, or an empty string."""
        return self._note.text()

    def set_problem(self, sentence: str) -> None:
        """Show `sentence` at the field; an empty one takes it away."""
        self._note.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._caps.setVisible(not sentence)
        self.edit.setAccessibleDescription(sentence)
        if bool(self.edit.property("error")) != bool(sentence):
            self.edit.setProperty("error", bool(sentence))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def take_again(self) -> None:
        """Go back to the field with all of it selected, so that typing replaces it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    @Slot()
    def _forget_problem(self) -> None:
        if self._note.text():
            self.set_problem("")
