"""How texts are cut and searched for words."""

from __future__ import annotations

import re
from functools import lru_cache
from textwrap import wrap
from typing import Final

from therapist_desk.domain.checklist.shorthand import WRITTEN_OUT, written_out

_END: Final = re.compile(r"(?<=[.!?;])\s+")
_TITLES: Final = frozenset(["dr", "st", "mt", "ms", "mr", "mrs", "vs", "lt", "rt", "e.g", "i.e", "w"])
_LONGEST: Final = 400
"""Letters of a sentence that is looked at in one."""
_REMEMBERED: Final = 16
"""Texts of which the plain words are kept: the sections of a note, alone and joined."""
_QUOTED: Final = re.compile(r"[\"“«][^\"”»\n]*[\"”»]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS: Final = """
the of and to in is was with for on at her his she he no not by from are has had when after x w pt pain
"""
_OTHER_WORDS: Final = """
el la los las de del que con en por una un su al se es y no muy desde para cuando sin mas más puede
le les des du et à au aux une dans pour pas est depuis avec sur elle il sa son ses ne plus
"""
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_OTHER: Final = frozenset(_OTHER_WORDS.split())
_FEW: Final = 2
"""From this many words of another language on a text may be in it."""
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")


def any_of(*words: str) -> re.Pattern[str]:
    """Match any of these words, each a pattern, in capitals or not."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def listed(patterns: str) -> re.Pattern[str]:
    """Match any of the patterns of a list: two spaces or a new line end one, a line that begins with | goes on."""
    whole = re.sub(r"\n\s*\|", "|", patterns.strip())
    return any_of(*re.split(r"\s*\n\s*| {2,}", whole))


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text where sentences and lines end, and between words where it goes on and on."""
    return tuple(piece for line in text.splitlines() for part in _parts(line.strip()) for piece in _pieces(part))


@lru_cache(maxsize=_REMEMBERED)
def told(text: str) -> tuple[tuple[str, str], ...]:
    """Give each English sentence as it stands, and what its author says there in plain words, quoting nobody.

    Several rules ask it of the same text, and again at each key that is pressed in another.
    """
    return tuple((said, written_out(unquoted(said))) for said in filter(in_english, sentences(text)))


def unquoted(text: str) -> str:
    """Leave out what stands in quotation marks: somebody else's words."""
    return _QUOTED.sub(" ", text)


def in_english(text: str) -> bool:
    """Tell whether a text can be judged by English words; one that cannot is left alone rather than blamed."""
    words = [word.casefold() for word in _WORD.findall(text)]
    letters = "".join(words)
    if 2 * len(_LATIN.findall(letters)) < len(letters):
        return False
    foreign = sum(word in _OTHER for word in words)
    return foreign < _FEW or foreign <= sum(word in _ENGLISH for word in words)


def _parts(line: str) -> list[str]:
    """Cut a line after its sentences; the stop of a short form ends none."""
    parts: list[str] = []
    for part in _END.split(line):
        last = parts[-1].split()[-1].casefold().lstrip("([") if parts else ""
        goes_on = last[:-1] in _TITLES or (last[:-1] in WRITTEN_OUT and not part[:1].isupper())
        if last.endswith(".") and goes_on:
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
    return parts


def _pieces(said: str) -> list[str]:
    return [said] if len(said) <= _LONGEST else wrap(said, _LONGEST)
