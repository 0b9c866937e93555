"""The spelling check: the dictionary, the field's words, and those that the therapist added."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

from therapist_desk.domain.notes.spelling import like, one_slip, plain
from therapist_desk.services.desk import Desk
from therapist_desk.services.resources import ResourceDamagedError, whole

_LANGUAGE: Final = "en_US"
_MOST: Final = 5
_REMEMBERED: Final = 20_000


class _Dictionary(Protocol):
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


class Speller:
    """English with the words of the field.

    `right` takes microseconds and may be asked on the thread of the windows; `suggest` takes up to half a second and
    has a dictionary of its own, as Hunspell's is not to be asked from two threads.
    """

    def __init__(self, folder: Path) -> None:
        """Read the lists.

        Raises:
            ResourceDamagedError: a file cannot be used.
        """
        self._folder = folder
        with whole("medical.txt"):
            words = (folder / "medical.txt").read_text(encoding="utf-8").split()
        self._field = frozenset(words)
        self._dictionary = _open(folder)
        self._second: _Dictionary | None = None
        self.right = lru_cache(_REMEMBERED)(self._right)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give at most five words that may be meant, the likeliest first. Not for two threads at once."""
        if self._second is None:
            self._second = _open(self._folder)
        asked = plain(word)
        near = [each for each in dict.fromkeys(one_slip(asked)) if each in self._field or self._second.spell(each)]
        if len(near) < _MOST:
            near += get_close_matches(asked, self._field, _MOST - len(near), cutoff=0.85)
        if not near:
            near += self._second.suggest(asked)
        return tuple(dict.fromkeys(like(each, word) for each in near if each))[:_MOST]

    def _right(self, word: str) -> bool:
        asked = plain(word)
        return asked in self._field or self._dictionary.spell(word.replace("’", "'"))


def load_speller(resources: Path) -> Speller:
    """Read the dictionary and the field's words.

    Raises:
        ResourceDamagedError: a file cannot be used.
    """
    return Speller(resources / "spelling")


def known_words(desk: Desk) -> frozenset[str]:
    """Read the words that the therapist at the desk says are spelled right."""
    with desk.store.reading() as charts:
        return charts.writing.known_words(desk.therapist_id)


def add_known_word(desk: Desk, word: str) -> str:
    """Take a word as spelled right from now on, for the therapist at the desk."""
    kept = plain(word)
    with desk.store.writing() as charts:
        charts.writing.add_known_word(desk.therapist_id, kept)
    return kept


def drop_known_word(desk: Desk, word: str) -> None:
    """Forget a word that was added."""
    with desk.store.writing() as charts:
        charts.writing.drop_known_word(desk.therapist_id, word)


def _open(folder: Path) -> _Dictionary:
    from hunspell import Hunspell, HunspellFilePathError  # noqa: PLC0415 - a library of its own, not needed to unlock

    try:
        opened: _Dictionary = Hunspell(_LANGUAGE, hunspell_data_dir=str(folder))
    except HunspellFilePathError as error:
        raise ResourceDamagedError(file=f"{_LANGUAGE}.dic") from error
    return opened
