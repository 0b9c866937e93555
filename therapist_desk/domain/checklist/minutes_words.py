"""Minutes of treatment as sentences state them, and the part that was treated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from therapist_desk.domain.checklist.body_words import names_place
from therapist_desk.domain.checklist.phrases import any_of, sentences, told

_NUMBERS: Final = {
    "half an": 0.5,
    "half": 0.5,
    "an": 1,
    "a": 1,
    "the whole": 1,
    "the full": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "seventy-five": 75,
    "eighty": 80,
    "ninety": 90,
}
_AMOUNT: Final = r"\d{1,3}(?:\.\d)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)).replace(" ", r"\s")
_TIME: Final = re.compile(
    rf"\b(?:(?P<hours>{_AMOUNT})[- ]?(?:h|hrs?"
    rf"|hours?)\b(?:'s\b)?(?:,? (?:and )?(?=\d))?)?(?:(?P<minutes>{_AMOUNT})\s*[- ]?(?:m|mins?|minutes?)\b)?",
    re.IGNORECASE,
)
_PLAIN_LIST: Final = re.compile(r"(?<=[a-z]) (?P<first>\d{1,2})(?=, *\w+(?: \w+){0,2} \d{1,2} ?min)", re.IGNORECASE)
_TECHNIQUE: Final = any_of(
    *(r"massage\w*", r"therapy", r"release", r"soft tissue", r"manual", r"[sd]tm", r"mfr", r"nmt", r"mt", r"tpr"),
    *(r"cfm", r"deep tissue", r"myofascial", r"cupping", r"iastm", r"pnf", r"(?-i:MET)", r"mld", r"97124", r"97140"),
    r"swedish",
)
_TREATMENT: Final = any_of(
    *(r"treat\w*", r"massage\w*", r"hands[- ]on", r"sessions?", r"worked", r"total\w*", r"bodywork", r"spent on"),
    *(r"tx", r"(?:deep[- ])?tissue work"),
    _TECHNIQUE.pattern[2:-2],
)
_OTHER_TIME: Final = any_of(
    *(r"sit\w*", r"sat", r"stand\w*", r"stood", r"walk\w*", r"driv\w+", r"drove", r"sle[ep]\w*", r"slept"),
    *(r"asleep", r"rest(?:s|ed|ing)?", r"lay", r"meetings?", r"class", r"work(?:ed)? (?:for|at|from)"),
    *(r"commut\w+", r"travel\w*", r"computer", r"desk", r"home", r"self", r"gun", r"ice[ds]?", r"icing"),
    *(r"heat(?:ed)?", r"exercis\w*", r"within", r"before", r"since", r"next", r"future", r"plan\w*"),
    *(r"last(?:ed|s)?(?= \d+ min\w* (?:after|later))", r"previous", r"last (?:visit|time|session|week)"),
    *(r"schedul\w+", r"recommend\w*", r"ordered", r"authori[sz]\w+", r"usual\w*", r"eased", r"relief", r"waited"),
    *(r"late", r"client (?!was|had|rec)\w+ed", r"after work", r"took (?:her|his|a)"),
    *(r"(?:min\w*|hours?|hrs?) (?:after|later|prior|ago)", r"after (?:the )?(?:treatment|session|massage)"),
    r"(?:pain|headache|ha|symptoms?|relief|soreness) (?:\w+ )?last(?:ed|s)",
)
_CLOCK: Final = re.compile(
    r"\b(?P<hour>\d{1,2}):(?P<minute>[0-5]\d) ?(?:[ap]\.?m\.?)?,? ?(?:-|–|—|to|until|till|(?:and )?(?:stop|end"
    r"|finish|out)\w*:?) ?(?:at )?(?P<last>\d{1,2}):(?P<past>[0-5]\d)\b",
    re.IGNORECASE,
)
_CLOCKED: Final = any_of(r"start\w*", r"began", r"time in", r"in", r"stop\w*", r"from")
_HALF_DAY: Final = 12 * 60
_CLAUSE: Final = re.compile(r",|;|\band\b|\bthen\b|\+")
_WITHIN: Final = any_of(r"of (?:it|that|these|which)", r"incl\w*", r"each")


def treated_minutes(text: str) -> Iterator[int]:
    """Give the minutes of treatment that sentences state; of a list of techniques, their sum."""
    for _, said in told(text):
        treated = _TREATMENT.search(said) or (_CLOCKED.search(said) and _CLOCK.search(said))
        if treated and not _OTHER_TIME.search(said):
            yield from _minutes(said)
            yield from _clocked(said)
            parts = [(clause, tuple(_minutes(clause))) for clause in _CLAUSE.split(_spelt(said))]
            timed = [(clause, minutes) for clause, minutes in parts if minutes]
            if (
                len(timed) > 1
                and not _WITHIN.search(said)
                and all(_TECHNIQUE.search(clause) and len(each) == 1 for clause, each in timed)
            ):
                yield sum(minutes[0] for _, minutes in timed)


def _clocked(said: str) -> Iterator[int]:
    """Give the minutes between two times of the clock."""
    for found in _CLOCK.finditer(said):
        begun = 60 * int(found["hour"]) + int(found["minute"])
        yield (60 * int(found["last"]) + int(found["past"]) - begun) % _HALF_DAY


def _spelt(said: str) -> str:
    """Say the unit of each time in a list that says it once: MFR 30, STM 30 min."""
    return _PLAIN_LIST.sub(r" \g<first> min", said)


def _minutes(said: str) -> Iterator[int]:
    for found in _TIME.finditer(said):
        hours, minutes = found["hours"], found["minutes"]
        if hours or minutes:
            yield round(60 * _number(hours) + _number(minutes))


def _number(words: str | None) -> float:
    if not words:
        return 0
    plain = " ".join(words.casefold().split())
    return _NUMBERS[plain] if plain in _NUMBERS else float(plain)


def tells_treated_place(text: str) -> bool:
    """Tell whether a sentence says which part of the body was treated how."""
    return any(_TREATMENT.search(said) and names_place(said) for said in sentences(text))
