"""What can be undone of tests and measures: one of them added, changed or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.ui.visit.session import VisitSession

Part = Measurement | Observation
_ANSWERING: Final = 2


class ChangePart(QUndoCommand):
    """Puts a measurement or an observation, changes it, or takes it away. `answering` joins it to the one before."""

    def __init__(
        self, session: VisitSession, before: Part | None, after: Part | None, *, answering: bool = False
    ) -> None:
        super().__init__(QCoreApplication.translate("Visit", "test or measure"))
        self._session = session
        self.before = before
        self.after = after
        self._answering = answering
        self._position = _position(session, before) if before is not None else None

    def redo(self) -> None:
        self._show(self.before, self.after)

    def undo(self) -> None:
        self._show(self.after, self.before)

    def id(self) -> int:
        return _ANSWERING if self._answering else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangePart) or self.after is None or other.before is None:
            return False
        if other.before.id != self.after.id:
            return False
        self.after = other.after
        return True

    def _show(self, gone: Part | None, shown: Part | None) -> None:
        if shown is not None:
            self._session.put_part(shown, self._position if gone is None else None)
        elif gone is not None:
            self._session.remove_part(gone)


def change_part(session: VisitSession, after: Part, *, answering: bool = False) -> None:
    """Change a test or measure of the visit, or add one, so that it can be undone."""
    before = session.part(after.id)
    if before != after and not session.locked:
        session.undo_stack.push(ChangePart(session, before, after, answering=answering))


def add_parts(session: VisitSession, parts: Sequence[Part]) -> None:
    """Add several as one step that can be undone."""
    if parts and not session.locked:
        session.undo_stack.beginMacro(QCoreApplication.translate("Visit", "tests and measures"))
        for part in parts:
            change_part(session, part)
        session.undo_stack.endMacro()


def delete_part(session: VisitSession, part_id: str) -> None:
    """Take a test or measure away so that it can be undone."""
    before = session.part(part_id)
    if before is not None and not session.locked:
        session.undo_stack.push(ChangePart(session, before, None))


def _position(session: VisitSession, part: Part) -> int:
    visit = session.visit
    parts: Sequence[Part] = visit.measurements if isinstance(part, Measurement) else visit.observations
    ids = [other.id for other in parts]
    return ids.index(part.id) if part.id in ids else len(ids)
