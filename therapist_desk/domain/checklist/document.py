"""Rules about what is printed. They hold nothing back; most of them are the program's own duty."""

from __future__ import annotations

from collections.abc import Iterator

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import WRITTEN_IN, Finding
from therapist_desk.domain.checklist.short_words import strange_short_forms


def short_forms(facts: Facts) -> Iterator[Finding]:
    """LG-02."""
    if facts.around is None:
        return
    for section, target in WRITTEN_IN.items():
        text = facts.typed(section)
        strange = strange_short_forms(text)
        if strange:
            yield Finding("short_forms", target, {"words": ", ".join(strange), "said": strange[0]})
            return
