"""A new passphrase, typed twice, with how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.services.passphrase import SHORTEST, Strength, WeakPassphraseError, strength
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.passphrase_edit import StrengthMeter
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.unlock.passphrase_entry import PassphraseEntry
from therapist_desk.ui.wording import field_sentence, sentence


class NewPassphrase(QWidget):
    """The estimate is a job: its word lists take a moment to load. `submitted` is Return, once both are typed."""

    submitted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._own_words: tuple[str, ...] = ()
        self._strength: Strength | None = None
        self.first = PassphraseEntry(self.tr("New passphrase"))
        self.second = PassphraseEntry(self.tr("The same again"))
        self.first.edit.setObjectName("new_passphrase")
        self.second.edit.setObjectName("new_passphrase_again")
        self._meter = StrengthMeter()
        advice = self.tr("Four words that have nothing to do with each other are easy to keep and hard to guess.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        column.addWidget(self.first)
        column.addWidget(self._meter)
        column.addWidget(Label(advice, Text.SECONDARY, Tone.LABELS, wrap=True))
        column.addWidget(self.second)
        self.first.edit.textChanged.connect(self._estimate)
        self.first.edit.returnPressed.connect(self._go_on)
        self.second.edit.returnPressed.connect(self.submitted)

    def use_own_words(self, *words: str) -> None:
        """Count these words, such as the therapist's name, as easy to guess."""
        self._own_words = words

    def text(self) -> str:
        """The passphrase."""
        return self.first.text()

    def score(self) -> int | None:
        """How hard the passphrase is to guess, 0 to 4, or None while that is not known yet."""
        return None if self._strength is None else self._strength.score

    def check(self) -> bool:
        """Whether it can be taken; says at the field why not. What is not estimated yet is left to the store."""
        if not self.first.text():
            self.refuse(field_sentence(FieldProblem("passphrase", "required")))
        elif len(self.first.text()) < SHORTEST or (self._strength is not None and not self._strength.enough):
            self.refuse(sentence(WeakPassphraseError(shortest=SHORTEST)))
        elif self.first.text() != self.second.text():
            self.second.set_problem(field_sentence(FieldProblem("passphrase", "passphrases_differ")))
            self.second.take_again()
        else:
            return True
        return False

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the passphrase."""
        self.first.set_problem(sentence)
        self.first.take_again()

    @Slot()
    def _go_on(self) -> None:
        if self.first.text() and not self.second.text():
            self.second.edit.setFocus()  # where the primary button would lead as well, without a sentence
        else:
            self.submitted.emit()

    @Slot(str)
    def _estimate(self, typed: str) -> None:
        self._strength = None
        self._jobs.read(_estimated, typed, self._own_words, owner=self, done=self._show)

    def _show(self, estimated: tuple[str, Strength]) -> None:
        typed, found = estimated
        if typed == self.first.text():
            self._strength = found
            self._meter.show_score(found.score if typed else None)


def _estimated(typed: str, own_words: tuple[str, ...]) -> tuple[str, Strength]:
    return typed, strength(typed, own_words)
