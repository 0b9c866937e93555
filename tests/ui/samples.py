"""Charts for tests of the windows, made through the services: fictional people with what a screen may show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desks import MONDAY, HandClock, open_desk
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.care.case import Case, Coverage, Diagnosis, Mechanism
from therapist_desk.domain.care.goal import Goal, GoalStatus
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.client import Caution, CautionLevel, Client, ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.ids import ClientId, MarkId, PayerId, ReferralId
from therapist_desk.domain.notes.note import Note, Response
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Physician
from therapist_desk.domain.session.technique import Technique
from therapist_desk.services.care.ordered_codes import keep_order
from therapist_desk.services.cases import open_case, save_case, save_payer
from therapist_desk.services.clients import add_client
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.visit.marking import put_mark
from therapist_desk.services.visit.notes import save_note
from therapist_desk.services.visit.timing import start, stop
from therapist_desk.services.visit.visits import plan_visit, start_visit

RELEASE = Technique("mfr", "Myofascial release", "97140")
JUNIPER = ClientDetails(
    given_name="Juniper",
    family_name="Sample-Hayes",
    date_of_birth=date(1987, 3, 14),
    pronouns="she/her",
    phone="555 0117",
    cautions=(
        Caution("Apixaban: no deep pressure", CautionLevel.LOCAL),
        Caution("Arnica allergy"),
    ),
    consent_on=date(2026, 10, 14),
)
OTHERS = (
    ("Odo", "Testcase", date(1961, 5, 2), "Low back pain"),
    ("Tamsin", "Placeholder", date(1990, 8, 30), "Frozen shoulder, right"),
    ("Bartholomew", "Mockley", date(1978, 1, 19), "Plantar heel pain, left"),
    ("Λίλα", "Παραδείγματος", date(1999, 12, 1), "Tension headache"),
)
PLACES = (
    (MarkKind.TRIGGER_ACTIVE, "trap_upper", "upper trapezius", Side.RIGHT, Point(2700, 1720), 7),
    (MarkKind.TRIGGER_LATENT, "levator", "levator scapulae", Side.RIGHT, Point(2560, 1600), 5),
    (MarkKind.TENDER, "suboccipitals", "suboccipitals", Side.LEFT, Point(2250, 1180), 3),
    (MarkKind.HYPERTONICITY, "trap_upper", "upper trapezius", Side.LEFT, Point(2050, 1700), 3),
)


@dataclass(frozen=True)
class Filled:
    """A closed store with the clients of `fill`, and these."""

    home: TemporaryDirectory[str]
    clients: dict[str, ClientId]

    @property
    def folder(self) -> Path:
        return Path(self.home.name) / "charts"


@cache
def filled() -> Filled:
    """Fill a store once, for all tests to copy."""
    made, clock = Filled(TemporaryDirectory(prefix="filled-"), {}), HandClock(MONDAY)
    desk = open_desk(made.folder, clock)
    made.clients.update(fill(desk, clock))
    desk.close()
    return made


def fill(desk: Desk, clock: HandClock) -> dict[str, ClientId]:
    """Chart a few clients on `desk`; the clock ends where it was. Gives the clients by first name in lower case."""
    juniper = chart_juniper(desk, clock)
    clients = {"juniper": juniper.id}
    for hour, (given, family, born, title) in enumerate(OTHERS):
        details = ClientDetails(
            given_name=given, family_name=family, date_of_birth=born, consent_on=date(2025, 11, 11 + hour)
        )
        client = add_client(desk, details)
        clients[given.lower()] = client.id
        case = open_case(desk, client.id, title)
        if hour > 1:
            when = MONDAY + timedelta(hours=hour)
            plan_visit(desk, case.id, Instant(when, -480), 60 if hour == 2 else 45)
        elif hour == 0:
            clock.set(MONDAY - timedelta(days=3))
            visit = start_visit(desk, case.id)
            start(desk, visit.id, RELEASE)
            clock.set(MONDAY - timedelta(days=3) + timedelta(minutes=50))
            stop(desk, visit.id)
            clock.set(MONDAY)
    return clients


def chart_juniper(desk: Desk, clock: HandClock) -> Client:
    """Chart a whiplash headache with four visits, an order, a payer and goals; the fifth visit is running."""
    client = add_client(desk, JUNIPER)
    payer = Payer(id=PayerId(new_id()), name="Placeholder Mutual", kind=PayerKind.MOTOR_VEHICLE)
    save_payer(desk, payer)
    clock.set(MONDAY - timedelta(days=40))
    case = save_case(desk, juniper_case(open_case(desk, client.id, "Whiplash headache"), payer.id))
    keep_order(desk, CodeShelf(), juniper_referral(case))
    for number, days in enumerate((40, 33, 26, 14)):
        clock.set(MONDAY - timedelta(days=days))
        visit = start_visit(desk, case.id)
        start(desk, visit.id, RELEASE)
        for kind, region, name, side, point, grade in PLACES:
            place = RegionRef(region, name, side)
            put_mark(desk, visit.id, _mark(kind, place, point, grade, max(0, grade - number)))
        clock.set(MONDAY - timedelta(days=days) + timedelta(minutes=60))
        stop(desk, visit.id)
        note = Note(
            pain_before=8 - number // 2, pain_after=6 - number // 2, limitation="Driving", response=Response.IMPROVED
        )
        save_note(desk, visit.id, note)
    clock.set(datetime(2026, 11, 23, 17, 21, 48, tzinfo=UTC))
    running = start_visit(desk, case.id)
    start(desk, running.id, RELEASE)
    clock.set(MONDAY)
    return client


def juniper_case(case: Case, payer_id: PayerId) -> Case:
    """Fill a case in."""
    return replace(
        case,
        complaint="Right-sided headache, neck to temple, and stiffness turning right, after a rear-end collision.",
        onset=date(2026, 9, 2),
        mechanism=Mechanism.MOTOR_VEHICLE,
        aggravating="Desk, shoulder-check",
        easing="Heat, rest",
        prior_care="Physical therapy in September",
        diagnoses=(
            Diagnosis(
                code="G44.319", title="Acute post-traumatic headache, not intractable", given_by="Dr Placeholder"
            ),
            Diagnosis(code="S13.4XXD", title="Sprain of ligaments of cervical spine, subsequent encounter"),
        ),
        goals=(
            Goal(
                text="Check both blind spots while driving",
                measure="Rotation right",
                baseline="46°",
                target="70°",
                due=date(2026, 12, 14),
            ),
            Goal(
                text="Sleep through 5 nights a week",
                measure="Nights woken",
                baseline="6",
                target="2",
                due=date(2026, 12, 7),
                status=GoalStatus.MET,
            ),
        ),
        plan="Upper trapezius and levator release, suboccipital decompression, cervical mobility. Weekly, 60 min.",
        home_care="Chin tucks 2×10 daily. Heat 15 min before desk work.",
        coverage=Coverage(payer_id=payer_id, claim_number="TEST-0017", date_of_injury=date(2026, 9, 2)),
    )


def juniper_referral(case: Case) -> Referral:
    """Order twelve visits until the end of the year."""
    return Referral(
        id=ReferralId(new_id()),
        case_id=case.id,
        physician=Physician(name="Ilse Placeholder", credentials="MD", practice="Testville Clinic"),
        ordered_on=date(2026, 10, 12),
        starts_on=date(2026, 10, 12),
        expires_on=date(2026, 12, 30),
        visits_allowed=12,
        authorization="AUTH-TEST-2291",
    )


def _mark(kind: MarkKind, place: RegionRef, point: Point, before: int, after: int) -> Mark:
    return Mark(
        id=MarkId(new_id()),
        kind=kind,
        figure=Figure.NEUTRAL,
        atlas_version="1",
        view=View.BACK,
        shape=point,
        regions=(place,),
        before=before,
        after=after,
    )
