"""The known words that a misspelt one may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

_SHORTEST: Final = 5  # shorter words have too many neighbours
_LONG: Final = 6  # from here on two slips may be meant


def nearest_words(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """Give those of the sorted `known` words that are the fewest slips away from `word`, at most two.

    A slip is a letter missing, too much or wrong, or two that changed places. People get the first letter right.
    """
    if len(word) < _SHORTEST:
        return ()
    most = 2 if len(word) >= _LONG else 1
    nearest: list[str] = []
    first, last = bisect_left(known, word[0]), bisect_left(known, chr(ord(word[0]) + 1))
    letters = set(word)
    for each in known[first:last]:
        # Two cheap looks first: most words are far off.
        if abs(len(each) - len(word)) > most or len(letters ^ set(each)) > 2 * most:
            continue
        slips = _slips(word, each, most)
        if slips <= most:
            if slips < most:
                nearest, most = [], slips
            nearest.append(each)
    return tuple(nearest)


def _slips(one: str, other: str, most: int) -> int:
    """Count the slips between two words (optimal string alignment); more than `most` are not counted on."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for place, against in enumerate(other, 1):
            step = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != against))
            if earlier and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                step = min(step, earlier[place - 2] + 1)
            row.append(step)
        if min(row) > most:
            return most + 1
    return row[-1]
