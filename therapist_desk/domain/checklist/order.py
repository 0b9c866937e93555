"""Rules about the physician's order and the payer's approval. Their errors hold back documents for the insurer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from therapist_desk.domain.care.order_watch import Notice, order_notices, week_is_full
from therapist_desk.domain.care.referral import covers
from therapist_desk.domain.checklist.facts import Circumstances, Facts
from therapist_desk.domain.checklist.plan_words import gives_reason_for_second
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.identifiers import is_valid_npi
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.rule_cards.card import CapKind, RuleSeverity

_BEYOND_WEEKS: Final = timedelta(weeks=8)
_BEYOND_VISITS: Final = 12


def order(facts: Facts) -> Iterator[Finding]:
    """RX-01."""
    if not _around(facts).orders:
        yield Finding("no_order", Target.NEW_ORDER)


def order_codes(facts: Facts) -> Iterator[Finding]:
    """RX-02. Without any order the codes of the case are asked for; whether a code is billable its form tells."""
    around = _around(facts)
    if around.referral is not None and not around.referral.diagnosis_codes:
        yield Finding("order_no_codes", Target.ORDER_CODES, _which(around))
    elif not around.orders and not around.case.diagnoses:
        yield Finding("no_diagnosis", Target.DIAGNOSES)


def order_visits(facts: Facts) -> Iterator[Finding]:
    """RX-03."""
    referral = _around(facts).referral
    if referral is not None and referral.visits_allowed is None:
        yield Finding("order_no_visits", Target.ORDER_VISITS, _which(_around(facts)))


def within_visits(facts: Facts) -> Iterator[Finding]:
    """RX-04."""
    use = _around(facts).use
    if use is not None and use.allowed is not None and use.exhausted:
        yield Finding("beyond_order", Target.NEW_ORDER, {"number": use.number, "allowed": use.allowed})


def within_dates(facts: Facts) -> Iterator[Finding]:
    """RX-05."""
    orders = _around(facts).orders
    if orders and not any(covers(each, facts.visit.service_date) for each in orders):
        yield Finding("outside_order", Target.NEW_ORDER)


def within_frequency(facts: Facts) -> Iterator[Finding]:
    """RX-06: a visit of a day beyond one, or beyond the card's cap, wants the doctor's reason in the note."""
    around, day = _around(facts), facts.visit.service_date
    days = [visit.service_date for visit in around.taken]
    cap = around.card.cap(CapKind.VISITS_PER_DAY) if around.card else None
    if days.count(day) >= (cap.most if cap else 1):
        if not gives_reason_for_second(facts.typed(*Section)):
            yield Finding("twice_a_day", Target.PLAN)
    elif around.referral is not None and week_is_full(around.referral.visits_per_week, days, day):
        values = {"limit": around.referral.visits_per_week or 0, **_which(around)}
        yield Finding("week_full", Target.ORDER_FREQUENCY, values)


def approval(facts: Facts) -> Iterator[Finding]:
    """RX-07, and what the payer's card wants of a visit with this number.

    Payers count the visits of a claim, over all its orders. A number that came with an earlier stage is asked for
    once more when the next begins, and what will be needed is told on the last visit before.
    """
    around = _around(facts)
    if around.card is None:
        return
    given = around.referral is not None and around.referral.authorization.strip()
    number = max(facts.visit.number, around.use.number if around.use else 0)
    stage, ahead = around.card.stage(number), around.card.stage(number + 1)
    before = around.card.stage(number - 1)
    if stage is not None and stage.needs:
        renewed = before is not None and before.needs and before is not stage
        if not given or renewed:
            values = {"number": number, "needs": stage.needs, **_which(around)}
            yield Finding("stage_needs", Target.AUTHORIZATION, values, RuleSeverity.WARNING if given else None)
    elif stage is None and not given and around.card.rule("RX-07") is not None:
        yield Finding("no_authorization", Target.AUTHORIZATION, _which(around))
    if ahead is not None and ahead is not stage and ahead.needs:
        values = {"number": number + 1, "needs": ahead.needs, **_which(around)}
        yield Finding("stage_ahead", Target.AUTHORIZATION, values, RuleSeverity.INFO)


def orderer(facts: Facts) -> Iterator[Finding]:
    """RX-08."""
    around = _around(facts)
    if around.referral is None:
        return
    physician = around.referral.physician
    if not physician.name.strip():
        yield Finding("no_orderer", Target.PHYSICIAN, _which(around))
    elif not is_valid_npi(physician.npi):
        yield Finding("no_orderer", Target.PHYSICIAN_NPI, _which(around))


def order_runs_out(facts: Facts) -> Iterator[Finding]:
    """RX-09."""
    around = _around(facts)
    if around.referral is None or around.use is None:
        return
    wanted = (Notice.NEARLY_USED, Notice.USED_UP, Notice.EXPIRES_SOON)
    for notice in order_notices(around.referral, around.use.number, facts.visit.service_date):
        if notice.notice in wanted and not around.use.exhausted:
            yield Finding("order_runs_out", Target.NEW_ORDER)
            return


def approval_beyond(facts: Facts) -> Iterator[Finding]:
    """P-05."""
    around = _around(facts)
    injured = around.case.coverage.date_of_injury if around.case.coverage else None
    late = injured is not None and _weeks_since(injured, facts.visit.service_date)
    approved = around.referral is not None and around.referral.authorization.strip()
    if not approved and (late or facts.visit.number > _BEYOND_VISITS):
        yield Finding("approval_beyond", Target.AUTHORIZATION, _which(around))


def therapist_npi(facts: Facts) -> Iterator[Finding]:
    """ID-06."""
    if not is_valid_npi(_around(facts).therapist.npi):
        yield Finding("no_npi", Target.NPI)


def _which(around: Circumstances) -> dict[str, str | int]:
    """Say which order is meant, where there is one."""
    return {"order": around.referral.id} if around.referral is not None else {}


def _weeks_since(injured: date, day: date) -> bool:
    return day - injured > _BEYOND_WEEKS


def _around(facts: Facts) -> Circumstances:
    """Give what stands around; these rules are not asked without it."""
    if facts.around is None:
        raise LookupError
    return facts.around
