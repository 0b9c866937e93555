"""Settings of this computer in an ini file of the user's; never anything about a client."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QLocale

from therapist_desk.app.settings_file import LAST_STORE, SCHEME, settings_file, text_of
from therapist_desk.ui.preferences import BORDERS, IDLE_CHOICES, IDLE_USUAL, PAPERS, Preferences
from therapist_desk.ui.theme.apply import Scheme

_GEOMETRY: Final = "window/geometry"
_PLACE: Final = "window/place"
_COPY_TROUBLE: Final = "copies/trouble"
_CUT_SHORT: Final = "lock/cut_short"
_ON: Final = "on"
_OFF: Final = "off"


class Settings:
    """Typed access to the ini file; what cannot be read counts as not set."""

    def __init__(self) -> None:
        self._file = settings_file()

    def load(self) -> Preferences:
        """Give what is set, with the usual values for what is not."""
        return Preferences(
            scheme=_scheme(self._text(SCHEME)),
            idle_minutes=_idle(self._text("lock/idle_minutes")),
            paper=_paper(self._text("documents/paper")),
            borders=_borders(self._text("map/borders")),
            typical_referral=self._text("map/typical_referral") != _OFF,
            spelling=self._text("notes/spelling") != _OFF,
            claim_right=_tenths(self._text("documents/claim_right")),
            claim_down=_tenths(self._text("documents/claim_down")),
            document_folder=self._text("documents/folder"),
            seal_documents=self._text("documents/seal") == _ON,
            seal_certificate=self._text("documents/seal_certificate"),
            copy_folder=self._text("copies/folder"),
            last_therapist=self._text("unlock/last_therapist"),
            last_store=self._text(LAST_STORE),
        )

    def save(self, preferences: Preferences) -> None:
        """Keep `preferences`."""
        self._file.setValue(SCHEME, preferences.scheme.value)
        self._file.setValue("lock/idle_minutes", str(preferences.idle_minutes))
        self._file.setValue("documents/paper", preferences.paper)
        self._file.setValue("map/borders", preferences.borders)
        self._file.setValue("map/typical_referral", _ON if preferences.typical_referral else _OFF)
        self._file.setValue("notes/spelling", _ON if preferences.spelling else _OFF)
        self._file.setValue("documents/folder", preferences.document_folder)
        self._file.setValue("documents/claim_right", str(preferences.claim_right))
        self._file.setValue("documents/claim_down", str(preferences.claim_down))
        self._file.setValue("documents/seal", _ON if preferences.seal_documents else _OFF)
        self._file.setValue("documents/seal_certificate", preferences.seal_certificate)
        self._file.setValue("copies/folder", preferences.copy_folder)
        self._file.setValue("unlock/last_therapist", preferences.last_therapist)
        self._file.setValue(LAST_STORE, preferences.last_store)
        self._file.sync()

    def geometry(self) -> QByteArray:
        """Give the main window's place as last saved, or nothing."""
        value = self._file.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    def save_geometry(self, geometry: QByteArray) -> None:
        """Keep the main window's place."""
        self._file.setValue(_GEOMETRY, geometry)
        self._file.sync()

    def copy_trouble(self) -> str:
        """Give the sentence why the last daily copy failed, or nothing."""
        return self._text(_COPY_TROUBLE)

    def save_copy_trouble(self, words: str) -> None:
        """Keep why a daily copy failed, to be told at the next start; nothing where it did not."""
        self._file.setValue(_COPY_TROUBLE, words)
        self._file.sync()

    def take_cut_short(self) -> str:
        """Give what closing the charts called off, once; nothing where it called off nothing."""
        words = self._text(_CUT_SHORT)
        if words:
            self.save_cut_short("")
        return words

    def save_cut_short(self, words: str) -> None:
        """Keep what closing the charts called off, to be told at the next start."""
        self._file.setValue(_CUT_SHORT, words)
        self._file.sync()

    def place(self) -> list[str]:
        """Give the texts last kept by `save_place`, or nothing."""
        value = self._file.value(_PLACE)
        return [str(text) for text in value] if isinstance(value, list) else []

    def save_place(self, texts: list[str]) -> None:
        """Keep where one is, at once: the process may end at any moment."""
        self._file.setValue(_PLACE, texts)
        self._file.sync()

    def _text(self, key: str) -> str:
        return text_of(self._file, key)


def _scheme(text: str) -> Scheme:
    return Scheme(text) if text in {scheme.value for scheme in Scheme} else Scheme.SYSTEM


def _idle(text: str) -> int:
    minutes = int(text) if text.isascii() and text.isdigit() else IDLE_USUAL
    return minutes if minutes in IDLE_CHOICES else IDLE_USUAL


def _tenths(text: str) -> int:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 3 else 0  # noqa: PLR2004 - 99.9 mm


def _borders(text: str) -> str:
    return text if text in BORDERS else BORDERS[0]


def _paper(text: str) -> str:
    if text in PAPERS:
        return text
    imperial = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return PAPERS[0] if imperial else PAPERS[1]
