"""Home: what today holds and what waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.health.consent import ConsentStanding, consent_state
from therapist_desk.domain.referral import Referral, ReferralUse
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.cases import case_file
from therapist_desk.services.copies import CopyState, copy_state
from therapist_desk.services.desk import Desk
from therapist_desk.store.charts import Charts

_EXPIRY_WARNING: Final = timedelta(days=14)
_NEARLY_USED: Final = 0.8
_CONSENT_CODES: Final = MappingProxyType(
    {
        ConsentStanding.EXPIRED: "consent_old",
        ConsentStanding.EXPIRES_SOON: "consent_ends",
        ConsentStanding.WITHDRAWN: "consent_withdrawn",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something to see to: `code` names the sentence; a referral or a consent."""

    code: str
    client: Client
    referral: Referral | None = None
    use: ReferralUse | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What Home shows. `in_session` are drafts of today whose timer has begun; unsigned ones come oldest first."""

    unsigned: tuple[VisitSummary, ...]
    in_session: tuple[VisitSummary, ...]
    planned: tuple[VisitSummary, ...]
    signed_today: tuple[VisitSummary, ...]
    attention: tuple[Attention, ...]
    recent: tuple[tuple[Client, VisitSummary | None], ...]
    copy: CopyState


def read_board(desk: Desk) -> Board:
    """Gather what Home shows."""
    today = desk.today()
    with desk.store.reading() as charts:
        drafts = charts.visits.unsigned()
        running = charts.visits.in_session()
        on_day = charts.visits.on(today)
        recent = charts.clients.recent(6)
        lasts = {client.id: next(iter(charts.visits.of_client(client.id)), None) for client in recent}
        attention = []
        for case in charts.cases.open():
            client = charts.clients.get(case.client_id)
            if client.archived:
                continue
            found = case_file(charts, case, today)
            code = _referral_code(found.referral, found.use, today)
            if code:
                attention.append(Attention(code=code, client=client, referral=found.referral, use=found.use))
        attention.extend(_consents(charts, today))
    return Board(
        unsigned=tuple(visit for visit in drafts if visit.id not in running),
        in_session=tuple(visit for visit in drafts if visit.id in running),
        planned=tuple(visit for visit in on_day if visit.status is VisitStatus.PLANNED),
        signed_today=tuple(visit for visit in on_day if visit.status is VisitStatus.SIGNED),
        attention=tuple(attention),
        recent=tuple((client, lasts[client.id]) for client in recent),
        copy=copy_state(desk),
    )


def _consents(charts: Charts, today: date) -> Iterator[Attention]:
    """Give the consents to renew: those that have ended or soon will, and those withdrawn."""
    signed = charts.health.all_consents()
    clients = {client.id: client for client in charts.clients.consent_before(today + timedelta(days=1))}
    clients |= {client_id: charts.clients.get(client_id) for client_id in signed if client_id not in clients}
    for client in clients.values():
        state = consent_state(signed.get(client.id, ()), client.details.consent_on, today)
        code = _CONSENT_CODES.get(state.standing)
        if code is not None:
            yield Attention(code=code, client=client, since=state.withdrawn_on or state.signed_on)


def _referral_code(referral: Referral | None, use: ReferralUse | None, today: date) -> str:
    """Name what is due on a referral, or nothing: expiry within two weeks, or four fifths of the visits used."""
    if referral is None or use is None:
        return ""
    if use.exhausted:
        return "referral_used_up"
    if referral.expires_on is not None and referral.expires_on - today <= _EXPIRY_WARNING:
        return "referral_expires"
    if use.allowed is not None and use.number - 1 >= _NEARLY_USED * use.allowed:
        return "referral_nearly_used"
    return ""
