"""The sentence a physician reads first: what changed, what is still short, what is asked."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.care.referral import Referral, ReferralUse
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import day, day_near


@dataclass(frozen=True, slots=True)
class Request:
    """What the therapist asks: in the outcome's sentence, and as the first of the numbered requests."""

    spoken: str
    numbered: str


def outcome(record: VisitRecord) -> str:
    """Say in two or three sentences how the client is, from the record's own numbers; nothing is judged."""
    parts = [_pain(record)]
    limitation = record.visit.note.limitation.strip().rstrip(".")
    if limitation:
        parts.append(say.STILL_LIMITED.format(text=isolate(limitation)))
    wanted = request(record.referral, record.referral_use)
    if wanted is not None:
        parts.append(wanted.spoken)
    return " ".join(parts)


def request(referral: Referral | None, use: ReferralUse | None) -> Request | None:
    """Ask for the visits left on the order, or whether to go on after the last; nothing without a counted order."""
    if use is None or referral is None or use.allowed is None:
        return None
    if use.number >= use.allowed:
        spoken = say.ORDER_USED
        return Request(spoken, say.ASK_RENEW.format(allowed=use.allowed, day=day(referral.ordered_on)))
    first, last = use.number + 1, use.allowed
    if first == last:
        return Request(say.CONFIRM_LAST.format(last=last), say.ASK_CONFIRM_LAST.format(last=last))
    if first + 1 == last:
        spoken, numbered = say.CONFIRM_TWO, say.ASK_CONFIRM_TWO
        return Request(spoken.format(first=first, last=last), numbered.format(first=first, last=last))
    return Request(say.CONFIRM_VISITS.format(first=first, last=last), say.ASK_CONFIRM.format(first=first, last=last))


def _pain(record: VisitRecord) -> str:
    note, baseline = record.visit.note, record.baseline
    before, after = note.pain_before, note.pain_after
    first = baseline.pain_before if baseline else None
    if baseline is not None and first is not None and before is not None and record.visit.number > 1:
        template = _trend(first, before, say.PAIN_DOWN, say.PAIN_SAME, say.PAIN_UP)
        since = day_near(baseline.service_date, record.visit.service_date)
        return template.format(first=first, now=before, day=since)
    if before is not None and after is not None:
        template = _trend(before, after, say.PAIN_TREATED, say.PAIN_UNTREATED, say.PAIN_WORSE)
        return template.format(before=before, after=after)
    return say.NO_SCORES


def _trend(earlier: int, later: int, down: str, same: str, up: str) -> str:
    if later == earlier:
        return same
    return down if later < earlier else up
