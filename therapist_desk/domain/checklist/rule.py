"""A rule of the documentation checklist: what is looked for, why, on whose word, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.missing import MissingItem, Phase, Severity, Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.rule_cards.card import PAYER_RULES, Basis, RuleSeverity, Source

WRITTEN_IN: Final[Mapping[Section, Target]] = {
    Section.SUBJECTIVE: Target.SUBJECTIVE,
    Section.OBJECTIVE: Target.OBJECTIVE,
    Section.ASSESSMENT: Target.ASSESSMENT,
    Section.PLAN: Target.PLAN,
}
"""The field in which each section is written, as a note is read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found missing; `severity` where it is not the rule's. Never graver than a payer's card says."""

    code: str
    target: Target
    values: Mapping[str, str | int] = field(default_factory=dict)
    severity: RuleSeverity | None = None


Check = Callable[[Facts], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`looks_for` says what a reviewer looks for, `why` what it is to him. A product rule has no check."""

    id: str
    phase: Phase
    severity: RuleSeverity
    looks_for: str
    why: str
    source: str
    basis: Basis
    check: Check | None = None

    def applies(self, facts: Facts) -> bool:
        """Tell whether the rule is asked of this visit at all.

        Those that payers decide on hold where the payer's card names them; others about coverage and reports where
        somebody else than the client pays; all others always.
        """
        around = facts.around
        if self.id in PAYER_RULES:
            return self._held_on(facts) is not None
        if self.phase in (Phase.COVERAGE, Phase.REPORT):
            return around is not None and around.reviewed
        return self.check is not None

    def items(self, facts: Facts) -> Iterable[MissingItem]:
        """List what this rule misses in the visit."""
        if self.check is None or not self.applies(facts):
            return
        severity, source = self._severity(facts), self._held_on(facts)
        for found in self.check(facts):
            own = found.severity or severity
            weight = _weight(self.phase, own if source is None else _lighter(severity, own))
            yield MissingItem(found.code, weight, found.target, found.values, self.id, self.phase, source)

    def _held_on(self, facts: Facts) -> Source | None:
        """Give on whose word the payer holds to this rule, where payers decide on it."""
        card = facts.around.card if facts.around else None
        return card.holds_to(self.id) if card is not None and self.id in PAYER_RULES else None

    def _severity(self, facts: Facts) -> RuleSeverity:
        """Take it from the payer's card. One that implies the rule and says no severity holds nothing back."""
        card = facts.around.card if facts.around else None
        if card is None or self.id not in PAYER_RULES:
            return self.severity
        required = card.rule(self.id)
        return _lighter(self.severity, RuleSeverity.WARNING) if required is None else required.severity


def _lighter(one: RuleSeverity, other: RuleSeverity) -> RuleSeverity:
    return max(one, other, key=list(RuleSeverity).index)


def _weight(phase: Phase, severity: RuleSeverity) -> Severity:
    if severity is RuleSeverity.INFO:
        return Severity.HINT
    if severity is RuleSeverity.ERROR and phase is Phase.NOTE:
        return Severity.TO_FIX
    if severity is RuleSeverity.ERROR and phase is Phase.COVERAGE:
        return Severity.PAYER
    return Severity.ADVICE
