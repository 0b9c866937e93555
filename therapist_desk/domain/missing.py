"""One thing missing of a visit: what it is, what it holds back, and where it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.errors import ExpectedError


class Phase(StrEnum):
    """What a rule of the checklist is about, and so what breaking it can hold back.

    NOTE: the visit's own note, which is then not signed. COVERAGE: what the payer wants, without which no document
    goes to the insurer. REPORT and DOCUMENT hold nothing back. PRODUCT is the program's own duty, proven by tests.
    """

    NOTE = "note"
    COVERAGE = "coverage"
    REPORT = "report"
    DOCUMENT = "document"
    PRODUCT = "product"


class Severity(StrEnum):
    """What an item holds back: signing, documents for the insurer, or nothing. A hint is good practice, no more."""

    TO_FIX = "to fix"
    PAYER = "before billing"
    ADVICE = "advice"
    HINT = "hint"


class Target(StrEnum):
    """The place where an item is mended: first those of the visit screen, then those of the chart."""

    TIMER = "timer"
    TIMES = "times"
    UNITS = "units"
    PAIN_BEFORE = "pain before"
    PAIN_AFTER = "pain after"
    LIMITATION = "limitation"
    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    MEASURES = "measures"
    MAP = "map"
    REVIEW = "review"
    ASSESSMENT = "assessment"
    RESPONSE = "response"
    PLAN = "plan"
    UNCONFIRMED = "unconfirmed"
    HEALTH = "health"
    DECISION = "decision"
    CONSENT = "consent"
    RED_TEST = "red test"
    CLIENT = "client"
    THERAPIST = "therapist"
    CASE = "case"
    PROGRESS = "progress"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing missing: `code` names the sentence, `values` fill it, `target` is where to mend it.

    `rule` is the rule of the checklist that asks for it.
    """

    code: str
    severity: Severity
    target: Target
    values: Mapping[str, str | int] = field(default_factory=dict)
    rule: str = ""
    phase: Phase = Phase.NOTE


class NotReadyError(ExpectedError):
    """Signing while items to fix remain, and nobody gave a reason to sign all the same."""

    code = "not_ready"
    sentence = "{count} things are missing before this visit can be signed."

    def __init__(self, items: tuple[MissingItem, ...]) -> None:
        self.items = items
        super().__init__(count=len(items))
