"""How much of a note the last one said already: a cloned note is what reviewers look for first.

Sentences are compared by their words; one with another number is another sentence. A client may be much as before,
and what follows from marks and measurements then reads much as before, too: it is the therapist's own words that tell
a note that was written from one that was copied.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from therapist_desk.domain.notes.note import Origin, Paragraph, Section

NEARLY_THE_SAME: Final = 90
"""Per cent of a note's words, from which it is called out. An own choice, not a payer's rule: a visit with the same
findings, scores and plan but one fresh sentence of a dozen words stays below it."""
_ALL_THE_SAME: Final = 95
_FEW_WORDS: Final = 8
"""Below this many words there is too little to compare."""
_ENOUGH_WORDS: Final = 20
"""From this many own words on, of more than one section, they are compared by themselves."""
_PASSAGE: Final = 15
"""Words of a section, from which on saying them a third time is more than a stock phrase."""
_REWORDED: Final = 0.8
"""Share of common words, from which a sentence is the other one with a word or two changed."""
_WRITTEN_ANEW: Final = (Section.SUBJECTIVE, Section.OBJECTIVE, Section.ASSESSMENT)
"""What is of the day; a plan may well stay."""
_OWN: Final = (Origin.OWN, Origin.EDITED)
_END: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")

Sentence = tuple[str, ...]


def likeness(today: Sequence[Paragraph], last: Sequence[Paragraph]) -> int:
    """Give the per cent of a note that the last one said, where that makes it a clone; else 0."""
    own, before = _of_the_day(today), _of_the_day(last)
    sections = {each.section for each in own}
    if sum(map(len, _sentences(own))) >= _ENOUGH_WORDS and len(sections) > 1:
        share = same_share(own, before)
        return share if share >= NEARLY_THE_SAME else 0
    typed, typed_before = ([each for each in note if each.origin in _OWN] for note in (today, last))
    copied = _words_again(typed, typed_before)
    whole = same_share(today, last)
    return whole if copied >= NEARLY_THE_SAME and whole >= _ALL_THE_SAME else 0


def same_share(today: Iterable[Paragraph], last: Iterable[Paragraph]) -> int:
    """Give the per cent of today's words that stand in a sentence which the last note had.

    The treatment line is left out: minutes alone make no other note. 0 where today's note says very little.
    """
    sentences = _sentences(today)
    return 0 if sum(map(len, sentences)) < _FEW_WORDS else _share(sentences, _sentences(last))


def said_again(today: Sequence[Paragraph], earlier: Sequence[Sequence[Paragraph]]) -> Paragraph | None:
    """Find a passage of the therapist's own that each of the `earlier` notes had in its section already."""
    if not earlier:
        return None
    for section in _WRITTEN_ANEW:
        own = [each for each in today if each.section is section and each.origin in _OWN]
        if sum(map(len, _sentences(own))) < _PASSAGE:
            continue
        notes = ([each for each in note if each.section is section and each.origin in _OWN] for note in earlier)
        if all(same_share(own, note) >= _ALL_THE_SAME for note in notes):
            return own[0]
    return None


def _of_the_day(note: Iterable[Paragraph]) -> list[Paragraph]:
    return [each for each in note if each.origin in _OWN and each.section in _WRITTEN_ANEW]


def _words_again(today: Iterable[Paragraph], last: Iterable[Paragraph]) -> int:
    sentences = _sentences(today)
    return _share(sentences, _sentences(last)) if sentences else 0


def _share(today: list[Sentence], last: list[Sentence]) -> int:
    left, same, words = Counter(last), 0, sum(map(len, today))
    fresh = []
    for sentence in today:
        if left[sentence]:
            left[sentence] -= 1
            same += len(sentence)
        else:
            fresh.append(sentence)
    for sentence in fresh:
        same += max((_common(sentence, other) for other in left.elements()), default=0)
    return same * 100 // words


def _common(one: Sentence, other: Sentence) -> int:
    """Count the words that two sentences share, where one is the other reworded; a changed number makes it new."""
    if _numbers(one) != _numbers(other):
        return 0
    common = sum((Counter(one) & Counter(other)).values())
    return common if 2 * common >= _REWORDED * (len(one) + len(other)) else 0


def _numbers(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word for word in sentence if word[0].isdigit())


def _sentences(paragraphs: Iterable[Paragraph]) -> list[Sentence]:
    texts = (each.text for each in paragraphs if each.origin is not Origin.UNCONFIRMED and each.source != "treatment")
    split = (tuple(_WORD.findall(part.casefold())) for text in texts for part in _END.split(text))
    return [words for words in split if words]
