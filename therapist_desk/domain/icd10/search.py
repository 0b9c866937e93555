"""Finding a code by its beginning, by words of its title, or by what people call the condition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, chain, islice, product
from typing import Final, NamedTuple

from therapist_desk.domain.icd10.code import code_beginning, meant_beginnings
from therapist_desk.domain.icd10.nearest import nearest_words
from therapist_desk.domain.icd10.table import CodeTable, IcdCode
from therapist_desk.domain.names import fold

_BETWEEN_WORDS: Final = re.compile(r"[^\w\n]+")
_APOSTROPHES: Final = re.compile(r"['’]")
_SIMPLY: Final = {
    code: char.lower() if char.isalnum() or char in "_\n" else None if char == "'" else " "
    for code, char in enumerate(map(chr, range(128)))
}
"""The same of ASCII, which nearly all names are: small letters and single characters between words."""
_MOST_WORDS: Final = 8  # more narrow nothing down, and each costs time
_BEGUN: Final = 3  # shorter words begin so many others that nothing is told from them
_MOST_READINGS: Final = 8  # of a text whose words may each be several
_FEW: Final = 2000  # up to here sorting is cheaper than walking through the table
_FEW_TITLES: Final = 400  # and up to here each title may be looked at
_LOOK: Final = 8  # parts of titles that are walked through in the time in which one code is looked at
_LAST: Final = "\U0010ffff"

Places = Collection[int]
Order = tuple[int, int, int, int]
Query = tuple[tuple[str, ...], ...]
"""What is looked for: of each word the ones that it may be."""


class Term(NamedTuple):
    """Another name of all codes that begin with the dotted `code`: an official inclusion term, or a common name."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code, and the other name by which it was found, or an empty text."""

    code: str
    title: str
    called: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """How people write: `spellings` and abbreviations, each with the words meant; `alike`, words that name the same.

    `filling` says nothing ("of"). Only where nothing is found with them `qualifying` words are left out ("chronic"),
    and then `vague` ones ("disorder").
    """

    spellings: Mapping[str, str]
    alike: Mapping[str, str]
    filling: Collection[str]
    qualifying: Collection[str]
    vague: Collection[str]


