"""The line over the visit: whose it is, what to mind, which visit, and whether it is saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from therapist_desk.domain.care.referral import ReferralUse
from therapist_desk.domain.client import age_on
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.ui.dates import day_text, near_day_text, weekday_text
from therapist_desk.ui.kit.buttons import IconButton, LinkButton
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.caution_strip import CautionStrip
from therapist_desk.ui.visit.find_button import FindButton
from therapist_desk.ui.visit.outbox import Outbox
from therapist_desk.ui.visit.save_state import SaveState

_HEIGHT = 40
_HEIGHT_COMPACT = 36
_NAME = 230
_NAME_COMPACT = 120


class VisitHeader(QFrame):
    """Client, cautions, place in the referral, date, state, saving, and the way to everything else."""

    back_wanted = Signal()
    find_wanted = Signal()
    day_wanted = Signal()

    def __init__(self, outbox: Outbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._file: VisitFile | None = None
        self._today = date.min
        self._compact = False
        self.back = IconButton("left", self.tr("Back to the chart"), size=28, icon_size=18)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_wanted)
        self._name = ElidedLabel("", Text.TITLE)
        self._born = Label("", Text.BODY, Tone.LABELS)
        self.cautions = CautionStrip()
        self._use = Label("", Text.BODY, Tone.LABELS)
        self._day = Label("", Text.BODY, Tone.LABELS)
        self._day_link = LinkButton("", small=True)
        self._day_link.setObjectName("visit_day_link")
        self._day_link.setToolTip(self.tr("Change the day of this visit"))
        self._day_link.clicked.connect(self.day_wanted)
        self._state = StatusPill()
        self.saved = SaveState(outbox)
        self.search = FindButton()
        self.search.setObjectName("find")
        self.search.clicked.connect(self.find_wanted)
        line = row(self.back, self._name, self._born, self.cautions, self._use, None, spacing=10)
        line.addLayout(row(self._day, self._day_link, self._state, self.saved, self.search, spacing=10))
        line.setContentsMargins(8, 0, 12, 1)
        line.setStretch(3, 0)
        self.setLayout(line)
        self.use(SizeClass.REGULAR)

    def use(self, size: SizeClass) -> None:
        """Show as much as a window of this class has room for."""
        self._compact = size is SizeClass.COMPACT
        self.setFixedHeight(_HEIGHT_COMPACT if self._compact else _HEIGHT)
        self.search.set_with_keys(shown=not self._compact)
        self._write()

    def show_file(self, file: VisitFile, today: date) -> None:
        """Speak of this visit."""
        self._file = file
        self._today = today
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_tokens().line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        if self._file is None:
            return
        visit, details = self._file.visit, self._file.client.details
        self._name.setText(details.name)
        # Cautions give way before a name of usual length does: they say how many more there are.
        whole = self._name.fontMetrics().horizontalAdvance(details.name) + 2
        self._name.setMinimumWidth(min(whole, _NAME_COMPACT if self._compact else _NAME))
        self._born.setText(self._born_words(details.date_of_birth, visit.service_date))
        self.cautions.show_cautions(self._file.background.cautions)
        self._use.setText(self._use_words(self._file.case_file.use, visit.number))
        day = weekday_text(visit.service_date, self._today)
        self._day.setText(day)
        self._day_link.setText(day)
        self._day_link.setAccessibleName(self.tr("Day of the visit: {day}").format(day=day))
        self._day.setVisible(visit.signed and not self._compact)
        self._day_link.setVisible(not visit.signed and not self._compact)
        if visit.signed:
            self._state.show_state(self.tr("Signed"), Kind.GREEN)
        else:
            self._state.show_state(self.tr("Draft"), Kind.NEUTRAL)
        self.saved.setVisible(not visit.signed)

    def _born_words(self, born: date, day: date) -> str:
        age = self.tr("{age} y").format(age=age_on(born, day))
        return age if self._compact else f"{day_text(born)} · {age}"

    def _use_words(self, use: ReferralUse | None, number: int) -> str:
        if use is None:
            return self.tr("Visit {number}").format(number=number)
        if use.allowed is None:
            words = self.tr("Visit {number}").format(number=use.number)
        elif self._compact:
            words = self.tr("{number} of {allowed}").format(number=use.number, allowed=use.allowed)
        else:
            words = self.tr("Visit {number} of {allowed}").format(number=use.number, allowed=use.allowed)
        if use.expires_on is None:
            return words
        until = self.tr("to {day}") if self._compact else self.tr("expires {day}")
        return f"{words} · {until.format(day=near_day_text(use.expires_on, self._today))}"
