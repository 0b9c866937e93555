"""Underlines the words of a field that the dictionary does not know, except the one being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from therapist_desk.domain.notes.spelling import words_to_check
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.tokens import current_tokens


class SpellingMarks(QSyntaxHighlighter):
    """Only the paragraph that changes is looked at; formats are not part of the text or of its undo steps."""

    def __init__(self, edit: QTextEdit | QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._spelling = spelling
        self._spared: QTextBlock | None = None
        spelling.changed.connect(self.rehighlight)
        edit.cursorPositionChanged.connect(self._look_again)
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ReadOnlyChange:
            self.rehighlight()
        return super().eventFilter(watched, event)

    def highlightBlock(self, text: str) -> None:
        if not self._spelling.ready or self._edit.isReadOnly():
            return  # nobody can change what is locked
        at = self._typing_at(self.currentBlock())
        for start, word in words_to_check(text):
            if self._spelling.right(word):
                continue
            if at is not None and start <= at <= start + len(word):
                self._spared = self.currentBlock()
            else:
                self.setFormat(start, len(word), wave())

    def wrong_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Select the word at a place if it is not known."""
        at = cursor.positionInBlock()
        return next((each for each in self._wrong(cursor.block()) if _covers(each, at)), None)

    def next_wrong(self, cursor: QTextCursor) -> QTextCursor | None:
        """Select the word not known that comes next after a place, or the first one of the field."""
        found = []
        block = self.document().firstBlock()
        while block.isValid():
            found += self._wrong(block)
            block = block.next()
        later = (each for each in found if each.selectionEnd() > cursor.position())
        return next(later, found[0] if found else None)

    def _wrong(self, block: QTextBlock) -> list[QTextCursor]:
        found = []
        for start, word in words_to_check(block.text()):
            if not self._spelling.right(word):
                selected = QTextCursor(block)
                selected.setPosition(block.position() + start)
                selected.setPosition(block.position() + start + len(word), QTextCursor.MoveMode.KeepAnchor)
                found.append(selected)
        return found

    def _typing_at(self, block: QTextBlock) -> int | None:
        cursor = self._edit.textCursor()
        focused = self._edit.window().focusWidget() is self._edit
        here = focused and cursor.block() == block and not cursor.hasSelection()
        return cursor.positionInBlock() if here else None

    @Slot()
    def _look_again(self) -> None:
        block, self._spared = self._spared, None
        if block is not None and block.isValid():
            self.rehighlightBlock(block)


def _covers(selected: QTextCursor, at: int) -> bool:
    start = selected.selectionStart() - selected.block().position()
    return start <= at <= start + len(selected.selectedText())


def wave() -> QTextCharFormat:
    """Give the underline of a word that is not known."""
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    shape.setUnderlineColor(current_tokens().red)
    return shape