class CodeIndex:
    """Words of titles and of other names, each with the codes that have them.

    Titles repeat their parts ("..., initial encounter"), so words lead to parts and parts to places in the table:
    a third of the entries, and built in a third of the time, of an index from words to places.
    """

    def __init__(self, table: CodeTable, terms: Sequence[Term], usual: Iterable[str], wordings: Wordings) -> None:
        self._table = table
        self._wordings = wordings
        places = dict.fromkeys(chain.from_iterable(table.below(code) for code in usual))
        self._usual = {place: rank for rank, place in enumerate(places)}
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
        self._reach = list(accumulate((len(self._words[word]) for word in self._sorted_words), initial=0))

    def find(self, text: str, limit: int) -> tuple[FoundCode, ...]:
        """Give the codes that `text` may mean, the likeliest first, at most `limit`.

        A code or its beginning, with or without the dot, gives the codes that begin so. Else each word must begin
        a word of the title or of another name, in any order. Those come first whose title or other name is the
        text, then those where it begins with it, then those whose own title has most of the words; among equals
        the codes usual in massage, the likelier first, then the table's order.

        Where nothing is found, misspelt words are put right, words that name the same are taken too ("neck" for
        "cervical"), and vague ones left out, in this order.
        """
        by_code = self._by_code(text)
        query, matching = self._best_reading(text)
        others = self._ranked(query, matching, limit) if matching else iter(())
        places = islice(chain(by_code, (place for place in others if place not in by_code)), limit)
        return tuple(self._found(place, query, by_code) for place in places)

    def _by_code(self, text: str) -> range:
        beginning = code_beginning(text)
        typed = self._table.below(beginning) if beginning else range(0)
        if typed:
            return typed
        return next((found for each in meant_beginnings(text) if (found := self._table.below(each))), typed)

    def _best_reading(self, text: str) -> tuple[Query, Places]:
        """Give the first reading of a text that finds anything, and what it finds."""
        tried: Query = ()
        for query in self._readings(text):
            if query and query != tried and (matching := self._matching(query)):
                return query, matching
            tried = query
        return (), ()

    def _readings(self, text: str) -> Iterator[Query]:
        words = self._query_words(text)
        yield tuple((word,) for word in words)
        if not words or len(words[-1]) < _BEGUN:  # it is still being typed
            return
        put_right = tuple(self._put_right(word) for word in words)
        yield put_right
        alike = self._wordings.alike
        wide = tuple((*each, *(alike[word] for word in each if word in alike)) for each in put_right)
        yield wide
        told = tuple(each for each in wide if each[0] not in self._wordings.qualifying)
        yield told
        yield tuple(each for each in told if each[0] not in self._wordings.vague)

    def _put_right(self, word: str) -> tuple[str, ...]:
        known = next(self._words_from(word), None) is not None
        return (word,) if known else nearest_words(word, self._sorted_words) or (word,)

    def _query_words(self, text: str) -> list[str]:
        """Give the words to look for; a single letter is worth the time only as the word being typed."""
        typed = _simple(text).split()
        if len(typed) > 1:
            meant = chain.from_iterable(self._wordings.spellings.get(word, word).split() for word in typed)
            told = [word for word in meant if word not in self._wordings.filling] or typed
            typed = [word for word in told[:-1] if len(word) > 1] + told[-1:]
        elif typed and len(typed[0]) > 1:
            typed = self._wordings.spellings.get(typed[0], typed[0]).split()
        return [] if typed and len(typed[0]) == 1 else typed[:_MOST_WORDS]

    def _matching(self, query: Query) -> Places:
        """Give the places that have all the words, beginning with the rarest: only its set is ever built whole.

        The word being typed is often a letter that begins half of all words: the few places left are looked at then.
        """
        rarest, *others = sorted(set(query), key=self._parts_of)
        matching = set(self._having(rarest))
        for words in others:
            if len(matching) * _LOOK < self._parts_of(words):
                matching = {place for place in matching if self._has(self._table[place], words)}
            else:
                matching.intersection_update(self._having(words))
        return matching

    def _parts_of(self, words: Iterable[str]) -> int:
        """Count the parts of titles, and the other names, that have one of the words, or a few more."""
        return sum(self._reach[last] - self._reach[first] for first, last in map(self._begun_by, words))

    def _having(self, words: Iterable[str]) -> Iterator[int]:
        begun = chain.from_iterable(self._words_from(word) for word in words)
        parts = set(chain.from_iterable(self._words[each] for each in begun))
        return chain.from_iterable(self._places[part] for part in parts)

    def _has(self, entry: IcdCode, words: Iterable[str]) -> bool:
        texts = (entry.title, *self._other_names(entry))
        return any(_begins_in(word, text) for text in texts for word in words)

    def _words_from(self, beginning: str) -> Iterator[str]:
        return islice(self._sorted_words, *self._begun_by(beginning))

    def _begun_by(self, beginning: str) -> tuple[int, int]:
        first = bisect_left(self._sorted_words, beginning)
        return first, bisect_left(self._sorted_words, beginning + _LAST, lo=first)

    def _ranked(self, query: Query, matching: Places, limit: int) -> Iterator[int]:
        texts = [" ".join(words) for words in islice(product(*query), _MOST_READINGS)]
        whole, begun = self._opening(texts, ""), self._opening(texts, _LAST).keys()
        few = len(matching) <= _FEW_TITLES
        titled = self._titled(query, matching) if few else {}
        last = len(self._places)

        def order(place: int) -> Order:
            return whole.get(place, last), -titled.get(place, 0), self._usual.get(place, last), place

        usual, given = self._usual.keys(), set[int]()
        rest = (matching,) if few else (usual, matching)
        for group in (whole.keys() & usual, whole.keys(), begun & usual, begun, *rest):
            chosen = self._first(group, matching, given, limit, order)
            yield from chosen
            given.update(chosen)

    def _titled(self, query: Query, matching: Places) -> dict[int, int]:
        """Count for each place the words that its own title has: the others it shares with its neighbours."""
        titles = {place: f" {_simple(self._table[place].title)}" for place in matching}
        return {
            place: sum(any(f" {word}" in title for word in each) for each in query) for place, title in titles.items()
        }

    def _opening(self, texts: Sequence[str], until: str) -> dict[int, int]:
        """Give the places of the openings from a text to it and `until`, each with the first part that led there."""
        numbers: set[int] = set()
        for text in texts:
            first = bisect_left(self._openings, (text,))
            last = bisect_left(self._openings, (text + until, len(self._places)), lo=first)
            numbers.update(number for _, number in self._openings[first:last])
        places: dict[int, int] = {}
        for number in sorted(numbers, reverse=True):  # what is entered last stays: the first part
            places.update(dict.fromkeys(self._places[number], number))
        return places

    def _first(
        self, group: Collection[int], matching: Places, given: set[int], limit: int, order: Callable[[int], Order]
    ) -> list[int]:
        if len(group) > _FEW:
            places = (place for place in range(len(self._table)) if place in group)
            return list(islice((place for place in places if place in matching and place not in given), limit))
        return nsmallest(limit, (place for place in group if place in matching and place not in given), key=order)

    def _found(self, place: int, query: Query, by_code: range) -> FoundCode:
        entry = self._table[place]
        return FoundCode(entry.code, entry.title, "" if place in by_code else self._called(entry, query))

    def _called(self, entry: IcdCode, query: Query) -> str:
        """Give the other name that has most of the words which the title lacks, of the narrowest code at that."""
        missing = [each for each in query if not any(_begins_in(word, entry.title) for word in each)]
        if not missing:
            return ""

        def having(name: str) -> int:
            return sum(any(_begins_in(word, name) for word in each) for each in missing)

        return max(self._other_names(entry), key=having, default="")

    def _other_names(self, entry: IcdCode) -> Iterator[str]:
        """Give what a code is called besides, of the narrowest code first."""
        beginnings = (entry.code[:end] for end in range(len(entry.code), 2, -1))
        return chain.from_iterable(self._names.get(each, ()) for each in beginnings)


def _begins_in(word: str, text: str) -> bool:
    return f" {word}" in f" {_simple(text)}"


def _title_parts(table: CodeTable) -> tuple[dict[str, list[int]], set[int]]:
    """Give the parts of all titles with the places that have them, and the numbers of those that begin a title."""
    parts: defaultdict[str, list[int]] = defaultdict(list)
    opening: set[str] = set()
    for place, title in enumerate(table.titles()):
        pieces = title.split(", ")
        opening.add(pieces[0])
        for piece in pieces:
            parts[piece].append(place)
    return parts, {number for number, part in enumerate(parts) if part in opening}


def _places_of(terms: Sequence[Term], table: CodeTable) -> list[range]:
    # Thousands of terms: with the codes at hand in a list this takes a tenth of the time of `below`.
    codes = table.codes()
    found: dict[str, range] = {}
    for code, _ in terms:
        if code not in found:
            first = bisect_left(codes, code)
            found[code] = range(first, bisect_left(codes, code + _LAST, lo=first))
    return [found[code] for code, _ in terms]


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
    bare = text if text.isascii() else fold(text)
    if not bare.isascii():
        return _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", bare).lower())
    bare = bare.translate(_SIMPLY)
    while "  " in bare:
        bare = bare.replace("  ", " ")
    return bare
