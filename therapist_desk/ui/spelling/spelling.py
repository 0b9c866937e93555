"""What is spelled right, as far as the windows know: loaded when first wanted, never waited for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from therapist_desk.domain.notes.spelling import plain
from therapist_desk.services.spelling import Speller, add_known_word, known_words
from therapist_desk.ui.workplace import Workplace


class Spelling(QObject):
    """Asks the dictionary for one page. `changed` follows whatever may change what is underlined.

    While it is off, or not yet loaded, every word is right.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._speller: Speller | None = None
        self._loading = False
        self._on = False
        self._known: frozenset[str] = frozenset()
        self._ignored: set[str] = set()

    def wake(self) -> None:
        """Do as the settings say; loads what is needed off the thread of the windows."""
        load, jobs = self._workplace.speller, self._workplace.jobs
        on = load is not None and self._workplace.preferences.load().spelling
        if on != self._on:
            self._on = on
            self.changed.emit()
        if load is not None and on:
            jobs.read(known_words, self._workplace.desk, owner=self, done=self._take_known)
            if self._speller is None and not self._loading:
                self._loading = True
                jobs.read(load, owner=self, done=self._take)

    @property
    def ready(self) -> bool:
        """Whether words are judged."""
        return self._on and self._speller is not None

    def right(self, word: str) -> bool:
        """Tell whether a word may stand as it is."""
        if not self._on or self._speller is None or self._speller.right(word):
            return True
        asked = plain(word)
        return asked in self._known or asked in self._ignored

    def suggest(self, word: str, owner: QObject, done: Callable[[tuple[str, ...]], object]) -> None:
        """Look for what may be meant, and give it to `done` while `owner` lives."""
        if self._speller is not None:
            self._workplace.jobs.read(self._speller.suggest, word, owner=owner, done=done)

    def learn(self, word: str) -> None:
        """Take a word as right from now on, in every note of this therapist."""
        self._known |= {plain(word)}
        self._workplace.jobs.write(add_known_word, self._workplace.desk, word)
        self.changed.emit()

    def ignore(self, word: str) -> None:
        """Take a word as right until the program ends."""
        self._ignored.add(plain(word))
        self.changed.emit()

    def _take(self, speller: Speller) -> None:
        self._speller = speller
        self.changed.emit()

    def _take_known(self, words: frozenset[str]) -> None:
        if words != self._known:
            self._known = words
            self.changed.emit()
