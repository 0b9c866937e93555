"""The ini file of the user's settings, and the little that is read of it before the first paint."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

SCHEME: Final = "appearance/scheme"
LAST_STORE: Final = "unlock/last_store"
_MIDDLE_LIGHTNESS: Final = 128


def settings_file() -> QSettings:
    """Open the file; it need not be there."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "TherapistDesk", "therapist-desk")


def text_of(file: QSettings, key: str) -> str:
    """Give a text, or nothing where none can be read."""
    value = file.value(key)
    return value if isinstance(value, str) else ""


def remembered_store(file: QSettings) -> Path | None:
    """Give the folder whose charts were opened last."""
    text = text_of(file, LAST_STORE)
    return Path(text) if text else None


def wants_dark(file: QSettings, application: QApplication) -> bool:
    """Whether the windows are dark, by the setting or else by the system's palette."""
    scheme = text_of(file, SCHEME)
    if scheme in {"light", "dark"}:
        return scheme == "dark"
    return application.palette().window().color().lightness() < _MIDDLE_LIGHTNESS
