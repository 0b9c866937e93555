"""Visit records for documents: fictional, complete, and variations that strain the layout."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.case import Case, Coverage, Diagnosis, Mechanism
from therapist_desk.domain.care.earlier_scores import EarlierScore
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.care.referral import Referral, ReferralUse
from therapist_desk.domain.client import Caution, Client, ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.health.screening import Choice, Decision, HealthCheck, Screening
from therapist_desk.domain.ids import (
    AddendumId,
    CaseId,
    ClientId,
    DecisionId,
    MarkId,
    MeasurementId,
    PayerId,
    ReferralId,
    SegmentId,
    TherapistId,
    VisitId,
)
from therapist_desk.domain.notes.note import Note, Paragraph, Response, Section
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Address, Physician, Practice, Therapist
from therapist_desk.domain.record import Addendum, AddendumText, Baseline, Seal, VisitRecord
from therapist_desk.domain.sentences.narrative import NoteSources, generated_paragraphs
from therapist_desk.domain.session.technique import INTAKE, Technique
from therapist_desk.domain.session.timer import Segment, SegmentSource
from therapist_desk.domain.visit import Visit

ATLAS_FOLDER = Path(__file__).parents[2] / "resources" / "body_map"
START = datetime(2026, 11, 18, 22, 0, tzinfo=UTC)
DIGEST = "7f3a91c05be2d8147c19e6f40ab8d3526e90b7c41fd2a835905e6cb4127da06c"

TEMPLE = RegionRef("temporalis", "temple", Side.RIGHT)
TRAPEZIUS_R = RegionRef("trap_upper", "upper trapezius", Side.RIGHT)
TRAPEZIUS_L = RegionRef("trap_upper", "upper trapezius", Side.LEFT)
LEVATOR_R = RegionRef("lev_scap", "levator scapulae", Side.RIGHT)
OCCIPUT_R = RegionRef("suboccipital", "suboccipital muscles", Side.RIGHT)
OCCIPUT_L = RegionRef("suboccipital", "suboccipital muscles", Side.LEFT)
SPLENIUS_R = RegionRef("splenius", "splenius capitis / cervicis", Side.RIGHT)

RELEASE = Technique("mfr", "Myofascial release", "97140")
TRIGGER = Technique("tpt", "Trigger point therapy", "97140")
SWEDISH = Technique("swedish", "Effleurage and petrissage", "97124")


@cache
def atlas() -> Atlas:
    return Atlas(ATLAS_FOLDER)


def at(minutes: float) -> Instant:
    return Instant(START + timedelta(minutes=minutes), -480)


def mark(kind: MarkKind, x: int, y: int, *regions: RegionRef, view: View = View.BACK, **details: Any) -> Mark:
    values: dict[str, Any] = {
        "id": MarkId(f"{kind}-{x}-{y}"),
        "kind": kind,
        "figure": Figure.NEUTRAL,
        "atlas_version": atlas().version,
        "view": view,
        "shape": Point(x, y),
        "regions": regions,
    } | details
    return Mark(**values)


MARKS = (
    mark(MarkKind.TRIGGER_ACTIVE, 3410, 1740, TRAPEZIUS_R, before=7, after=3, refers_to=(TEMPLE,), note="taut band"),
    mark(MarkKind.FASCIAL, 3020, 1770, LEVATOR_R, before=2, after=1, direction=332, layer="deep"),
    mark(MarkKind.TENDER, 2860, 1050, OCCIPUT_R, before=3, after=1),
    mark(MarkKind.TENDER, 2460, 1050, OCCIPUT_L, before=2, after=1),
    mark(MarkKind.HYPERTONICITY, 2890, 1330, SPLENIUS_R, shape=WholeRegion(Point(2890, 1330)), before=2, after=1),
    mark(MarkKind.TRIGGER_LATENT, 1930, 1740, TRAPEZIUS_L, before=3, after=2),
)
EVERY_KIND = (
    *MARKS,
    mark(
        MarkKind.PAIN,
        2460,
        3300,
        shape=Area((Point(2300, 3100), Point(2650, 3150), Point(2700, 3500), Point(2350, 3550))),
        before=6,
        after=4,
    ),
    mark(
        MarkKind.NUMBNESS,
        3100,
        5400,
        shape=Area((Point(2950, 5100), Point(3200, 5100), Point(3200, 5700), Point(2950, 5700))),
        before=4,
        after=4,
    ),
    mark(MarkKind.SWELLING, 2300, 7200, before=2, after=1),
    mark(MarkKind.SKIN, 2900, 2600, note="old surgical scar"),
    mark(MarkKind.DO_NOT_WORK, 2000, 7800, note="varicose veins"),
    mark(MarkKind.PAIN, 2650, 3000, view=View.FRONT, before=2, after=1),
)


def measurement(name: str, before: int, after: int, norm: int, side: Side | None = None) -> Measurement:
    return Measurement(
        id=MeasurementId(f"{name}{side}"),
        kind=MeasurementKind.RANGE_OF_MOTION,
        name=name,
        side=side,
        unit="°",
        before=Decimal(before),
        after=Decimal(after),
        norm=Decimal(norm),
        norm_source="38 CFR 4.71a",
    )


MOTIONS = (
    measurement("cervical rotation", 50, 62, 80, Side.RIGHT),
    measurement("cervical rotation", 68, 72, 80, Side.LEFT),
    measurement("cervical lateral flexion", 31, 38, 45, Side.LEFT),
    measurement("cervical flexion", 42, 45, 45),
)


SCORES = (
    Measurement(
        id=MeasurementId("ndi"),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="Neck Disability Index",
        unit="/50",
        before=Decimal(14),
        measure="NDI",
    ),
    Measurement(
        id=MeasurementId("psfs"),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="Patient-Specific Functional Scale",
        unit="/10",
        before=Decimal(5),
        measure="PSFS",
        answers=(Answer("driving", 6), Answer("desk work", 5), Answer("sleep", 4)),
    ),
    Measurement(
        id=MeasurementId("nprs"),
        kind=MeasurementKind.SCORE,
        name="Numeric pain rating scale",
        unit="/10",
        before=Decimal(4),
        measure="NPRS",
        answers=(Answer("Pain now", 4), Answer("Worst pain in the last 24 hours", 7), Answer("Least", None)),
    ),
)
EARLIER = (
    EarlierScore(
        measure="NDI",
        first=Decimal(24),
        first_on=date(2026, 10, 28),
        last=Decimal(18),
        last_on=date(2026, 11, 11),
    ),
)
SCREENING = Screening(
    check=HealthCheck(changed=False, at=at(1), therapist_id=TherapistId("therapist"), history_version=3),
    decisions=(
        Decision(
            id=DecisionId("cleared"),
            choice=Choice.CLEARED,
            on=("Blood clot, left calf",),
            physician="Priya Raman, MD",
            cleared_on=date(2026, 11, 12),
            at=at(2),
            therapist_id=TherapistId("therapist"),
        ),
        Decision(
            id=DecisionId("proceed"),
            choice=Choice.PROCEED,
            on=("Fever",),
            reason="gone since Monday",
            at=at(2),
            therapist_id=TherapistId("therapist"),
        ),
    ),
)


def segment(technique: Technique, start: float, stop: float, *regions: str, **details: Any) -> Segment:
    return Segment(
        id=SegmentId(f"segment-{start}"),
        technique=technique,
        start=at(start),
        stop=at(stop),
        seconds=round((stop - start) * 60),
        regions=regions,
        **details,
    )


SEGMENTS = (
    segment(INTAKE, 0, 4),
    segment(RELEASE, 4, 18, "R levator scapulae", "R upper trapezius"),
    segment(TRIGGER, 18, 30, "R and L upper trapezius"),
    segment(
        SWEDISH,
        42,
        57,
        "R and L middle trapezius",
        "rhomboids",
        source=SegmentSource.BY_HAND,
        reason="hands on client",
    ),
)

PLAN = (
    "Next: visits 7–12, 2 a week, Nov 23 to Dec 16, same regions. Stop when the goals are met, or at visit 9 "
    "without further gain."
)
STORY = (
    "“The headache still starts at the right side of my neck and sits in my right temple, but it is two days a week "
    "now. I can look over my shoulder when I drive, not all the way.”"
)


def client(given: str = "Dana M.", family: str = "Whitlock") -> Client:
    return Client(
        id=ClientId("client"),
        record_number="TD-000412",
        details=ClientDetails(
            given_name=given,
            family_name=family,
            date_of_birth=date(1987, 3, 14),
            phone="360-555-0117",
            consent_on=date(2026, 10, 21),
            cautions=(Caution("Ibuprofen 400 mg most days: ask before deep pressure"),),
        ),
    )


def therapist(name: str = "Maren K. Solberg") -> Therapist:
    return Therapist(
        id=TherapistId("therapist"),
        name=name,
        credentials="LMT",
        licence_number="MA 60099999",
        licence_state="WA",
        npi="1234567893",
    )


def note(marks: tuple[Mark, ...] = MARKS, **details: Any) -> Note:
    base = Note(
        pain_before=4,
        pain_after=2,
        limitation="checking the blind spot on the right; desk work beyond 60 minutes",
        response=Response.IMPROVED,
        paragraphs=(Paragraph(Section.SUBJECTIVE, STORY), Paragraph(Section.PLAN, PLAN)),
    )
    made = replace(base, **details)
    told = NoteSources(made, marks, MOTIONS, SEGMENTS)
    return replace(made, paragraphs=made.paragraphs + generated_paragraphs(told))


def record(**details: Any) -> VisitRecord:
    marks = details.pop("marks", MARKS)
    visit = Visit(
        id=VisitId("visit"),
        client_id=ClientId("client"),
        case_id=CaseId("case"),
        therapist_id=TherapistId("therapist"),
        number=6,
        service_date=date(2026, 11, 18),
        marks=marks,
        measurements=details.pop("measurements", MOTIONS),
        note=details.pop("note", None) or note(marks),
    )
    values: dict[str, Any] = {
        "client": client(),
        "therapist": therapist(),
        "practice": Practice(
            name="Solberg Medical Massage",
            address=Address(street="410 Example Street, Suite 2", city="Bellingham", state="WA", postal_code="98225"),
            phone="360-555-0142",
            fax="360-555-0143",
        ),
        "case": Case(
            id=CaseId("case"),
            client_id=ClientId("client"),
            title="Tension headache after whiplash",
            complaint="headache and neck pain since a car crash",
            onset=date(2026, 8, 21),
            mechanism=Mechanism.MOTOR_VEHICLE,
            aggravating="desk work, looking over the right shoulder",
            easing="heat, home stretch",
            diagnoses=(
                Diagnosis(
                    code="S16.1XXD", title="Strain of muscle, fascia and tendon at neck level, subsequent encounter"
                ),
                Diagnosis(code="G44.209", title="Tension-type headache, unspecified, not intractable"),
                Diagnosis(code="M54.2", title="Cervicalgia", given_by="Priya Raman, MD"),
            ),
            goals=(
                Goal(
                    text="Check the right blind spot",
                    measure="rotation R before treatment",
                    baseline="38°",
                    target="≥ 65°",
                    due=date(2026, 12, 16),
                ),
                Goal(
                    text="Sleep through 6 nights of 7",
                    measure="nights counted",
                    baseline="2",
                    target="≥ 6",
                    due=date(2026, 12, 16),
                ),
            ),
            home_care="R levator stretch 3 × 30 s, chin nod 2 × 10, desk break each 45 min.",
            coverage=Coverage(
                payer_id=PayerId("payer"),
                insured_id="TX-4410-88",
                claim_number="CM-26-118840",
                date_of_injury=date(2026, 8, 21),
            ),
            opened_on=date(2026, 10, 21),
        ),
        "referral": Referral(
            id=ReferralId("referral"),
            case_id=CaseId("case"),
            physician=Physician(
                name="Priya Raman",
                credentials="MD",
                npi="1999999984",
                practice="Example Family Medicine",
                phone="360-555-0160",
                fax="360-555-0161",
            ),
            ordered_on=date(2026, 10, 19),
            starts_on=date(2026, 10, 19),
            expires_on=date(2026, 12, 30),
            visits_allowed=12,
            visits_per_week=2,
            authorization="A-77120",
        ),
        "referral_use": ReferralUse(6, 12, date(2026, 12, 30)),
        "payer": Payer(id=PayerId("payer"), name="Tidewater Example Mutual", kind=PayerKind.MOTOR_VEHICLE),
        "visit": visit,
        "segments": SEGMENTS,
        "baseline": Baseline(service_date=date(2026, 10, 21), pain_before=7, limitation="looking over the shoulder"),
        "atlas_version": atlas().version,
    } | details
    return VisitRecord(**values)


def seal(digest: str = DIGEST, minutes: float = 82) -> Seal:
    return Seal(
        sequence=4,
        digest=digest,
        previous="c41e07b9" * 8,
        signature="ab" * 64,
        public_key="91c07f3a" * 8,
        therapist_id=TherapistId("therapist"),
        signed_at=at(minutes),
    )


def addendum(number: int = 1, visit: str = "visit", corrects: NotePart | None = None) -> Addendum:
    return Addendum(
        AddendumText(
            id=AddendumId(f"addendum-{number}"),
            visit_id=VisitId(visit),
            number=number,
            reason="The client called.",
            text="Ibuprofen 400 mg, doses a week: was written as 2, should read 3.",
            therapist=therapist(),
            corrects=corrects,
        ),
        seal("2b9d04e7" * 7 + "000090e1", minutes=2800),
    )
