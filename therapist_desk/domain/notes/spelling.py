"""Spelling: which words of a note are looked up, and what a slip of one letter may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_LEAST: Final = 2


def words_to_check(text: str) -> Iterator[tuple[int, str]]:
    """Give each word that can be judged, with its place.

    Single letters, abbreviations in capitals or with capitals inside ("ROM", "TrP"), and what has digits beside it
    ("C5", "3x") are none.
    """
    for found in _WORD.finditer(text):
        word, start, end = found.group(), found.start(), found.end()
        beside = text[start - 1 : start] + text[end : end + 1]
        if len(word) >= _LEAST and word[1:].islower() and not any(each.isdigit() or each == "_" for each in beside):
            yield start, word


def plain(word: str) -> str:
    """Write a word as the lists have it: small letters, a straight apostrophe, no possessive."""
    return word.replace("’", "'").casefold().removesuffix("'s")


def one_slip(word: str) -> Iterator[str]:
    """Give what one slip may have meant, the likeliest first.

    A letter that should be double, letters that changed places, one that is missing, one too much, a wrong one.
    """
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (left + left[-1] + right for left, right in halves if left)
    yield from (left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    yield from (left + letter + right for left, right in halves for letter in _LETTERS)
    yield from (left + right[1:] for left, right in halves if right)
    yield from (left + letter + right[1:] for left, right in halves if right for letter in _LETTERS)


def like(word: str, model: str) -> str:
    """Write `word` with a capital where `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
