"""The very first window: four ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.unlock.panel import Panel

_HEIGHT = 72


class ChoiceCard(PaintedButton):
    """A way to go on: an icon, what it is called and what comes of it."""

    def __init__(
        self, icon_name: str, title: str, caption: str, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._caption = caption
        self._primary = primary
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)
        self.setProperty("ringRadius", int(Radius.CARD))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        if self._primary:
            fill, line = (tokens.accent_hover if self.is_hot() else tokens.accent), None
            ink = faint = tokens.on_accent
        else:
            fill, line = (tokens.hover if self.is_hot() else tokens.surface), tokens.line2
            ink, faint = tokens.ink, tokens.ink2
        draw_panel(painter, area, Radius.CARD, fill=fill, line=line)
        draw_icon(painter, self._icon_name, QPointF(20, area.height() / 2 - 10), 20, ink)
        room = area.width() - 60 - 44
        draw_text(painter, QRectF(60, 15, room, 22), self.text(), Text.TITLE, ink)
        draw_text(painter, QRectF(60, 37, room, 18), self._caption, Text.SECONDARY, faint)
        draw_icon(painter, "right", QPointF(area.width() - 34, area.height() / 2 - 9), 18, faint)


class WelcomePanel(Panel):
    """Nothing is asked before a choice is made."""

    set_up_asked = Signal()
    samples_asked = Signal()
    other_folder_asked = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", width=440, parent=parent)
        self.title.setText(self.tr("Welcome"))
        self.caption.setText(self.tr("There are no charts on this computer yet. How would you like to begin?"))
        self.caption.setVisible(True)
        self.set_up = ChoiceCard(
            "lock",
            self.tr("Set up this laptop"),
            self.tr("Your name, your practice and a passphrase: 3 minutes"),
            primary=True,
        )
        samples = ChoiceCard(
            "clients", self.tr("Explore with sample clients"), self.tr("Invented people; nothing is kept")
        )
        other = ChoiceCard(
            "stack", self.tr("Open an existing chart folder…"), self.tr("On another drive or in another place")
        )
        restore = ChoiceCard(
            "save", self.tr("Restore from a safe copy…"), self.tr("After a loss, or on a new computer")
        )
        for name, card in (
            ("set_up", self.set_up),
            ("samples", samples),
            ("other_folder", other),
            ("restore", restore),
        ):
            card.setObjectName(name)
            self.body.addWidget(card)
        self.set_up.clicked.connect(self.set_up_asked)
        samples.clicked.connect(self.samples_asked)
        other.clicked.connect(self.other_folder_asked)
        restore.clicked.connect(self.restore_asked)

    def begin(self) -> None:
        self.set_up.setFocus()
