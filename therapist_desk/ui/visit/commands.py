"""What can be undone on the visit screen: a change of one mark, and a change of the note's scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.notes.note import HomeDone, Report, Response, SinceLast
from therapist_desk.ui.visit.session import VisitSession

_TYPING: Final = 1


class ChangeMark(QUndoCommand):
    """Puts a mark on the map, changes it, or takes it off; `typing` joins it to what was typed there before."""

    def __init__(
        self, session: VisitSession, before: Mark | None, after: Mark | None, *, typing: bool = False
    ) -> None:
        super().__init__(_words(before, after))
        self._session = session
        self.before = before
        self.after = after
        self._typing = typing
        self._position = _position(session, before) if before else len(session.visit.marks)

    def redo(self) -> None:
        self._show(self.before, self.after)

    def undo(self) -> None:
        self._show(self.after, self.before)

    def id(self) -> int:
        return _TYPING if self._typing else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeMark) or self.after is None or other.before is None:
            return False
        if other.before.id != self.after.id or self._fields() != other._fields():
            return False
        self.after = other.after
        return True

    def _fields(self) -> set[str]:
        """Give the names of what differs."""
        if self.before is None or self.after is None:
            return set()
        before, after = self.before, self.after
        return {each.name for each in fields(Mark) if getattr(before, each.name) != getattr(after, each.name)}

    def _show(self, gone: Mark | None, shown: Mark | None) -> None:
        if shown is not None:
            self._session.put_mark(shown, None if gone is not None else self._position)
        elif gone is not None:
            self._session.remove_mark(gone.id)


@dataclass(frozen=True, slots=True)
class Scores:
    """The structured answers of a note."""

    pain_before: int | None
    pain_after: int | None
    response: Response | None
    since_last: SinceLast | None = None
    reported: tuple[Report, ...] = ()
    home_done: HomeDone | None = None
    home_care: tuple[str, ...] = ()


class ChangeScores(QUndoCommand):
    """Sets the pain scores and the other answers; typed text is left as it is."""

    def __init__(self, session: VisitSession, after: Scores) -> None:
        self._session = session
        self._before = before = scores(session)
        self._after = after
        scored = (before.pain_before, before.pain_after) != (after.pain_before, after.pain_after)
        answer = QCoreApplication.translate("Visit", "answer")
        super().__init__(QCoreApplication.translate("Visit", "score") if scored else answer)

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def _show(self, shown: Scores) -> None:
        answers = {each.name: getattr(shown, each.name) for each in fields(Scores)}
        self._session.put_note(replace(self._session.note, **answers))


def scores(session: VisitSession) -> Scores:
    """The scores as they stand."""
    note = session.note
    return Scores(**{each.name: getattr(note, each.name) for each in fields(Scores)})


def change_mark(session: VisitSession, after: Mark, *, typing: bool = False) -> None:
    """Change a mark of the visit, or add one, so that it can be undone; nothing happens where nothing changes."""
    before = session.mark(after.id)
    if before != after and not session.locked:
        session.undo_stack.push(ChangeMark(session, before, after, typing=typing))


def delete_mark(session: VisitSession, mark_id: str) -> None:
    """Take a mark off so that it can be undone."""
    before = session.mark(mark_id)
    if before is not None and not session.locked:
        session.undo_stack.push(ChangeMark(session, before, None))


def change_marks(session: VisitSession, changed: Sequence[Mark], words: str) -> None:
    """Change or add several marks as one step that can be undone; `words` name it."""
    wanted = [mark for mark in changed if session.mark(mark.id) != mark]
    if wanted and not session.locked:
        session.undo_stack.beginMacro(words)
        for mark in wanted:
            change_mark(session, mark)
        session.undo_stack.endMacro()


def delete_marks(session: VisitSession, mark_ids: Sequence[str]) -> None:
    """Take several marks off as one step that can be undone."""
    if not session.locked:
        session.undo_stack.beginMacro(QCoreApplication.translate("Visit", "deleted marks"))
        for mark_id in mark_ids:
            delete_mark(session, mark_id)
        session.undo_stack.endMacro()


def change_scores(session: VisitSession, after: Scores) -> None:
    """Set scores so that it can be undone."""
    if after != scores(session) and not session.locked:
        session.undo_stack.push(ChangeScores(session, after))


def _position(session: VisitSession, mark: Mark) -> int:
    ids = [other.id for other in session.visit.marks]
    return ids.index(mark.id) if mark.id in ids else len(ids)


def _words(before: Mark | None, after: Mark | None) -> str:
    if before is None:
        return QCoreApplication.translate("Visit", "new mark")
    if after is None:
        return QCoreApplication.translate("Visit", "deleted mark")
    if before.shape != after.shape:
        return QCoreApplication.translate("Visit", "moved mark")
    return QCoreApplication.translate("Visit", "changed mark")
