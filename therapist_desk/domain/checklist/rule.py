"""A rule of the documentation checklist: what is looked for, why, on whose word, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.missing import MissingItem, Phase, Severity, Target
from therapist_desk.domain.rule_card import PAYER_RULES, Basis, RuleSeverity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found missing; `lighter` where this is not as grave as the rule can be."""

    code: str
    target: Target
    values: Mapping[str, str | int] = field(default_factory=dict)
    lighter: RuleSeverity | None = None


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
            return around is not None and around.card is not None and self._on_card(facts)
        if self.phase in (Phase.COVERAGE, Phase.REPORT):
            return around is not None and around.reviewed
        return self.check is not None

    def items(self, facts: Facts) -> Iterable[MissingItem]:
        """List what this rule misses in the visit."""
        if self.check is None or not self.applies(facts):
            return
        severity = self._severity(facts)
        for found in self.check(facts):
            weight = _weight(self.phase, found.lighter or severity)
            yield MissingItem(found.code, weight, found.target, found.values, self.id, self.phase)

    def _on_card(self, facts: Facts) -> bool:
        card = facts.around.card if facts.around else None
        if card is None:
            return False
        if self.id == "RX-07":  # a stage that needs approval says it as well as the rule
            return card.rule(self.id) is not None or bool(card.stages)
        return card.rule(self.id) is not None or (self.id == "P-03" and card.report is not None)

    def _severity(self, facts: Facts) -> RuleSeverity:
        card = facts.around.card if facts.around else None
        required = card.rule(self.id) if card is not None and self.id in PAYER_RULES else None
        return self.severity if required is None else required.severity


def _weight(phase: Phase, severity: RuleSeverity) -> Severity:
    if severity is RuleSeverity.INFO:
        return Severity.HINT
    if severity is RuleSeverity.ERROR and phase is Phase.NOTE:
        return Severity.TO_FIX
    if severity is RuleSeverity.ERROR and phase is Phase.COVERAGE:
        return Severity.PAYER
    return Severity.ADVICE
