"""The text of a section: what the map writes, own versions of it, lines carried forward, and own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.notes.edited import edited_of
from therapist_desk.domain.notes.note import Paragraph, Section
from therapist_desk.domain.sentences.carried import is_home_care, is_limitation, is_next_visit, unconfirmed
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.visit.note.carried_row import CarriedRow
from therapist_desk.ui.visit.note.edited_row import EditedRow
from therapist_desk.ui.visit.note.folded_sentences import FoldedSentences
from therapist_desk.ui.visit.note.generated_text import GeneratedText
from therapist_desk.ui.visit.note.own_text import OwnText
from therapist_desk.ui.visit.note_commands import drop_lines, edit_sentence, keep_lines
from therapist_desk.ui.visit.session import VisitSession


def _nothing(_sentence: Paragraph) -> bool:
    return False


class SectionText(QWidget):
    """Follows the note; each kind of text is told by its shape and its words.

    `source_chosen` gives the source of a sentence chosen; `looked_at` follows a carried line kept or dropped, and
    `limitation_wanted` or `next_visit_wanted` one to be edited in its own field; home care has chips of its own.
    Sentences for which `set_aside` is true, as they stand elsewhere on the screen already, go to `aside`, which the
    card places.
    """

    source_chosen = Signal(str)
    looked_at = Signal()
    limitation_wanted = Signal()
    next_visit_wanted = Signal()

    def __init__(
        self,
        session: VisitSession,
        section: Section,
        *,
        name: str,
        hint: str,
        set_aside: Callable[[Paragraph], bool] = _nothing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.section = section
        self._set_aside = set_aside
        self._opened: Paragraph | None = None
        self._spelling: Spelling | None = None
        self._edited: dict[str, EditedRow] = {}
        self._carried: list[CarriedRow] = []
        self.generated = GeneratedText()
        self.generated.setObjectName(f"generated_{section.value}")
        self.aside = FoldedSentences(self)
        for shown in (self.generated, self.aside.generated):
            shown.sentence_chosen.connect(self.source_chosen)
            shown.edit_wanted.connect(self._open)
        self.own = OwnText(name=name, hint=hint)
        self.own.setObjectName(f"text_{section.value}")
        self.own.typed.connect(self._type)
        self.own.left.connect(session.flush)
        self._edited_rows = QVBoxLayout()
        self._carried_rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.generated)
        column.addLayout(self._edited_rows)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._carried_rows)
        for rows in (self._edited_rows, self._carried_rows):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(2)

    @property
    def carried(self) -> tuple[CarriedRow, ...]:
        """The rows of the lines that nobody has looked at."""
        return tuple(self._carried)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of own words, and of the versions of sentences that come."""
        self._spelling = spelling
        self.own.check_spelling(spelling)

    def edited(self, source: str) -> EditedRow | None:
        """The row of a sentence in own words."""
        return self._edited.get(source)

    def show_words(self, said: str) -> None:
        """Select words of the therapist's own, with the keyboard in them; nothing where they are not found."""
        texts = [self.own, *(edited.text for edited in self._edited.values())]
        for text in texts if said else ():
            if text.point_out(said):
                return

    def summary(self) -> str:
        """All of the text in a line, as a folded card shows it."""
        note = self._session.note
        edited = (each.text for each in edited_of(note, self.section))
        written = (self.generated.words, self.aside.generated.words)
        return " ".join(part for part in (*written, *edited, note.own_text(self.section)) if part)

    def show_note(self) -> None:
        """Show the note as it stands; what is being typed is left alone."""
        session = self._session
        note, locked = session.note, session.locked
        edited = {each.source: each for each in edited_of(note, self.section)}
        written = [each for each in session.generated() if each.section is self.section]
        if self._opened is not None and not locked and self._opened.source not in edited:
            edited[self._opened.source] = self._opened
            written = [each for each in written if each.source != self._opened.source]
        self.generated.show_sentences([each for each in written if not self._set_aside(each)])
        self.aside.show_sentences([each for each in written if self._set_aside(each)])
        self._show_edited(edited, locked=locked)
        waiting = [line for line in unconfirmed(note, self.section) if not is_home_care(line)]
        self._show_carried(waiting, locked=locked)
        self.own.show_text(note.own_text(self.section))
        self.own.setReadOnly(locked)

    def _show_edited(self, edited: dict[str, Paragraph], *, locked: bool) -> None:
        for source in [source for source in self._edited if source not in edited]:
            _discard(self._edited.pop(source))
        for source, sentence in edited.items():
            if source not in self._edited:
                fresh = self._edited[source] = EditedRow(sentence)
                fresh.typed.connect(self._take_version)
                fresh.follow_wanted.connect(self._follow_again)
                fresh.left.connect(self._close)
                if self._spelling is not None:
                    fresh.text.check_spelling(self._spelling)
                self._edited_rows.addWidget(fresh)
            self._edited[source].show_sentence(sentence, self._session.said_now(source), locked=locked)

    def _show_carried(self, lines: Sequence[Paragraph], *, locked: bool) -> None:
        if [each.line for each in self._carried] != list(lines):
            known = list(self._carried)
            self._carried = []
            for line in lines:
                found = next((each for each in known if each.line == line), None)
                if found is None:
                    found = CarriedRow(line, self._session.visit.service_date.year)
                    found.kept.connect(self._keep)
                    found.edited.connect(self._edit)
                    found.dropped.connect(self._drop)
                else:
                    known.remove(found)
                self._carried_rows.addWidget(found)
                self._carried.append(found)
            for gone in known:
                _discard(gone)
            self._order_tabs()
        for shown in self._carried:
            shown.set_locked(locked=locked)

    def _order_tabs(self) -> None:
        before: QWidget = self.own
        for shown in self._carried:
            for stop in (shown, shown.keep, shown.edit, shown.drop):
                QWidget.setTabOrder(before, stop)
                before = stop

    @Slot(str)
    def _type(self, text: str) -> None:
        self._session.type_text(self.section, text)

    @Slot(str)
    def _open(self, source: str) -> None:
        sentence = next((each for each in self._session.generated() if each.source == source), None)
        if sentence is None or self._session.locked:
            return
        self._opened = sentence
        self.show_note()
        opened = self._edited[source]
        opened.text.setFocus(Qt.FocusReason.OtherFocusReason)
        opened.text.moveCursor(QTextCursor.MoveOperation.End)

    @Slot(str)
    def _close(self, source: str) -> None:
        self._session.flush()
        if self._opened is not None and self._opened.source == source:
            self._opened = None
            self.show_note()

    @Slot(str, object)
    def _take_version(self, source: str, version: Paragraph) -> None:
        edit_sentence(self._session, source, version)

    @Slot(str)
    def _follow_again(self, source: str) -> None:
        self._opened = None
        edit_sentence(self._session, source, None)
        self.generated.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _keep(self, line: Paragraph) -> None:
        keep_lines(self._session, (line,))
        self.looked_at.emit()

    @Slot(object)
    def _drop(self, line: Paragraph) -> None:
        drop_lines(self._session, (line,))
        self.looked_at.emit()

    @Slot(object)
    def _edit(self, line: Paragraph) -> None:
        keep_lines(self._session, (line,))
        if is_limitation(line):
            self.limitation_wanted.emit()
            return
        if is_next_visit(line):
            self.next_visit_wanted.emit()
            return
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.own.moveCursor(QTextCursor.MoveOperation.End)


def _discard(shown: QWidget) -> None:
    shown.hide()
    shown.deleteLater()
