"""Make the store of sample clients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from therapist_desk.app.demo import courses, health, money, people
from therapist_desk.app.demo.clock import SetClock
from therapist_desk.app.demo.course import Player, days_before
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.clock import Clock, Instant
from therapist_desk.domain.ids import ClientId, TherapistId, VisitId
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.services import cases, clients, signing
from therapist_desk.services.billing import rule_cards
from therapist_desk.services.care.ordered_codes import open_case_by_order
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.opening import create_store
from therapist_desk.services.visit import timing, visits
from therapist_desk.store.slots import Cost

PASSPHRASE: Final = "sample clients only here"  # noqa: S105 - shown on screen; it guards nothing
# The samples guard nobody's secrets; a second of key stretching at each of a dozen signatures would only be waiting.
_CHEAP: Final = Cost(passes=1, memory=8 * 1024, lanes=1)
_IN_SESSION_FOR: Final = 38
"""Minutes that the visit in progress has been running."""


@dataclass(frozen=True, slots=True)
class Samples:
    """What was made: who unlocks it, and the places to look at. The store is closed again."""

    folder: Path
    therapist_id: TherapistId
    passphrase: str
    begun: Instant
    in_session: VisitId
    last_signed: VisitId
    client_id: ClientId


def make_samples(folder: Path, resources: Path, clock: Clock) -> Samples:
    """Make an encrypted store of three sample clients in `folder`, with one visit running at `clock`'s time.

    Raises:
        StoreError: the folder cannot be used; `code` says why.
    """
    now = clock.now()
    past = SetClock(now)
    past.set(days_before(now.local, 60, 8))
    registration = people.registration()
    desk, _ = create_store(folder, registration, PASSPHRASE, past, cost=_CHEAP)
    try:
        techniques = {technique.id: technique for technique in load_techniques(resources).all}
        player = Player(desk, past, Atlas(resources / "body_map"), techniques, PASSPHRASE, resources)
        codes = CodeShelf(resources, folder)
        _treat_sciatica(player, codes, now)
        _treat_pianist(player, now)
        client_id, last_signed, running = _treat_whiplash(player, codes, now)
    finally:
        desk.close()
    begun = now.shifted(-_IN_SESSION_FOR * 60)
    return Samples(folder, registration.therapist.id, PASSPHRASE, begun, running, last_signed, client_id)


def _treat_whiplash(player: Player, codes: CodeShelf, now: Instant) -> tuple[ClientId, VisitId, VisitId]:
    desk, today = player.desk, now.day
    player.clock.set(days_before(now.local, 42, 9))
    client = clients.add_client(desk, people.whiplash_client())
    health.tell(desk, player.resources, client, health.whiplash(today))
    payer = cases.save_payer(desk, people.motor_insurer())
    _keep_card(player, payer.rule_card)
    money.set_fees(desk)
    case = people.whiplash_case(client, payer, today)
    open_case_by_order(desk, codes, case, people.whiplash_referral(case, today))
    *finished, current = courses.whiplash()
    signed = [
        player.play(case.id, session, days_before(now.local, 35 - 7 * week, 10))
        for week, session in enumerate(finished)
    ]
    money.take_payments(desk, signed[0], signed[-1])
    money.tell_claims(desk, client.id, payer.id, case.opened_on)
    running = player.begin(case.id, current, (now.local - timedelta(minutes=_IN_SESSION_FOR)))
    _work(player, running, {"mfr": 14})
    timing.switch(desk, running, player.techniques["trp"])
    return client.id, signed[-1], running


def _keep_card(player: Player, name: str) -> None:
    """Put a copy of a shipped rule card into the store's folder, with the payer's own rule for units."""
    card = (player.resources / rule_cards.FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    own = player.desk.folder / rule_cards.FOLDER
    own.mkdir(exist_ok=True)
    (own / f"{name}.toml").write_text(card + people.motor_units(), encoding="utf-8")


def _treat_sciatica(player: Player, codes: CodeShelf, now: Instant) -> None:
    desk, today = player.desk, now.day
    player.clock.set(days_before(now.local, 50, 9))
    client = clients.add_client(desk, people.sciatica_client())
    health.tell(desk, player.resources, client, health.sciatica(today))
    case = people.sciatica_case(client, today)
    open_case_by_order(desk, codes, case, people.sciatica_referral(case, today))
    sessions = courses.sciatica()
    for week, session in enumerate(sessions):
        last = week == len(sessions) - 1
        visit_id = player.play(case.id, session, days_before(now.local, 43 - 8 * week, 14, 30), sign=not last)
        if week == 1:
            player.clock.wait(55)
            corrected = NotePart.REPORTED
            signing.add_addendum(desk, visit_id, *courses.CORRECTION, player.passphrase, corrects=corrected)
    visits.plan_visit(desk, case.id, _in(now, minutes=75))


def _treat_pianist(player: Player, now: Instant) -> None:
    desk, today = player.desk, now.day
    player.clock.set(days_before(now.local, 20, 9))
    client = clients.add_client(desk, people.pianist_client())
    health.tell(desk, player.resources, client, health.pianist(today))
    case = people.pianist_case(client, today)
    cases.keep_new_case(desk, case)
    for week, session in enumerate(courses.carpal_tunnel()):
        player.play(case.id, session, days_before(now.local, 15 - 7 * week, 17))
    visits.plan_visit(desk, case.id, _in(now, minutes=180), 45)


def _work(player: Player, visit_id: VisitId, worked: dict[str, float]) -> None:
    for name, minutes in worked.items():
        timing.switch(player.desk, visit_id, player.techniques[name])
        player.clock.wait(minutes)


def _in(now: Instant, *, minutes: int) -> Instant:
    """Give a time later on, on the quarter of an hour."""
    quarter = 15 * 60
    ahead = now.shifted(minutes * 60)
    return ahead.shifted(-(ahead.utc.timestamp() % quarter))
