"""Going through the marks by Tab, and keeping some selected on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from therapist_desk.body_map.widget import BodyMap


class MarkWalk:
    """Knows which mark the keyboard has come to, and which others stay selected beside it.

    Anything else that selects marks, a click or Escape, ends what was kept.
    """

    def __init__(self, body_map: BodyMap) -> None:
        self._map = body_map
        self._at = ""
        self._kept: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()

    @property
    def at(self) -> str:
        """The id of the mark that the keyboard has come to, or an empty text."""
        return self._at if self._kept_now() else self._map.selected

    def go_to(self, mark_id: str) -> None:
        """Come to a mark: it alone is selected, with those that were kept."""
        kept = self._kept_now()
        if not kept:
            self._map.choose(mark_id)
            return
        self._at = mark_id
        self._map.choose_several((*(each for each in kept if each != mark_id), mark_id))
        self._shown = self._map.selection
        self._map.tell_focus()

    def toggle(self) -> bool:
        """Keep the mark come to selected when the walk goes on, or keep it no longer; tell whether there is one."""
        at, kept = self.at, self._kept_now()
        mark = next((mark for mark in self._map.marks if mark.id == at), None)
        if mark is None:
            return False
        dropped = at in kept
        self._at = at
        self._kept = tuple(each for each in kept if each != at) if dropped else (*kept, at)
        self._shown = self._map.selection
        if dropped:
            said = QCoreApplication.translate("BodyMap", "{mark}, no longer kept")
        else:
            said = QCoreApplication.translate("BodyMap", "{mark}, kept selected")
        self._map.setAccessibleDescription(said.format(mark=self._map.words_of(mark)))
        return True

    def _kept_now(self) -> tuple[str, ...]:
        return self._kept if self._map.selection == self._shown else ()
