"""Choosing a phrase by its letters or its words: Enter puts it into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from therapist_desk.domain.notes.phrase import Phrase, matching
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.popup_panel import FinderPanel
from therapist_desk.ui.theme.fonts import Text

_SIZE = (440, 300)


class PhraseFinder(FinderPanel):
    """A small window under a section's heading; says `chosen` with the phrase."""

    chosen = Signal(object)  # Phrase

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Find a phrase"), self.tr("Phrase, by its letters or words"), parent)
        self.setObjectName("phrase_finder")
        self.setFixedSize(*_SIZE)
        self._phrases: Sequence[Phrase] = ()
        self._shown: tuple[Phrase, ...] = ()
        self.search.setObjectName("phrase_search")
        self._lines = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._lines)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Phrases found"))
        self._list.clicked.connect(self._take_clicked)
        hint = Label(
            self.tr("In the text: the letters, then Tab; or ;letters and a space"), Text.CAPTION, Tone.LABELS
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        column.addWidget(hint)

    def open_at(self, corner: QPoint, phrases: Sequence[Phrase]) -> None:
        """Offer these with the right upper corner at `corner` of the screen."""
        self._phrases = phrases
        self.move(corner.x() - self.width(), corner.y())
        self.begin()

    def place(self) -> int:
        return self._list.currentIndex().row()

    def count(self) -> int:
        return len(self._shown)

    def choose(self, place: int) -> None:
        self._list.setCurrentIndex(self._lines.index(place))

    def filter(self, text: str) -> None:
        self._shown = matching(self._phrases, text)
        self._lines.setStringList([f"{each.abbreviation}   {each.text}" for each in self._shown])
        self.choose(0)

    def take(self) -> None:
        if 0 <= self.place() < len(self._shown):
            phrase = self._shown[self.place()]
            self.close()
            self.chosen.emit(phrase)

    @Slot()
    def _take_clicked(self) -> None:
        self.take()
