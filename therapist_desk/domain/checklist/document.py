"""Rules about what is printed. They hold nothing back; most of them are the program's own duty."""

from __future__ import annotations

from collections.abc import Iterator

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.checklist.short_words import strange_short_forms
from therapist_desk.domain.missing import Target
from therapist_desk.domain.note import Section


def short_forms(facts: Facts) -> Iterator[Finding]:
    """LG-02."""
    if facts.around is None:
        return
    for section, target in (
        (Section.SUBJECTIVE, Target.SUBJECTIVE),
        (Section.OBJECTIVE, Target.OBJECTIVE),
        (Section.ASSESSMENT, Target.ASSESSMENT),
        (Section.PLAN, Target.PLAN),
    ):
        text = facts.typed(section)
        strange = strange_short_forms(text)
        if strange:
            yield Finding("short_forms", target, {"words": ", ".join(strange), "said": strange[0]})
            return
