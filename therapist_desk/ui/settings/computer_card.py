"""Appearance, locking, paper and the body map."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.preferences import IDLE_CHOICES, Preferences
from therapist_desk.ui.theme.apply import Scheme
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_LABELS = 200


class ComputerCard(Card):
    """`changed` gives Preferences whose scheme, idle minutes, paper and borders were chosen here."""

    changed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.scheme = Select(name=self.tr("Appearance"))
        self.idle = Select(name=self.tr("Lock when unused for"))
        self.paper = Select(name=self.tr("Paper size of documents"))
        self.borders = Select(name=self.tr("Region borders on the body map"))
        self.borders.setObjectName("borders")
        self.scheme.setObjectName("scheme")
        self.idle.setObjectName("idle")
        self.paper.setObjectName("paper")
        for scheme, words in (
            (Scheme.SYSTEM, self.tr("Same as the system")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            self.scheme.addItem(words, scheme.value)
        for minutes in IDLE_CHOICES:
            self.idle.addItem(self.tr("{count} minutes").format(count=minutes), minutes)
        self.paper.addItem(self.tr("Letter, 8.5 × 11 in"), "letter")
        self.paper.addItem(self.tr("A4, 210 × 297 mm"), "a4")
        self.borders.addItem(self.tr("Always"), "always")
        self.borders.addItem(self.tr("Under the pointer only"), "hover")
        self.body.addWidget(CardHeader(self.tr("This computer")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.GAP)
        grid.setVerticalSpacing(Space.GRID)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(2, 1)
        for place, select in enumerate((self.scheme, self.idle, self.paper, self.borders)):
            label = Label(select.accessibleName(), Text.BODY)
            label.setBuddy(select)
            select.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            select.setMinimumWidth(_LABELS)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(select, place, 1)
            select.currentIndexChanged.connect(self._tell)
        self.body.addLayout(grid)
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is set, without saying `changed`."""
        for select, value in (
            (self.scheme, preferences.scheme.value),
            (self.idle, preferences.idle_minutes),
            (self.paper, preferences.paper),
            (self.borders, preferences.borders),
        ):
            blocker = QSignalBlocker(select)
            select.setCurrentIndex(select.findData(value))
            blocker.unblock()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(
            Preferences(
                scheme=Scheme(self.scheme.currentData()),
                idle_minutes=int(self.idle.currentData()),
                paper=str(self.paper.currentData()),
                borders=str(self.borders.currentData()),
            )
        )
