"""Words that go beyond a massage therapist's scope: a diagnosis on his own authority.

Found clause by clause. What somebody else said, what is denied or left open for a physician, what is of the past, and
what the order says already is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from therapist_desk.domain.checklist.authority import is_on_record, is_own, is_quoted, is_vouched_for
from therapist_desk.domain.checklist.diseases import JOINT, diseases
from therapist_desk.domain.checklist.phrases import any_of, listed, told

_CLAUSE: Final = re.compile(r"[,;:()]| [+&] | [-–—=] |\bbut\b|\bhowever\b|\band I\b")
_NOT: Final = (
    r"(?:no|not|without|w/o|neg(?:ative)?|neither|nor|denie[ds]|denying|den(?:y|ies)|never|non|cannot|can't|didn't"
    r"|doesn't|isn't|aren't|avoid\w*|exclude|excluding)"
)
_OPEN: Final = (
    r"(?:suggest\w*(?! (?:that )?(?:the )?(?:client|she|he)\b)|similar to|resembl\w+|(?:is |are )?consistent with|c/w"
    r"|in keeping with|may|might|could|whether|prevent\w*|protect\w*|if|asks?|asked|scope|screen\w*|watch\w* for"
    r"|monitor\w*|suspected|question(?:ed|s)? of|risk (?:of|for))"
)
_BEFORE_IT: Final = any_of(_NOT, _OPEN)
_AFTER_IT: Final = any_of(
    r"(?:isn't|wasn't|not)(?! (?:get|improv\w+|resolv\w+|heal\w*|go\w*|respond\w*|better|yet|severe|just|only))",
    *(r"absent", r"neg(?:ative)?", r"unlikely", r"ruled out", r"excluded", r"may", r"might", r"could"),
    *(r"suspected", r"signs? (?:absent|neg\w*)", r"deferred"),
)
_FOR_OTHERS: Final = re.compile(
    r"\b(?:refer\w*|sen[dt]|medical review|see (?:a|her|his|their)|return to|md|doctor|physician|gp"
    r"|pcp)\b.*\b(?:r/o|rule out|exclude|look for|possible|query|evaluat\w+|assess)\b|\b(?:r/o|rule out|exclude"
    r"|possible|query)\b.*\b(?:refer\w*|sen[dt]|emergency|urgent|physician|doctor|md|pcp|gp)\b",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(
    r"^\W*(?:(?:my|working|clinical|provisional|massage) )*(?:diagnosis|dx"
    r"|diagnostic impression)(?: today)?\s*[:=](?P<what>.*)|\bmy (?:\w+ )?(?:diagnosis|dx)\b|\bI (?:have "
    r"|would )?diagnos\w+|^\W*diagnosed\b|\bd(?:iagnosed|x'?d?) \w.*\bby (?:me|this \w+)",
    re.IGNORECASE,
)
_NONE: Final = any_of(r"no", r"not", r"none", r"without", r"deferred", r"see", r"n/a", r"unchanged")
_QUESTION: Final = re.compile(
    r"^\W*(?:does|do|is|are|was|could|would|should|can|has|have|did)\b[^.]*\?\W*$", re.IGNORECASE
)
_SET_JOINT: Final = listed(
    rf"""
    (?<!not )(?:adj|adjust|manipulat|realign|reset|crack)(?:ed|ing|ment|ion)?(?: of)?(?: (?:the|her|his|their|left
        |right|[lr]))* {JOINT}
    {JOINT}\b[^.;]*\b(?:adj(?:usted)?|manipulated|realigned|reset|rotated\b[^.;]*\bcorrected|thrust|popped)
    (?:put|went|goes|set|slid|slipped) (?:\w+ )?back in(?:to place)?  hvla  cavitat\w+
    (?:high[- ]velocity|spinal) (?:thrust|manipulation)
    """
)
_CODE: Final = re.compile(r"\b[A-TV-Z]\d[\dA-Z](?:\.\w{1,4})?\b")


def diagnosing(text: str, known: Iterable[str] = ()) -> str:
    """Find a sentence that diagnoses on the therapist's own authority; empty where there is none.

    `known` are the words in which the case names what a physician found.
    """
    given = " ".join(known).casefold()
    lines = told(text)
    for (said, plain), (_, then) in zip_longest(lines, lines[1:], fillvalue=("", "")):
        if is_quoted(plain) or is_vouched_for(then) or _QUESTION.match(plain):
            continue
        if _heads_diagnosis(plain, given) or _SET_JOINT.search(plain):
            return said
        if not _FOR_OTHERS.search(plain) and any(_asserted(plain, given)):
            return said
    return ""


def on_record(text: str) -> Iterator[str]:
    """Give the diseases that a text names on the word of a physician, of a paper or of the past."""
    for _, plain in told(text):
        if is_on_record(plain) and not _FOR_OTHERS.search(plain):
            yield from _asserted(plain, "")


def _heads_diagnosis(said: str, given: str) -> bool:
    """Whether a line begins as a diagnosis does, and not with the one that was given."""
    headed = _HEADED.search(said)
    if headed is None or _NONE.search(said):
        return False
    what = (headed["what"] or "").casefold().strip(" .")
    return not (_CODE.search(said) or (what and all(word[:4] in given for word in re.findall(r"[a-z]{4,}", what))))


def _asserted(said: str, given: str) -> Iterator[str]:
    """Give the diseases that a sentence neither denies nor leaves open, other than those given."""
    own = is_own(said)
    for clause in map(str.strip, _CLAUSE.split(said)):
        for start, end in diseases(clause, given):
            before, after = clause[:start], clause[end:]
            denied = _BEFORE_IT.search(before) or _AFTER_IT.search(after)
            if not denied or (own and not re.search(rf"\b(?:{_NOT}|whether|if)\b", before, re.IGNORECASE)):
                yield clause[start:end]
