"""What a visit misses, with its order, its payer's card and what was reported so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from therapist_desk.domain.checklist.facts import Circumstances
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.missing import MissingItem, Severity
from therapist_desk.domain.readiness import checks_passed, missing_items
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.visit import Visit
from therapist_desk.services.billing.claim_day import claim_day
from therapist_desk.services.billing.rule_cards import CardShelf, RuleCards
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.file import VisitFile, visit_file
from therapist_desk.store.charts import Charts


@dataclass(slots=True)
class RuleBook:
    """What visits are checked by: the payers' cards, and which part of the body a code is about.

    One for the whole window, so that a card added meanwhile counts at once everywhere.
    """

    cards: RuleCards = field(default_factory=RuleCards)
    code_regions: CodeRegions = field(default_factory=CodeRegions)
    shelf: CardShelf | None = None

    def card_of(self, found: VisitFile) -> RuleCard | None:
        """Give the card of whoever pays for a visit; None where nobody knows."""
        payer = found.case_file.payer
        return None if payer is None else self.cards.of(payer)

    def around(self, found: VisitFile) -> Circumstances:
        """Gather what stands around a visit."""
        return Circumstances(
            client=found.client,
            therapist=found.therapist,
            case=found.case_file.case,
            referral=found.case_file.referral,
            orders=found.case_file.orders,
            use=found.case_file.use,
            payer=found.case_file.payer,
            card=self.card_of(found),
            earlier=found.earlier,
            shared=found.shared,
            code_regions=self.code_regions,
        )

    def missing(self, found: VisitFile, now: Instant) -> tuple[MissingItem, ...]:
        """List what a visit misses, what holds back signing first."""
        return missing_items(found.visit, now, found.background, found.last, self.around(found))

    def passed(self, found: VisitFile, now: Instant) -> tuple[int, int]:
        """Count the rules that a visit passes, and all that are asked of it."""
        return checks_passed(found.visit, now, found.background, found.last, self.around(found))


@dataclass(frozen=True, slots=True)
class Held:
    """What keeps the documents of a visit from going to the insurer; `passed` of how many checks, for `payer`."""

    visit: Visit
    items: tuple[MissingItem, ...]
    passed: tuple[int, int]
    payer: str


def held_back(desk: Desk, book: RuleBook, visit_id: VisitId) -> Held:
    """Tell what keeps the documents of a visit from going to the insurer; signed or not.

    A unit that was given away when the bill was settled is not open any more.
    """
    with desk.store.reading() as charts:
        found = visit_file(charts, visit_id)
        return held_of(charts, book, found, desk.clock.now())


def held_of(charts: Charts, book: RuleBook, found: VisitFile, now: Instant) -> Held:
    """Tell the same of a visit that is read already."""
    found, payer = _as_billed(charts, found), found.case_file.payer
    items = tuple(item for item in book.missing(found, now) if item.severity is Severity.PAYER)
    return Held(found.visit, items, book.passed(found, now), payer.name if payer else "")


def _as_billed(charts: Charts, found: VisitFile) -> VisitFile:
    """Give a visit with the units as they were settled for its bill, which it shares with the others of its day."""
    visit = found.visit
    terms = charts.billing.terms_of(claim_day(charts, visit))
    settled = tuple(each.code for each in (terms.unit_choice if terms else ()) if each.day == visit.service_date)
    return replace(found, visit=replace(visit, unit_choice=settled)) if settled else found
