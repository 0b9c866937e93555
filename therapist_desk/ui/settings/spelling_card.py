"""The spelling check of notes: on or off for this computer, and the words that the therapist added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from therapist_desk.services.spelling import drop_known_word, known_words
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.preferences import PreferenceStore
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_ROW = 40


class SpellingCard(Card):
    """The choice is kept as it is made."""

    def __init__(self, workplace: Workplace, preferences: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._preferences = preferences
        self.check = QCheckBox(self.tr("Underline words that may be misspelled in notes"))
        self.check.setObjectName("check_spelling")
        self.check.setChecked(preferences.load().spelling)
        self.check.toggled.connect(self._keep)
        self.list = RowList(self.tr("Words I added"), height=_ROW)
        self.list.setObjectName("known_words")
        self.list.pressed_row.connect(self._remove)
        self._words = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        self.body.addWidget(CardHeader(self.tr("Spelling")))
        self.body.addWidget(self.check)
        self.body.addWidget(self._words)
        self.body.addWidget(self.list)

    @Slot()
    def read(self) -> None:
        """Show what is kept."""
        blocker = QSignalBlocker(self.check)
        self.check.setChecked(self._preferences.load().spelling)
        blocker.unblock()
        self._workplace.jobs.read(known_words, self._workplace.desk, owner=self, done=self._show)

    def _show(self, words: frozenset[str]) -> None:
        self._show_rows(sorted(words))

    def _show_rows(self, words: Sequence[str]) -> None:
        remove = self.tr("Remove")
        self.list.show_rows([Row(key=word, title=word, link=remove) for word in words])
        self.list.setVisible(bool(words))
        offline = self.tr("American English with the words of the field, on this computer alone.")
        own = (
            self.tr("Words you added:") if words else self.tr("The menu of an underlined word adds it to your words.")
        )
        self._words.setText(f"{offline} {own}")

    @Slot(bool)
    def _keep(self, on: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._preferences.save(replace(self._preferences.load(), spelling=on))

    @Slot(str)
    def _remove(self, word: str) -> None:
        self._workplace.jobs.write(drop_known_word, self._workplace.desk, word, owner=self, done=self._read_again)

    def _read_again(self, _nothing: None) -> None:
        self.read()
