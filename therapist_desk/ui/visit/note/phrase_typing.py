"""Phrases in a field of text: letters become a phrase, and Tab goes through its places to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from therapist_desk.domain.notes.phrase import Phrase, gaps, typed_phrase


def insert_phrase(edit: QTextEdit, phrase: Phrase, *, instead: int = 0) -> None:
    """Put a phrase at the cursor, in place of the `instead` characters before it; what stands there stays.

    One step to undo. The first place to fill in is selected.
    """
    cursor = edit.textCursor()
    cursor.clearSelection() if instead else cursor.setPosition(cursor.selectionEnd())
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, instead)
    before = edit.toPlainText()[: cursor.selectionStart()]
    text = phrase.text if not before or before[-1].isspace() else f" {phrase.text}"
    start = cursor.selectionStart()
    cursor.insertText(text)
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    places = gaps(text)
    if places:
        _select(edit, start + places[0][0], start + places[0][1])


def expand(edit: QTextEdit, phrases: Sequence[Phrase], *, marked: bool) -> bool:
    """Turn the letters before the cursor into their phrase; tell whether they were those of one."""
    cursor = edit.textCursor()
    if cursor.hasSelection() or edit.isReadOnly():
        return False
    line = cursor.block().text()[: cursor.positionInBlock()]
    found = typed_phrase(line, phrases, marked=marked)
    if found is None:
        return False
    insert_phrase(edit, found[0], instead=found[1])
    return True


def next_gap(edit: QTextEdit) -> bool:
    """Select the next place to fill in after the cursor, in the same line; tell whether there is one."""
    cursor = edit.textCursor()
    block, at = cursor.block(), cursor.selectionEnd() - cursor.block().position()
    place = next((place for place in gaps(block.text()) if place[0] >= at), None)
    if place is None or edit.isReadOnly():
        return False
    _select(edit, block.position() + place[0], block.position() + place[1])
    return True


def _select(edit: QTextEdit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
