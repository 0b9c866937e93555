"""The spelling check in fields that are none of the note's own: one line, or a box of text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from therapist_desk.domain.notes.spelling import words_to_check
from therapist_desk.ui.kit.lines_edit import PROSE, EditLine, LinesEdit
from therapist_desk.ui.spelling.help import SpellingHelp
from therapist_desk.ui.spelling.marks import wave
from therapist_desk.ui.spelling.menu import open_menu
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.workplace import Workplace


class LineSpelling(QObject):
    """Underlines in one line what is not known, except the word being typed; its menu, or F7, offers what is meant.

    A line edit takes formats from an input method alone: an event that brings formats and no text changes nothing
    else.
    """

    def __init__(self, line: QLineEdit, spelling: Spelling) -> None:
        super().__init__(line)
        self._line = line
        self._spelling = spelling
        line.installEventFilter(self)
        line.textChanged.connect(self.underline)
        line.cursorPositionChanged.connect(self.underline)
        spelling.changed.connect(self.underline)
        self.underline()

    def wrong(self) -> tuple[tuple[int, str], ...]:
        """Give each word that is not known, with its place."""
        if not self._spelling.ready:
            return ()
        found = words_to_check(self._line.text())
        return tuple((start, word) for start, word in found if not self._spelling.right(word))

    @Slot()
    def underline(self) -> None:
        """Underline what is not known now."""
        at = self._line.cursorPosition()
        typing = at if self._line.hasFocus() and not self._line.hasSelectedText() else -1
        format_kind = QInputMethodEvent.AttributeType.TextFormat
        attributes = [
            QInputMethodEvent.Attribute(format_kind, start - at, len(word), wave())
            for start, word in self.wrong()
            if not start <= typing <= start + len(word)
        ]
        QCoreApplication.sendEvent(self._line, QInputMethodEvent("", attributes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            return self._open_menu(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F7:
            return self._go_on()
        # A line that goes with its window loses the focus while half of it is gone already.
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.PaletteChange} and isValid(self._line):
            self.underline()
        return super().eventFilter(watched, event)

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self._line.cursorPosition() if by_key else self._line.cursorPositionAt(event.pos())
        here = next((each for each in self.wrong() if each[0] <= at <= each[0] + len(each[1])), None)
        if here is None or self._line.isReadOnly():
            return False
        self._ask(here, self._below() if by_key else event.globalPos())
        return True

    def _go_on(self) -> bool:
        found = self.wrong()
        if not found or self._line.isReadOnly():
            return False
        at = self._line.cursorPosition()
        here = next((each for each in found if each[0] + len(each[1]) > at), found[0])
        self._line.setSelection(here[0], len(here[1]))
        self._ask(here, self._below())
        return True

    def _below(self) -> QPoint:
        return self._line.mapToGlobal(QPoint(self._line.cursorRect().left(), self._line.height()))

    def _ask(self, here: tuple[int, str], place: QPoint) -> None:
        self._spelling.suggest(here[1], self, partial(self._offer, here, place))

    def _offer(self, here: tuple[int, str], place: QPoint, meant: tuple[str, ...]) -> None:
        if here in self.wrong() and self._line.isVisible() and not self._line.isReadOnly():
            menu = self._line.createStandardContextMenu()
            open_menu(menu, place, here[1], meant, self._spelling, partial(self._replace, here))

    def _replace(self, here: tuple[int, str], word: str) -> None:
        start, wrong = here
        if self._line.text()[start : start + len(wrong)] == wrong:
            self._line.setSelection(start, len(wrong))
            self._line.insert(word)


class BoxSpelling(QObject):
    """The same for a box of plain text."""

    def __init__(self, box: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(box)
        self._box = box
        self._help = SpellingHelp(box, spelling)
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            cursor = self._box.textCursor() if by_key else self._box.cursorForPosition(event.pos())
            below = self._box.viewport().mapToGlobal(self._box.cursorRect().bottomLeft())
            return self._help.open_at(cursor, below if by_key else event.globalPos())
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F7:
            return self._help.go_on()
        if event.type() == QEvent.Type.PaletteChange and watched is self._box:
            self._help.marks.rehighlight()
        return super().eventFilter(watched, event)


class _AddedLines(QObject):
    """Checks lines that are added to a list later."""

    def __init__(self, lines: LinesEdit, spelling: Spelling) -> None:
        super().__init__(lines)
        self._spelling = spelling
        lines.added.connect(self._check)

    @Slot(object)
    def _check(self, line: EditLine) -> None:
        _check_lines(line, self._spelling)


def check_texts(dialog: QWidget, workplace: Workplace) -> None:
    """Check the spelling in all boxes and lines of prose inside `dialog`, and in those to come."""
    spelling = Spelling(workplace, dialog)
    for box in dialog.findChildren(QPlainTextEdit):
        BoxSpelling(box, spelling)
    _check_lines(dialog, spelling)
    for lines in dialog.findChildren(LinesEdit):
        _AddedLines(lines, spelling)
    spelling.wake()


def _check_lines(parent: QWidget, spelling: Spelling) -> None:
    for line in parent.findChildren(QLineEdit):
        if line.property(PROSE):
            LineSpelling(line, spelling)
