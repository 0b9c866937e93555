"""Keys of the visit screen that a line of text would take for itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

OFFER_KEYS: Final = "Ctrl+E"
"""Opens what can be tested and measured; on Linux a line edit would go to its end with it."""


def lets_through(event: QEvent) -> bool:
    """Tell whether a line asked to keep a key that belongs to the screen; the key is then left to the screen."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if QKeySequence(event.keyCombination()) != QKeySequence(OFFER_KEYS):
        return False
    event.ignore()
    return True
