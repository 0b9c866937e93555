"""Finding a code by its beginning, by words of its title, or by what people call the condition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, islice
from typing import Final

from therapist_desk.domain.icd10.code import code_beginning
from therapist_desk.domain.icd10.table import CodeTable, IcdCode
from therapist_desk.domain.names import fold

_BETWEEN_WORDS: Final = re.compile(r"[^\w\n]+")
_APOSTROPHES: Final = re.compile(r"['’]")
_MOST_WORDS: Final = 8  # more narrow nothing down, and each costs time
_FEW: Final = 2000  # up to here sorting is cheaper than walking through the table
_LAST: Final = "\U0010ffff"

Places = Collection[int]


@dataclass(frozen=True, slots=True)
class Term:
    """Another name of all codes that begin with the dotted `code`: an official inclusion term, or a common name."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code, and the other name by which it was found, or an empty text."""

    code: str
    title: str
    called: str


class CodeIndex:
    """Words of titles and of other names, each with the codes that have them.

    Titles repeat their parts ("..., initial encounter"), so words lead to parts and parts to places in the table:
    a third of the entries, and built in a third of the time, of an index from words to places.
    """

    def __init__(
        self, table: CodeTable, terms: Sequence[Term], usual: Iterable[str], spellings: Mapping[str, str]
    ) -> None:
        self._table = table
        self._spellings = spellings
        self._usual = frozenset(chain.from_iterable(table.below(code) for code in usual))
        title_parts, opening = _title_parts(table)
        self._places: list[Places] = [*title_parts.values(), *_places_of(terms, table)]
        parts = _all_simple([*title_parts, *(term.words for term in terms)])
        self._openings = sorted(
            (part, number) for number, part in enumerate(parts) if number >= len(title_parts) or number in opening
        )
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for term in terms:
            self._names[term.code].append(term.words)
        self._words = _gather_words(parts)
        self._sorted_words = sorted(self._words)

    def find(self, text: str, limit: int) -> tuple[FoundCode, ...]:
        """Give the codes that `text` may mean, the likeliest first, at most `limit`.

        A code or its beginning, with or without the dot, gives the codes that begin so. Else each word must begin
        a word of the title or of another name, in any order. Those come first whose title or other name is the
        text, then those where it begins with it; among equals the codes usual in massage, then the table's order.
        """
        beginning = code_beginning(text)
        by_code = self._table.below(beginning) if beginning else range(0)
        words = self._query_words(text)
        others = self._ranked(" ".join(words), self._matching(words), limit) if words else iter(())
        places = islice(chain(by_code, (place for place in others if place not in by_code)), limit)
        return tuple(self._found(place, words, by_code) for place in places)

    def _query_words(self, text: str) -> list[str]:
        """Give the words to look for; a single letter is worth the time only as the word being typed."""
        typed = _simple(text).split()
        kept = [word for word in typed[:-1] if len(word) > 1] + typed[-1:]
        if kept and len(kept[0]) == 1:
            return []
        return [self._spellings.get(word, word) for word in kept[:_MOST_WORDS]]

    def _matching(self, words: Sequence[str]) -> Places:
        """Give the places that have all the words, beginning with the rarest: only its set is ever built whole."""
        having = sorted((self._having(word) for word in set(words)), key=lambda groups: sum(map(len, groups)))
        matching = set(chain.from_iterable(having[0]))
        for groups in having[1:]:
            if not matching:
                break
            matching.intersection_update(chain.from_iterable(groups))
        return matching

    def _having(self, word: str) -> list[Places]:
        parts = set(chain.from_iterable(self._words[each] for each in self._words_from(word)))
        return [self._places[part] for part in parts]

    def _words_from(self, beginning: str) -> Iterator[str]:
        first = bisect_left(self._sorted_words, beginning)
        last = bisect_left(self._sorted_words, beginning + _LAST, lo=first)
        return islice(self._sorted_words, first, last)

    def _ranked(self, text: str, matching: Places, limit: int) -> Iterator[int]:
        whole, begun = self._opening(text, ""), self._opening(text, _LAST)
        given: set[int] = set()
        for group in (whole & self._usual, whole, begun & self._usual, begun, self._usual, matching):
            chosen = self._first(group, matching, given, limit)
            yield from chosen
            given.update(chosen)

    def _opening(self, text: str, until: str) -> set[int]:
        """Give the places of the openings from `text` to `text` and `until`."""
        first = bisect_left(self._openings, (text,))
        last = bisect_left(self._openings, (text + until, len(self._places)), lo=first)
        return set(chain.from_iterable(self._places[number] for _, number in self._openings[first:last]))

    def _first(self, group: Places, matching: Places, given: set[int], limit: int) -> list[int]:
        if len(group) > _FEW:
            places = (place for place in range(len(self._table)) if place in group)
            return list(islice((place for place in places if place in matching and place not in given), limit))
        return nsmallest(limit, (place for place in group if place in matching and place not in given))

    def _found(self, place: int, words: Sequence[str], by_code: range) -> FoundCode:
        entry = self._table[place]
        return FoundCode(entry.code, entry.title, "" if place in by_code else self._called(entry, words))

    def _called(self, entry: IcdCode, words: Sequence[str]) -> str:
        """Give the other name that has most of the words which the title lacks, of the narrowest code at that."""
        missing = [word for word in words if not _begins_in(word, entry.title)]
        if not missing:
            return ""
        names = [name for end in range(len(entry.code), 2, -1) for name in self._names.get(entry.code[:end], ())]
        return max(names, key=lambda name: sum(_begins_in(word, name) for word in missing), default="")


def _begins_in(word: str, text: str) -> bool:
    return f" {word}" in f" {_simple(text)}"


def _title_parts(table: CodeTable) -> tuple[dict[str, list[int]], set[int]]:
    """Give the parts of all titles with the places that have them, and the numbers of those that begin a title."""
    parts: dict[str, list[int]] = {}
    opening: set[str] = set()
    for place, title in enumerate(table.titles()):
        pieces = title.split(", ")
        opening.add(pieces[0])
        for piece in pieces:
            parts.setdefault(piece, []).append(place)
    return parts, {number for number, part in enumerate(parts) if part in opening}


def _places_of(terms: Sequence[Term], table: CodeTable) -> list[range]:
    # Thousands of terms: with the codes at hand in a list this takes a tenth of the time of `below`.
    codes = list(table.codes())
    return [range(bisect_left(codes, term.code), bisect_left(codes, term.code + _LAST)) for term in terms]


def _gather_words(parts: Sequence[str]) -> dict[str, list[int]]:
    words: defaultdict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for word in part.split():
            words[word].append(number)
    return dict(words)


def _all_simple(texts: Sequence[str]) -> list[str]:
    """Give each as `_simple` does, most of them in one go."""
    return _simple("\n".join(text if text.isascii() else fold(text) for text in texts)).split("\n")


def _simple(text: str) -> str:
    """Reduce to words of small letters with single spaces, line by line: what search compares."""
    bare = _APOSTROPHES.sub("", text if text.isascii() else fold(text)).lower()
    return _BETWEEN_WORDS.sub(" ", bare)
