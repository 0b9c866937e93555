"""Choosing a phrase by its letters or its words: Enter puts it into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from therapist_desk.domain.phrase import Phrase, matching
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.popover_place import rounded_mask

_SIZE = (440, 300)


class PhraseFinder(QFrame):
    """A small window under a section's heading; says `chosen` with the phrase."""

    chosen = Signal(object)  # Phrase

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("phrase_finder")
        self.setFixedSize(*_SIZE)
        self._phrases: Sequence[Phrase] = ()
        self._shown: tuple[Phrase, ...] = ()
        self.search = QLineEdit()
        self.search.setObjectName("phrase_search")
        self.search.setPlaceholderText(self.tr("Phrase, by its letters or words"))
        self.search.setAccessibleName(self.tr("Find a phrase"))
        self.search.textChanged.connect(self._filter)
        self._lines = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._lines)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Phrases found"))
        self._list.clicked.connect(self._take)
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
        self.search.clear()
        self._filter("")
        self.move(corner.x() - self.width(), corner.y())
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self._list.currentIndex().row()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._stand_on(max(0, min(row + step, len(self._shown) - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(rounded_mask(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        draw_panel(QPainter(self), self.rect().toRectF(), Radius.CARD, fill=tokens.surface, line=tokens.line2)

    def _stand_on(self, row: int) -> None:
        self._list.setCurrentIndex(self._lines.index(row))

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown = matching(self._phrases, text)
        self._lines.setStringList([f"{each.abbreviation}   {each.text}" for each in self._shown])
        self._stand_on(0)

    @Slot()
    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._shown):
            phrase = self._shown[row]
            self.close()
            self.chosen.emit(phrase)
