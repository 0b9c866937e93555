"""Rules about what is printed that are asked of each note."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.checklist import document, sources
from therapist_desk.domain.checklist.rule import Rule
from therapist_desk.domain.missing import Phase
from therapist_desk.domain.rule_cards.card import Basis, RuleSeverity

DOCUMENT_RULES: Final = (
    Rule(
        "LG-02",
        Phase.DOCUMENT,
        RuleSeverity.WARNING,
        "Abbreviations limited to a printed key",
        "What a reader cannot make out was not said.",
        sources.APTA,
        Basis.SOURCE_READ,
        document.short_forms,
    ),
)
