"""Whether everything is on the disk: "Saved 10:38"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.dates import time_text
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.outbox import Delivery, Outbox

_ICON = 16


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.failed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_ICON, _ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        name, ink = ("alert", tokens.red) if self.failed else ("check", tokens.green)
        draw_icon(QPainter(self), name, QPointF(0, 0), _ICON, ink)


class SaveState(QWidget):
    """Follows an outbox: saved and when, saving, or not saved yet and why."""

    def __init__(self, outbox: Outbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved")
        self._outbox = outbox
        self._sign = _Sign()
        self._words = Label("", Text.BODY, Tone.GREEN)
        self.setLayout(row(self._sign, self._words, spacing=6))
        outbox.changed.connect(self.follow)
        self.follow()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    @Slot()
    def follow(self) -> None:
        """Say how the outbox stands."""
        delivery, at = self._outbox.delivery, self._outbox.saved_at
        self._sign.setVisible(delivery is not Delivery.SAVING)
        self._sign.failed = delivery is Delivery.FAILED
        self._sign.update()
        self.setToolTip("")
        if delivery is Delivery.SAVING:
            self._say(self.tr("Saving…"), Tone.QUIET)
        elif delivery is Delivery.FAILED:
            problem = self._outbox.problem
            self.setToolTip(str(problem) if problem else "")
            self._say(self.tr("Not saved yet, trying again"), Tone.RED)
        elif at is None:
            self._say(self.tr("Saved"), Tone.GREEN)
        else:
            self._say(self.tr("Saved {time}").format(time=time_text(at.local)), Tone.GREEN)

    def _say(self, words: str, tone: Tone) -> None:
        self._words.set_tone(tone)
        self._words.setText(words)
        self.setAccessibleName(words)
