"""What is missing before a visit may be signed, and before it is billed."""

from __future__ import annotations

from therapist_desk.domain.checklist.facts import Circumstances, Facts
from therapist_desk.domain.checklist.own import unplanned_red_tests
from therapist_desk.domain.checklist.table import asked, missing
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.missing import MissingItem, NotReadyError, Phase, Severity, Target
from therapist_desk.domain.visit import Visit

__all__ = [
    "Circumstances",
    "MissingItem",
    "NotReadyError",
    "Phase",
    "Severity",
    "Target",
    "checks_passed",
    "missing_items",
    "unplanned_red_tests",
]


def missing_items(
    visit: Visit,
    now: Instant,
    background: Background | None = None,
    last: Visit | None = None,
    around: Circumstances | None = None,
) -> tuple[MissingItem, ...]:
    """List what a reviewer would miss, most pressing first; empty when nothing is.

    Without a `background` nothing is asked of health and consent, and without what stands `around` the visit nothing
    of client, case, order and payer. `last` is the visit before it, if there is one.
    """
    return missing(Facts(visit=visit, now=now, background=background, last=last, around=around))


def checks_passed(
    visit: Visit,
    now: Instant,
    background: Background | None = None,
    last: Visit | None = None,
    around: Circumstances | None = None,
) -> tuple[int, int]:
    """Count the rules that the visit passes, and all that are asked of it."""
    facts = Facts(visit=visit, now=now, background=background, last=last, around=around)
    rules = {rule.id for rule in asked(facts)}
    return len(rules - {item.rule for item in missing(facts)}), len(rules)
