"""Rules of the note about health and consent, as `domain/health` knows them."""

from __future__ import annotations

from collections.abc import Iterator

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.health.background import REQUIRED, sensitive_areas
from therapist_desk.domain.health.consent import ConsentStanding
from therapist_desk.domain.health.screening import undecided
from therapist_desk.domain.missing import Target
from therapist_desk.domain.rule_cards.card import RuleSeverity


def history(facts: Facts) -> Iterator[Finding]:
    """HX-01."""
    if facts.background is not None and facts.background.history is None:
        yield Finding("no_history", Target.HISTORY)


def asked(facts: Facts) -> Iterator[Finding]:
    """HX-02."""
    if facts.background is not None and facts.visit.screening.check is None:
        yield Finding("health_unasked", Target.HEALTH)


def consent(facts: Facts) -> Iterator[Finding]:
    """HX-03."""
    if facts.background is None:
        return
    standing = facts.background.consent_on(facts.visit.service_date).standing
    if not standing.holds:
        codes = {ConsentStanding.EXPIRED: "consent_expired", ConsentStanding.WITHDRAWN: "consent_withdrawn"}
        yield Finding(codes.get(standing, "no_consent"), Target.CONSENT)


def area_consent(facts: Facts) -> Iterator[Finding]:
    """HX-04: held back only where a rule asks for it; elsewhere it is good practice."""
    if facts.background is None:
        return
    state = facts.background.consent_on(facts.visit.service_date)
    if not state.standing.holds:
        return
    marked = {region.region for mark in facts.findings for region in mark.regions}
    worked = {region for segment in facts.segments for region in segment.regions}
    for area in sensitive_areas(marked | worked):
        if area not in state.scopes:
            lighter = None if area in REQUIRED else RuleSeverity.WARNING
            yield Finding("no_area_consent", Target.CONSENT, {"area": area.value}, lighter)


def decided(facts: Facts) -> Iterator[Finding]:
    """HX-05."""
    if facts.background is None:
        return
    waiting = undecided(facts.visit.screening, facts.background.cautions)
    if waiting:
        yield Finding("undecided", Target.DECISION, {"count": len(waiting)})
