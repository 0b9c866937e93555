"""One thing missing of a visit: what it is, what it holds back, and where it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.rule_cards.card import Source


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
    """The field where an item is mended: first those of the visit, then those of the chart and the settings."""

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
    RED_TEST = "red test"
    SIGN = "sign"
    CLIENT_NAME = "client's name"
    BIRTH = "date of birth"
    CONTACT = "contact"
    GUARDIAN = "guardian"
    HISTORY = "health history"
    CONSENT = "consent"
    ONSET = "onset"
    COURSE = "course"
    DIAGNOSES = "diagnoses"
    NEW_ORDER = "new order"
    ORDER_CODES = "codes of the order"
    ORDER_VISITS = "visits ordered"
    ORDER_FREQUENCY = "visits a week"
    AUTHORIZATION = "authorization"
    PHYSICIAN = "physician"
    PHYSICIAN_NPI = "physician's NPI"
    NEW_GOAL = "new goal"
    GOAL_WORDS = "words of a goal"
    GOAL_NUMBER = "number of a goal"
    GOAL_DAY = "day of a goal"
    GOAL_STANDING = "standing of a goal"
    FREQUENCY = "frequency"
    PLANNED_VISITS = "planned visits"
    REPORT = "report"
    LICENCE = "licence"
    NPI = "NPI"


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing missing: `code` names the sentence, `values` fill it, `target` is where to mend it.

    Among the values may be which of several things is meant: the id of a "mark", a "part", a "segment" or an "order",
    the "place" of a goal, or the words "said". `rule` is the rule of the checklist that asks for it; `source` on
    whose word, where a payer's card says so.
    """

    code: str
    severity: Severity
    target: Target
    values: Mapping[str, str | int] = field(default_factory=dict)
    rule: str = ""
    phase: Phase = Phase.NOTE
    source: Source | None = None


class NotReadyError(ExpectedError):
    """Signing while items to fix remain, and nobody gave a reason to sign all the same."""

    code = "not_ready"
    sentence = "{count} things are missing before this visit can be signed."

    def __init__(self, items: tuple[MissingItem, ...]) -> None:
        self.items = items
        super().__init__(count=len(items))
