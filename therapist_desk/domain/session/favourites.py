"""Which techniques are likely today: often given ones are pre-ticked, those given sometimes are offered.

What is looked at are signed visits: the last six of the case, and while it has none the last twenty of the therapist.
A technique was given in a visit where it took a minute or more of it. It is *often* given where that was so in at
least half of these visits, and *sometimes* where it was so in at least one of the case, or in a fifth of the
therapist's. The shares are an own choice, not a clinical fact. Nothing of it is in a record before it is done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import Segment

CASE_VISITS: Final = 6
THERAPIST_VISITS: Final = 20
_LEAST_VISITS: Final = 3
"""Fewer visits of a therapist make no habit."""
_OFTEN: Final = 2
_SOMETIMES: Final = 5
_LEAST_SECONDS: Final = 60

Given = Sequence[Segment]
"""The segments that count of one visit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Favourite:
    """A technique with the visits it was `given` in, `of` how many; `minutes` is what it usually takes.

    `in_case` tells whether these are visits of the case or of the therapist.
    """

    technique: Technique
    given: int
    of: int
    minutes: int
    in_case: bool


@dataclass(frozen=True, slots=True)
class Favourites:
    """What is likely today, the most frequent first."""

    often: tuple[Favourite, ...] = ()
    sometimes: tuple[Favourite, ...] = ()

    @property
    def all(self) -> tuple[Favourite, ...]:
        """Those given often, then those given sometimes."""
        return (*self.often, *self.sometimes)

    def first(self, techniques: Iterable[Technique]) -> tuple[Technique, ...]:
        """Put what is likely before the other techniques of treatment; what is none keeps its place before them.

        A technique keeps the number it has in `techniques`, whatever it had then.
        """
        listed = list(techniques)
        place = {each.technique.id: at for at, each in enumerate(self.all)}
        begin = next((at for at, each in enumerate(listed) if each.hands_on), len(listed))
        rest = sorted(listed[begin:], key=lambda each: place.get(each.id, len(place)))
        return (*listed[:begin], *rest)


def favourites(of_case: Sequence[Given], of_therapist: Sequence[Given]) -> Favourites:
    """Judge by the visits of the case and of the therapist, the latest first."""
    case = _counted(of_case[:CASE_VISITS], in_case=True)
    own = _counted(of_therapist[:THERAPIST_VISITS], in_case=False)
    own = own if own and own[0].of >= _LEAST_VISITS else ()
    often = tuple(each for each in case or own if each.given * _OFTEN >= each.of)
    taken = {each.technique.id for each in often}
    sometimes = []
    for each in (*case, *(each for each in own if each.given * _SOMETIMES >= each.of)):
        if each.technique.id not in taken:
            taken.add(each.technique.id)
            sometimes.append(each)
    return Favourites(often, tuple(sometimes))


def _counted(visits: Sequence[Given], *, in_case: bool) -> tuple[Favourite, ...]:
    """Count in how many of the visits each technique was given; of two as frequent the one given last comes first."""
    seconds: defaultdict[str, list[int]] = defaultdict(list)
    named: dict[str, Technique] = {}
    for visit in visits:
        for technique, given in _totals(visit):
            named.setdefault(technique.id, technique)
            seconds[technique.id].append(given)
    made = [
        Favourite(
            technique=technique,
            given=len(seconds[key]),
            of=len(visits),
            minutes=median_low(seconds[key]) // 60,
            in_case=in_case,
        )
        for key, technique in named.items()
    ]
    return tuple(sorted(made, key=lambda each: -each.given))


def _totals(visit: Iterable[Segment]) -> list[tuple[Technique, int]]:
    """Sum the seconds of each technique of treatment in a visit, the one given first first."""
    totals: Counter[str] = Counter()
    named: dict[str, Technique] = {}
    for segment in visit:
        if segment.technique.hands_on:
            named.setdefault(segment.technique.id, segment.technique)
            totals[segment.technique.id] += segment.seconds
    return [(named[key], given) for key, given in totals.items() if given >= _LEAST_SECONDS]
