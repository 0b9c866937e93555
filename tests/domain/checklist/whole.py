"""Whole notes in the manner of others, in sentences and in the shorthand of the clinic, held out of the rules.

What is wrong with each was noted from the checklist alone before the rules saw it. A note is judged by all that the
rules of words say of it: a single finding beside those noted is a false alarm. As first seen by the rules of then:

    lot    notes  in            false alarms  misses
    12        60  sentences      7 (12 %)      5 of 30 (17 %), by the rules of lot 11
    13        61  shorthand      6 (10 %)      9 of 31 (29 %)
    14        60  sentences      4  (7 %)     11 of 30 (37 %), after mending for 12 and 13
    15        61  shorthand      8 (13 %)     13 of 31 (42 %)
    16        60  sentences      3  (5 %)      3 of 30 (10 %), after mending for 14 and 15
    17        61  shorthand      3  (5 %)     10 of 31 (32 %)
    18        60  sentences      6 (10 %)     13 of 30 (43 %), after mending for 16 and 17
    19        61  shorthand      7 (11 %)     16 of 31 (52 %)
    20        60  sentences      6 (10 %)      2 of 30  (7 %), after mending for 18 and 19
    21        61  shorthand      8 (13 %)      3 of 31 (10 %)
    22        40  sentences      0             3 of 20 (15 %), after mending for 20 and 21
    23        40  shorthand      3  (8 %)      2 of 20 (10 %)
    24        30  sentences      1  (3 %)      2 of 15 (13 %), after mending for 22 and 23
    25        30  shorthand      3 (10 %)      3 of 15 (20 %)
    26        53  many hands     4  (8 %)      1 of 23  (4 %), after mending for 24 and 25
    27        54  many hands     3  (6 %)      4 of 24 (17 %)
    28        40  many hands     3  (8 %)      7 of 20 (35 %), after mending for 26 and 27
    29        40  many hands     1  (3 %)      0 of 20       , after mending for 28
    30        30  many hands     4 (13 %)      2 of 15 (13 %), after mending for 29
    31        30  many hands     1  (3 %)      4 of 15 (27 %), after mending for 30
    32        30  many hands     4 (13 %)      2 of 15 (13 %), after mending for 31
    33        20  many hands     0             0 of 10       , after mending for 32

The wording is that of usual notes; only 14, 15, 18, 19 and 28 say the same round about, avoiding the words of any
list. A line begins with the rules that it breaks, those with a question mark may speak or not, and then gives
the sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from therapist_desk.domain.notes.note import Section

_LOTS: Final = Path(__file__).parent / "lots"
_LETTERS: Final = dict(zip("SOAP", Section, strict=True))
_NEW_LINE: Final = "⏎"
_ALWAYS: Final = frozenset({"A-05", "A-07"})
SENTENCES: Final = (12, 14, 16, 18, 20, 22, 24, 26, 27, 28, 29, 30, 31, 32, 33)
SHORTHAND: Final = (13, 15, 17, 19, 21, 23, 25)


@dataclass(frozen=True, slots=True)
class WholeNote:
    """The sections of a note, the rules that it breaks, and those that may say so or not."""

    sections: Mapping[Section, str]
    breaks: frozenset[str]
    open: frozenset[str]

    @property
    def asked(self) -> frozenset[str]:
        """The rules of words that its sections answer."""
        told = {"S-03"} if Section.SUBJECTIVE in self.sections else set[str]()
        planned = {"P-02"} if Section.PLAN in self.sections else set[str]()
        return (_ALWAYS | told | planned) - self.open


def whole_notes(lot: int) -> Iterator[WholeNote]:
    """Read a lot."""
    for line in (_LOTS / f"{lot}.txt").read_text().splitlines():
        head, *parts = line.split("|")
        rules = [rule for rule in head.split() if rule != "fine"]
        yield WholeNote(
            {_LETTERS[part[0]]: part[2:].strip().replace(_NEW_LINE, "\n") for part in parts},
            frozenset(rule for rule in rules if rule[0] != "?"),
            frozenset(rule[1:] for rule in rules if rule[0] == "?"),
        )
