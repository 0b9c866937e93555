"""All rules of the documentation checklist, and what a visit misses of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.checklist import own
from therapist_desk.domain.checklist.coverage_rules import COVERAGE_RULES
from therapist_desk.domain.checklist.document_rules import DOCUMENT_RULES
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.note_rules import NOTE_RULES
from therapist_desk.domain.checklist.product_rules import PRODUCT_RULES
from therapist_desk.domain.checklist.report_rules import REPORT_RULES
from therapist_desk.domain.checklist.rule import Rule
from therapist_desk.domain.missing import MissingItem, Phase, Severity
from therapist_desk.domain.rule_cards.card import Basis, RuleSeverity

CHECKLIST: Final[tuple[Rule, ...]] = (*NOTE_RULES, *COVERAGE_RULES, *REPORT_RULES, *DOCUMENT_RULES, *PRODUCT_RULES)

OWN_RULES: Final = (
    Rule(
        "own-plan",
        Phase.NOTE,
        RuleSeverity.ERROR,
        "The plan says what comes next",
        "A note that ends without a plan doesn't say why care goes on.",
        "this program",
        Basis.KNOWN_PRACTICE,
        own.plan,
    ),
    Rule(
        "own-review",
        Phase.NOTE,
        RuleSeverity.WARNING,
        "Each finding of the last visit is looked at again",
        "A finding that goes missing without a word leaves its outcome open.",
        "this program",
        Basis.KNOWN_PRACTICE,
        own.review,
    ),
    Rule(
        "own-red-test",
        Phase.NOTE,
        RuleSeverity.WARNING,
        "A positive test that calls for the physician is answered in the plan",
        "A warning sign that nobody acted on is what a lawyer looks for.",
        "this program",
        Basis.KNOWN_PRACTICE,
        own.red_tests,
    ),
)
"""What the program asks for beside the checklist."""

RULES: Final[Mapping[str, Rule]] = MappingProxyType({rule.id: rule for rule in (*CHECKLIST, *OWN_RULES)})

_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}


def asked(facts: Facts) -> tuple[Rule, ...]:
    """Give the rules that are asked of this visit."""
    return tuple(rule for rule in RULES.values() if rule.check is not None and rule.applies(facts))


def missing(facts: Facts) -> tuple[MissingItem, ...]:
    """List what the visit misses, what holds back signing first."""
    found = [item for rule in (*CHECKLIST, *OWN_RULES) for item in rule.items(facts)]
    return tuple(sorted(found, key=lambda item: _ORDER[item.severity]))
