"""Says on every page that the clients are samples, without taking room from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.kit.rail import RailButton
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import DARK, Height, current_tokens

_ICON = 14


def samples_sentence(widget: QWidget) -> str:
    """What samples are."""
    return widget.tr("Sample clients: all of them are invented, and all changes are gone when you quit.")


class SamplesPill(PaintedButton):
    """For the bar of a narrow window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samples_pill")
        self.setText(self.tr("Samples"))
        self.setAccessibleName(samples_sentence(self))
        self.setToolTip(samples_sentence(self))
        self.setProperty("ringRadius", Height.CHIP // 2)

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), Text.SECONDARY_STRONG)) + _ICON + 26, Height.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        draw_panel(painter, area, area.height() / 2, fill=tokens.amber_fill, line=tokens.amber_line)
        draw_icon(painter, "info", area.topLeft() + QRectF(10, 5, 0, 0).topLeft(), _ICON, tokens.amber)
        words = area.adjusted(10 + _ICON + 6, 0, -6, 0)
        draw_text(painter, words, self.text(), Text.SECONDARY_STRONG, tokens.amber)


def dress_for_samples(button: RailButton) -> None:
    """Make a place of the rail the sign that these are samples."""
    button.use_ink(DARK.amber)
    button.setToolTip(samples_sentence(button))
    button.setAccessibleName(samples_sentence(button))


class SamplesDialog(Dialog):
    """The sentence, and the passphrase, which is no secret here."""

    def __init__(self, passphrase: str, parent: QWidget) -> None:
        super().__init__("", width=440, parent=parent)
        self.setObjectName("samples_dialog")
        self.title.setText(self.tr("Sample clients"))
        self.setAccessibleName(self.title.text())
        told = self.tr("The passphrase for unlocking and signing is: {words}").format(words=passphrase)
        self.body.addWidget(Label(samples_sentence(self), wrap=True))
        self.body.addWidget(Label(told, Text.BODY, Tone.LABELS, wrap=True))
        close = Button(self.tr("Close"), role=ButtonRole.PRIMARY)
        self.add_action(close)
        close.clicked.connect(self._leave)

    @Slot()
    def _leave(self) -> None:
        self.accept()
