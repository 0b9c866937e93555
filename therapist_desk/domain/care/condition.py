"""Which of the published conditions a case speaks of, as its title and its diagnoses have it."""

from __future__ import annotations

from collections.abc import Iterable

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.names import fold_words
from therapist_desk.domain.outcomes.measure import Measure


def condition_of(case: Case, conditions: Iterable[str]) -> str:
    """Give the first of `conditions` that the title names, else a diagnosis; empty where none is named.

    Every word must stand there, in any order: "tension headache" is named by "Tension-type headache, unspecified".
    One whose words stand together goes first: "chronic low back pain with sciatica" speaks of sciatica.
    """
    offered = tuple(conditions)
    for text in (case.title, *(diagnosis.title for diagnosis in case.diagnoses)):
        words = tuple(fold_words(text))
        named = [condition for condition in offered if set(words).issuperset(fold_words(condition))]
        if named:
            return next((each for each in named if _together(tuple(fold_words(each)), words)), named[0])
    return ""


def _together(part: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether `part` stands in `words` as it is."""
    return any(words[at : at + len(part)] == part for at in range(len(words)))


def judged_for(measure: Measure, case: Case) -> str:
    """Give the condition of `case` for which a minimal change of `measure` was found; empty where for none."""
    return condition_of(case, (each for change in measure.changes for each in change.conditions))
