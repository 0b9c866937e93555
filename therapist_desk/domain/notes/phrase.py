"""Phrases: text that a few letters stand for, with places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NewType

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.notes.note import Section

PhraseId = NewType("PhraseId", str)
_GAP: Final = re.compile(r"\[[^\[\]\n]*\]")
_ABBREVIATION: Final = re.compile(r"\w{1,20}")
_TYPED: Final = re.compile(r"(;?)(\w{1,20})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """`[side]` in the text is a place to fill in. Without sections it is for all of them; `own` tells whose it is."""

    id: PhraseId
    abbreviation: str
    text: str
    sections: tuple[Section, ...] = ()
    own: bool = True

    def is_for(self, section: Section) -> bool:
        """Tell whether it is offered in a section."""
        return not self.sections or section in self.sections


def phrase_problems(phrase: Phrase, others: Iterable[Phrase]) -> tuple[FieldProblem, ...]:
    """List what keeps a phrase from being taken; an own one may stand in for a shipped one of the same letters."""
    problems = []
    if not _ABBREVIATION.fullmatch(phrase.abbreviation):
        problems.append(FieldProblem("abbreviation", "abbreviation_invalid"))
    taken = (other for other in others if other.own and other.id != phrase.id)
    if any(other.abbreviation.casefold() == phrase.abbreviation.casefold() for other in taken):
        problems.append(FieldProblem("abbreviation", "abbreviation_taken"))
    if not phrase.text.strip():
        problems.append(FieldProblem("text", "required"))
    return tuple(problems)


def offered(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Give all phrases by their letters; a therapist's own one hides the shipped one of the same letters."""
    found: dict[str, Phrase] = {}
    for phrase in sorted(phrases, key=_own_last):
        found[phrase.abbreviation.casefold()] = phrase
    return tuple(found[key] for key in sorted(found))


def typed_phrase(before: str, phrases: Iterable[Phrase], *, marked: bool) -> tuple[Phrase, int] | None:
    """Find the phrase whose letters end `before`, and how many characters they take.

    `marked` wants a semicolon before the letters, as when a space follows them; Tab after the letters needs none.
    """
    typed = _TYPED.search(before)
    if typed is None or (marked and not typed[1]):
        return None
    letters = typed[2].casefold()
    phrase = next((each for each in phrases if each.abbreviation.casefold() == letters), None)
    return None if phrase is None else (phrase, len(typed[0]))


def gaps(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the places to fill in begin and end."""
    return tuple(found.span() for found in _GAP.finditer(text))


def matching(phrases: Sequence[Phrase], text: str) -> tuple[Phrase, ...]:
    """Find phrases by their letters or any of their words, those whose letters begin so first."""
    wanted = text.casefold().split()
    found = [
        phrase
        for phrase in phrases
        if all(word in f"{phrase.abbreviation} {phrase.text}".casefold() for word in wanted)
    ]
    start = text.casefold().strip()
    return tuple(sorted(found, key=lambda phrase: not phrase.abbreviation.casefold().startswith(start)))


def _own_last(phrase: Phrase) -> bool:
    return phrase.own
