"""A store worth exporting: signed, amended, drafted and planned visits, a scan, a health history, a consent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from desks import MONDAY, PASSPHRASE, ROBIN, HandClock
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.domain.health.history import HealthHistory, HealthItem, ItemKind
from therapist_desk.domain.ids import ClientId, ConsentId, HistoryId, MeasurementId, ObservationId, VisitId
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.care.papers import attach_order
from therapist_desk.services.cases import case_files, open_case, save_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.signing import add_addendum, sign_visit
from therapist_desk.services.visit.visits import case_visits, plan_visit
from ui.samples import chart_juniper

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
TYPED = 'Slept "badly" <on> Thursday & Friday,\nsince the drive'


@dataclass(frozen=True, slots=True)
class Charted:
    """Who and what was charted."""

    juniper: ClientId
    other: ClientId
    signed: VisitId


def chart(desk: Desk, clock: HandClock, folder: Path) -> Charted:
    """Chart Juniper's case with everything that an export carries, and a second client beside it."""
    client = chart_juniper(desk, clock)
    case = case_files(desk, client.id)[0].case
    goal = Goal(
        text="Turn the head to check the mirror",
        measure="Cervical rotation right",
        baseline="46°",
        target="70°",
        due=date(2026, 12, 30),
        aim=Aim(
            kind=AimKind.MOTION,
            name="cervical rotation",
            side=Side.RIGHT,
            unit="°",
            direction=Direction.AT_LEAST,
            first=Decimal(46),
            wanted=Decimal(70),
            first_on=date(2026, 10, 14),
        ),
    )
    save_case(desk, replace(case, goals=(*case.goals, goal)))
    visits = [visit for visit in case_visits(desk, case.id) if visit.status is VisitStatus.DRAFT]
    first, second = visits[0], visits[1]
    with desk.store.writing() as charts:
        for measurement in _measurements():
            charts.visits.put_measurement(first.id, measurement)
        charts.visits.put_observation(
            first.id,
            Observation(
                id=ObservationId("spurling"),
                kind=ObservationKind.TEST,
                name="Spurling test",
                side=Side.RIGHT,
                result=Result.NEGATIVE,
            ),
        )
        written = Note(
            pain_before=8, pain_after=6, limitation="Driving", paragraphs=(Paragraph(Section.SUBJECTIVE, TYPED),)
        )
        charts.visits.put_note(first.id, written)
        charts.health.add_history(_history(client.id, clock.now()))
        charts.health.add_consent(_consent(client.id, clock.now()))
        referral = charts.cases.referrals_of(case.id)[0]
    for visit in (first, second):
        sign_visit(desk, visit.id, PASSPHRASE, override_reason="charted for the export")
    words = "Wrong side", "The tender point was on the left."
    add_addendum(desk, first.id, *words, PASSPHRASE, corrects=NotePart.FINDINGS)
    plan_visit(desk, case.id, Instant(MONDAY + timedelta(days=7), -480))
    scan = folder / "order.pdf"
    scan.write_bytes(SCAN)
    attach_order(desk, referral.id, scan, "Order of October")
    other = add_client(desk, ClientDetails(given_name="Zo\u00eb", family_name="", date_of_birth=date(1990, 1, 1)))
    open_case(desk, other.id, "Frozen shoulder, left")
    return Charted(client.id, other.id, first.id)


def _measurements() -> tuple[Measurement, ...]:
    return (
        Measurement(
            id=MeasurementId("rotation"),
            kind=MeasurementKind.RANGE_OF_MOTION,
            name="cervical rotation",
            side=Side.RIGHT,
            unit="°",
            before=Decimal(46),
            after=Decimal("57.5"),
            norm=Decimal(80),
            norm_source="a source",
        ),
        Measurement(
            id=MeasurementId("psfs"),
            kind=MeasurementKind.QUESTIONNAIRE,
            name="Patient-Specific Functional Scale",
            measure="PSFS",
            before=Decimal("4.5"),
            answers=(Answer("Driving", 4), Answer("Lifting the child", 5), Answer("Running")),
        ),
    )


def _history(client_id: ClientId, now: Instant) -> HealthHistory:
    return HealthHistory(
        id=HistoryId("history"),
        client_id=client_id,
        version=1,
        taken_at=now,
        therapist_id=ROBIN.therapist.id,
        items=(
            HealthItem(kind=ItemKind.MEDICATION, text="Apixaban", detail="5 mg"),
            HealthItem(kind=ItemKind.ALLERGY, text="Arnica"),
            HealthItem(kind=ItemKind.SURGERY, text="Appendix", on=date(2001, 5, 4)),
            HealthItem(kind=ItemKind.IMPLANT, text="Hip replacement, left"),
        ),
    )


def _consent(client_id: ClientId, now: Instant) -> Consent:
    return Consent(
        id=ConsentId("consent"),
        client_id=client_id,
        signed_on=date(2026, 10, 14),
        scopes=(Scope.TREATMENT, Scope.PHYSICIAN),
        signer="Juniper Sample-Hayes",
        on_paper=True,
        recorded_at=now,
        therapist_id=ROBIN.therapist.id,
    )
