"""How much of a note the last one said already: a cloned note is what reviewers look for first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from therapist_desk.domain.note import Origin, Paragraph

NEARLY_THE_SAME: Final = 90
"""Per cent of a note's words, from which it is called out. An own choice, not a payer's rule: a visit with the same
findings, scores and plan but one fresh sentence of a dozen words stays below it."""
_FEW_WORDS: Final = 8
"""Below this many words there is too little to compare."""
_END: Final = re.compile(r"(?<=[.!?;])\s+|\n+")


def same_share(today: Iterable[Paragraph], last: Iterable[Paragraph]) -> int:
    """Give the per cent of today's words that stand in a sentence which the last note had word for word.

    The treatment line is left out: minutes alone make no other note. 0 where today's note says very little.
    """
    said = Counter(_sentences(last))
    words = same = 0
    for sentence in _sentences(today):
        words += len(sentence)
        if said[sentence]:
            said[sentence] -= 1
            same += len(sentence)
    return 0 if words < _FEW_WORDS else same * 100 // words


def _sentences(paragraphs: Iterable[Paragraph]) -> list[tuple[str, ...]]:
    texts = (each.text for each in paragraphs if each.origin is not Origin.UNCONFIRMED and each.source != "treatment")
    split = (tuple(part.casefold().split()) for text in texts for part in _END.split(text))
    return [words for words in split if words]
