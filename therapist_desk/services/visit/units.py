"""What the minutes of a visit come to under its payer's card, with those of the other visits on its claim and day."""

from __future__ import annotations

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.session.reckoning import Reckoning, reckon
from therapist_desk.domain.session.timer import Segment
from therapist_desk.services.visit.file import VisitFile


def reckoned(found: VisitFile, card: RuleCard | None, now: Instant) -> tuple[Reckoning, ...]:
    """Give the minutes of each day by number, and the units by the card's rule where that is known."""
    visit = found.visit
    return reckon(_segments(found, now), visit.service_date, _rule(card), visit.unit_choice)


def fitting_choice(found: VisitFile, card: RuleCard | None, now: Instant) -> tuple[str, ...]:
    """Give what was chosen of units so far; nothing where the minutes have changed since."""
    bare = reckon(_segments(found, now), found.visit.service_date, _rule(card))
    ties = {code for day in bare if day.units for code in day.units.ties}
    return found.visit.unit_choice if ties.issuperset(found.visit.unit_choice) else ()


def _segments(found: VisitFile, now: Instant) -> list[Segment]:
    return [segment for each in (*found.same_day, found.visit) for segment in each.segments(now)]


def _rule(card: RuleCard | None) -> UnitRule | None:
    return card.units.rule if card is not None and card.units is not None else None
