"""What is offered for a word that the dictionary does not know: by the menu of a field, or by F7."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from therapist_desk.ui.spelling.marks import SpellingMarks
from therapist_desk.ui.spelling.menu import open_menu
from therapist_desk.ui.spelling.spelling import Spelling


class SpellingHelp(QObject):
    """Underlines in one field and opens its menu; nothing is changed that is not chosen there."""

    def __init__(self, edit: QTextEdit | QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(edit)
        self._edit = edit
        self._spelling = spelling
        self.marks = SpellingMarks(edit, spelling)

    def open_at(self, cursor: QTextCursor, place: QPoint) -> bool:
        """Offer what may be meant by the word at `cursor`, at a place of the screen; tell whether it is not known."""
        selected = None if self._edit.isReadOnly() else self.marks.wrong_at(cursor)
        if selected is None:
            return False
        self._ask(selected, place)
        return True

    def go_on(self) -> bool:
        """Select the next word that is not known and offer what may be meant; tell whether there is one."""
        selected = None if self._edit.isReadOnly() else self.marks.next_wrong(self._edit.textCursor())
        if selected is None:
            return False
        self._edit.setTextCursor(selected)
        below = self._edit.cursorRect(selected).bottomLeft()
        self._ask(selected, self._edit.viewport().mapToGlobal(below))
        return True

    def _ask(self, selected: QTextCursor, place: QPoint) -> None:
        self._spelling.suggest(selected.selectedText(), self, partial(self._offer, selected, place))

    def _offer(self, selected: QTextCursor, place: QPoint, meant: tuple[str, ...]) -> None:
        word = selected.selectedText()
        if not self._edit.isReadOnly() and self._edit.isVisible() and word:
            menu = self._edit.createStandardContextMenu()
            open_menu(menu, place, word, meant, self._spelling, partial(self._replace, selected))

    def _replace(self, selected: QTextCursor, word: str) -> None:
        selected.insertText(word)
