"""Excludes1 notes: codes that should not stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from therapist_desk.domain.icd10.code import plain

_CATEGORY: Final = 3


@dataclass(frozen=True, slots=True)
class CodeRange:
    """All codes from those that begin with `first` to those that begin with `last`, without dots."""

    first: str
    last: str

    @classmethod
    def read(cls, text: str) -> CodeRange:
        """Read "M50" or "M50-M54"."""
        first, _, last = text.partition("-")
        return cls(first, last or first)

    def __contains__(self, code: str) -> bool:
        return self.first <= code and code[: len(self.last)] <= self.last


@dataclass(frozen=True, slots=True)
class ExclusionNote:
    """Excludes1 as the tabular list prints it: under `place`, `words` names what belongs to `excluded` instead."""

    place: CodeRange
    excluded: tuple[CodeRange, ...]
    words: str

    def excludes(self, code: str, other: str) -> bool:
        """Tell whether the note, read at `code`, shuts out `other`; a note says nothing of codes of its own place."""
        return code in self.place and other not in self.place and any(other in each for each in self.excluded)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two codes that an Excludes1 note parts, `code` the one under which the note stands.

    They may still be right together where they are two conditions that have nothing to do with each other
    (ICD-10-CM Official Guidelines, section I.A.12.a): a reason to ask, not to refuse.
    """

    code: str
    other: str
    words: str


class Exclusions:
    """The Excludes1 notes of a release."""

    def __init__(self, notes: Iterable[ExclusionNote]) -> None:
        self._at: dict[str, list[ExclusionNote]] = {}
        self._over_ranges: list[ExclusionNote] = []
        for note in notes:
            if note.place.first == note.place.last:
                self._at.setdefault(note.place.first, []).append(note)
            else:
                self._over_ranges.append(note)

    def conflicts(self, codes: Sequence[str]) -> tuple[Conflict, ...]:
        """Give each pair of `codes` that a note parts, once, in the order of the codes."""
        pairs = combinations(dict.fromkeys(codes), 2)
        return tuple(conflict for one, other in pairs if (conflict := self._between(one, other)) is not None)

    def _between(self, one: str, other: str) -> Conflict | None:
        for code, against in ((one, other), (other, one)):
            bare, shut_out = plain(code), plain(against)
            for note in self._notes_for(bare):
                if note.excludes(bare, shut_out):
                    return Conflict(code, against, note.words)
        return None

    def _notes_for(self, code: str) -> Iterator[ExclusionNote]:
        """Give the notes that may bind a code, the nearest first."""
        for end in range(len(code), _CATEGORY - 1, -1):
            yield from self._at.get(code[:end], ())
        yield from self._over_ranges
