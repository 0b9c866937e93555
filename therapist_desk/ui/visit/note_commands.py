"""What can be undone in the text of the note: a look at carried lines, and own versions of generated sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from therapist_desk.domain.notes.edited import edited_from, with_edited
from therapist_desk.domain.notes.note import Paragraph
from therapist_desk.domain.sentences.carried import dropped, kept, put_back
from therapist_desk.ui.visit.session import VisitSession

_EDITING: Final = 2


class LookAtLines(QUndoCommand):
    """Keeps or drops carried lines; undone, they are unconfirmed again."""

    def __init__(self, session: VisitSession, lines: Sequence[Paragraph], *, keep: bool) -> None:
        kept_words = QCoreApplication.translate("Visit", "kept lines")
        super().__init__(kept_words if keep else QCoreApplication.translate("Visit", "dropped lines"))
        self._session = session
        self._lines = tuple(lines)
        self._keep = keep

    def redo(self) -> None:
        change = kept if self._keep else dropped
        self._session.put_note(change(self._session.note, self._lines))

    def undo(self) -> None:
        self._session.put_note(put_back(self._session.note, self._lines, were_kept=self._keep))


class EditSentence(QUndoCommand):
    """Puts a generated sentence into own words, or lets it follow again; typing joins what was typed before."""

    def __init__(self, session: VisitSession, source: str, after: Paragraph | None) -> None:
        super().__init__(QCoreApplication.translate("Visit", "edited sentence"))
        self._session = session
        self._source = source
        self._before = edited_from(session.note, source)
        self._after = after
        self._typing = after is not None

    def redo(self) -> None:
        changed = with_edited(self._session.note, self._source, self._after)
        if self._typing:
            self._session.type_note(changed)
        else:
            self._session.put_note(changed)

    def undo(self) -> None:
        self._session.put_note(with_edited(self._session.note, self._source, self._before))

    def id(self) -> int:
        return _EDITING if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditSentence) or other._source != self._source:  # noqa: SLF001 - its own kind
            return False
        self._after = other._after  # noqa: SLF001 - the same
        return True


def keep_lines(session: VisitSession, lines: Sequence[Paragraph]) -> None:
    """Confirm carried lines as one step."""
    if lines and not session.locked:
        session.undo_stack.push(LookAtLines(session, lines, keep=True))


def drop_lines(session: VisitSession, lines: Sequence[Paragraph]) -> None:
    """Take carried lines out as one step."""
    if lines and not session.locked:
        session.undo_stack.push(LookAtLines(session, lines, keep=False))


def edit_sentence(session: VisitSession, source: str, after: Paragraph | None) -> None:
    """Set a source's own version, or with None let its sentence follow again."""
    if not session.locked and edited_from(session.note, source) != after:
        session.undo_stack.push(EditSentence(session, source, after))
