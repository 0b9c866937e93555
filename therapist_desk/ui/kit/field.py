"""A control with its label over it, its help and its problem under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.wrapping import WrappingWidget
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon, icon
from therapist_desk.ui.theme.tokens import Space, current_tokens

_ALERT = 16


class AlertIcon(QWidget):
    """The sign of a problem, in red, or of a warning, in amber."""

    def __init__(self, icon_name: str = "alert", tone: Tone = Tone.RED, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_ALERT, _ALERT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        colors = {
            Tone.RED: tokens.red,
            Tone.AMBER: tokens.amber,
            Tone.GREEN: tokens.green,
            Tone.ACCENT: tokens.accent,
        }
        draw_icon(QPainter(self), self._icon_name, QPointF(0, 0), _ALERT, colors.get(self._tone, tokens.ink2))


class Field(WrappingWidget):
    """`control` under `label`. A problem shows at the field: red border, sign, and the sentence, also read out."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        help_text: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._help_text = help_text
        self._sign: QAction | None = None
        self.label = Label(label, Text.SECONDARY_STRONG)
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label.replace("&", ""))
        self._aside = Label(self.tr("optional") if optional else "", Text.CAPTION, Tone.QUIET)
        self._note = Label(help_text, Text.CAPTION, Tone.QUIET, wrap=True)
        self._note_icon = AlertIcon()
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self._aside)
        foot.setSpacing(6)
        foot.addWidget(self._note_icon)
        foot.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.INNER)
        column.addLayout(head)
        column.addWidget(control)
        column.addLayout(foot)
        self.set_problem("")

    def set_aside(self, words: str) -> None:
        """Say something short at the right of the label, such as a unit or a range."""
        self._aside.setText(words)

    def problem(self) -> str:
        """The sentence shown as a problem, or an empty string."""
        return self._note.text() if self.control.property("error") else ""

    def set_problem(self, sentence: str, *, elsewhere: bool = False) -> None:
        """Show `sentence` as the problem of this field; an empty one takes it away.

        Where it stands `elsewhere`, for want of room, the field is only marked, and its sentence read out.
        """
        wrong = bool(sentence)
        self._note.setText(sentence or self._help_text)
        self._note.setVisible(bool(self._note.text()) and not (wrong and elsewhere))
        self._note.set_tone(Tone.RED if wrong else Tone.QUIET)
        self._note_icon.setVisible(wrong and not elsewhere and not isinstance(self.control, QLineEdit))
        self.control.setAccessibleDescription(self._note.text())
        if bool(self.control.property("error")) != wrong:
            self.control.setProperty("error", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
            self._put_sign_inside(wrong=wrong)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._sign is not None:
            self._sign.setIcon(_sign_icon())

    def _put_sign_inside(self, *, wrong: bool) -> None:
        if not isinstance(self.control, QLineEdit):
            return
        if wrong:
            self._sign = self.control.addAction(_sign_icon(), QLineEdit.ActionPosition.TrailingPosition)
        elif self._sign is not None:
            self.control.removeAction(self._sign)
            self._sign = None


def _sign_icon() -> QIcon:
    return icon("alert", _ALERT, current_tokens().red)
