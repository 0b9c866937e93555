"""How the therapist's notes are written: the wording of generated sentences, and own phrases."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.notes.phrase import Phrase, PhraseId
from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.services.desk import new_id
from therapist_desk.services.writing import own_phrases, read_wording, remove_phrase, save_phrase, set_wording
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import field_sentence
from therapist_desk.ui.workplace import Workplace

_LETTERS = 140


class WritingCard(Card):
    """The wording is kept as it is chosen; a phrase by its button. A row's click takes a phrase up to change it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._phrases: tuple[Phrase, ...] = ()
        self._changing: PhraseId | None = None
        self.wording = Select(name=self.tr("Generated sentences"))
        self.wording.setObjectName("wording")
        self.wording.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.wording.addItem(self.tr("Full words: right upper trapezius"), Wording.FULL.value)
        self.wording.addItem(self.tr("Abbreviations: R UT, TrP"), Wording.SHORT.value)
        self.wording.currentIndexChanged.connect(self._choose_wording)
        self.letters, self.text = QLineEdit(), QLineEdit()
        self.letters.setObjectName("phrase_letters")
        self.text.setObjectName("phrase_text")
        self._letters_field = Field(self.tr("Letters"), self.letters)
        self._letters_field.setFixedWidth(_LETTERS)
        self._text_field = Field(
            self.tr("Phrase"), self.text, help_text=self.tr("Put what is to be filled in into [brackets].")
        )
        self.save = Button(self.tr("Save phrase"))
        self.save.setObjectName("save_phrase")
        self.save.clicked.connect(self._save)
        self.text.returnPressed.connect(self._save)
        self.list = RowList(self.tr("Own phrases"))
        self.list.setObjectName("own_phrases")
        self.list.pressed_row.connect(self._remove)
        self.list.picked_row.connect(self._take_up)
        label = Label(self.wording.accessibleName(), Text.BODY)
        label.setBuddy(self.wording)
        fields = row(self._letters_field, self._text_field, spacing=12)
        fields.setAlignment(self._letters_field, Qt.AlignmentFlag.AlignTop)  # the other has a line of help below
        fields.setStretch(1, 1)
        self.body.addWidget(CardHeader(self.tr("Writing")))
        self.body.addLayout(row(label, self.wording, None, spacing=12))
        self.body.addWidget(
            Label(
                self.tr("Your own phrases; one with the letters of a phrase that came with the program replaces it."),
                Text.SECONDARY,
                Tone.LABELS,
                wrap=True,
            )
        )
        self.body.addWidget(self.list)
        self.body.addLayout(fields)
        self.body.addLayout(row(self.save, None))

    def read(self) -> None:
        """Show what is kept."""
        jobs, desk = self._workplace.jobs, self._workplace.desk
        jobs.read(read_wording, desk, owner=self, done=self._show_wording)
        jobs.read(own_phrases, desk, owner=self, done=self._show_phrases)

    def _show_wording(self, wording: Wording) -> None:
        blocker = QSignalBlocker(self.wording)
        self.wording.setCurrentIndex(self.wording.findData(wording.value))
        blocker.unblock()

    def _show_phrases(self, phrases: tuple[Phrase, ...]) -> None:
        self._phrases = phrases
        remove = self.tr("Remove")
        self.list.show_rows(
            [Row(key=each.id, title=each.abbreviation, caption=each.text, link=remove) for each in phrases]
        )
        self.list.setVisible(bool(phrases))

    @Slot()
    def _choose_wording(self) -> None:
        chosen = Wording(self.wording.currentData())
        self._workplace.jobs.write(set_wording, self._workplace.desk, chosen)

    @Slot(str)
    def _take_up(self, key: str) -> None:
        phrase = next(each for each in self._phrases if each.id == key)
        self._changing = phrase.id
        self.letters.setText(phrase.abbreviation)
        self.text.setText(phrase.text)
        self.text.setFocus()

    @Slot(str)
    def _remove(self, key: str) -> None:
        self._workplace.jobs.write(
            remove_phrase, self._workplace.desk, PhraseId(key), owner=self, done=self._read_again
        )

    @Slot()
    def _save(self) -> None:
        phrase = Phrase(
            id=self._changing or PhraseId(new_id()),
            abbreviation=self.letters.text().strip(),
            text=self.text.text().strip(),
        )
        self._workplace.jobs.write(
            save_phrase, self._workplace.desk, phrase, owner=self, done=self._saved, failed=self._refuse
        )

    def _saved(self, _phrase: Phrase) -> None:
        self._changing = None
        for field, edit in ((self._letters_field, self.letters), (self._text_field, self.text)):
            field.set_problem("")
            edit.clear()
        self._read_again(None)

    def _read_again(self, _nothing: None) -> None:
        self.read()

    def _refuse(self, error: ExpectedError) -> None:
        if isinstance(error, InvalidError):
            said = {problem.field: field_sentence(problem) for problem in error.problems}
            self._letters_field.set_problem(said.get("abbreviation", ""))
            self._text_field.set_problem(said.get("text", ""))
        else:
            self._workplace.jobs.unhandled_problem.emit(error)
