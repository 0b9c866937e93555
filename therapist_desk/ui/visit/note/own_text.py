"""A field for the therapist's own words: no frame, as high as what is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from therapist_desk.domain.notes.phrase import Phrase
from therapist_desk.ui.spelling.help import SpellingHelp
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.visit.note.phrase_typing import expand, next_gap

_LEAST = 22
_INDENT = 7
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons to lose the keyboard after which it comes back."""


class OwnText(QTextEdit):
    """Plain text that grows with its document; keeps its own undo. `left` follows the loss of the focus.

    Once `check_spelling` is called, words not known are underlined; the menu, or F7, offers what may be meant.
    The letters of one of `phrases` become its text by Tab, or by a space where a semicolon stands before them.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, *, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrases: Sequence[Phrase] = ()
        self._told = ""
        self._pointed_out = False
        self._help: SpellingHelp | None = None
        self.setProperty("role", "plain")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.document().setDocumentMargin(2)
        self.setViewportMargins(_INDENT, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show `text`; where it stands there already, the cursor and the undo steps stay."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._told = text
            self._grow()

    def point_out(self, words: str) -> bool:
        """Select words with the keyboard in them, until it goes elsewhere; tell whether they stand here."""
        found = self.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
        if found.isNull():
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setTextCursor(found)
        self._pointed_out = True
        return True

    def check_spelling(self, spelling: Spelling) -> None:
        """Underline what is not known, from now on."""
        self._help = SpellingHelp(self, spelling)

    def sizeHint(self) -> QSize:
        return QSize(300, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space and expand(self, self.phrases, marked=True):
            return
        if plain and event.key() == Qt.Key.Key_F7 and self._help is not None and self._help.go_on():
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._help is not None:
            self._help.marks.rehighlight()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        if self._help is None or not self._help.open_at(cursor, place):
            super().contextMenuEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # Tab comes here before any key event does.
        if forward and (expand(self, self.phrases, marked=False) or next_gap(self)):
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pointed_out and event.reason() not in _STILL_HERE:
            self._pointed_out = False
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.left.emit()

    def _height(self) -> int:
        return max(_LEAST, round(self.document().size().height()))

    @Slot()
    def _grow(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    @Slot()
    def _tell(self) -> None:
        # An underline is a change to Qt, but not to what is written.
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.typed.emit(text)
