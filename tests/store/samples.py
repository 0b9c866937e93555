"""Values that the store's tests begin with, and strategies for any others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.audit import AuditAction, AuditEvent
from therapist_desk.domain.care.case import Case, Coverage, Diagnosis, Mechanism
from therapist_desk.domain.care.discharge import DischargeReason
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal, GoalStatus, Standing
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.treatment import CheckKind, PlanLine, PlannedCheck, PlanTerms
from therapist_desk.domain.claims.details import (
    ClaimDetails,
    CoverageKind,
    Insured,
    OtherPlan,
    Relationship,
    Sex,
)
from therapist_desk.domain.claims.ledger import EntryKind, LedgerEntry, Method
from therapist_desk.domain.claims.terms import (
    PLACES,
    BillingTerms,
    ChosenUnit,
    ClaimReference,
    Pointing,
    Resubmission,
)
from therapist_desk.domain.client import Caution, CautionLevel, Client, ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.findings.closeup import CLOSEUPS
from therapist_desk.domain.findings.mark import SCALES, Area, Mark, MarkKind, PainQuality, Point, WholeRegion
from therapist_desk.domain.findings.measurement import Answer as FormAnswer
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.history import Answer, ConditionAnswer, HealthHistory, HealthItem, ItemKind
from therapist_desk.domain.health.screening import Choice, Decision, HealthCheck, Screening
from therapist_desk.domain.health.signature import Signature, Stroke
from therapist_desk.domain.ids import (
    CaseId,
    ClientId,
    ConsentId,
    DecisionId,
    HistoryId,
    LedgerEntryId,
    MarkId,
    MeasurementId,
    ObservationId,
    PayerId,
    ReferralId,
    SegmentId,
    TherapistId,
    TimerEventId,
    VisitId,
)
from therapist_desk.domain.notes.note import (
    HomeDone,
    Note,
    Origin,
    Paragraph,
    Report,
    ReportKind,
    Response,
    Section,
    SinceLast,
)
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Address, Physician, Practice, TaxIdKind, Therapist
from therapist_desk.domain.record import Seal, SealedKind, SignedRecord
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import EventKind, Segment, SegmentSource, TimerEvent
from therapist_desk.domain.visit import Visit, VisitStatus

T = TypeVar("T")

THERAPIST = Therapist(
    id=TherapistId("therapist"),
    name="Robin Mockford",
    credentials="LMT",
    licence_number="MA 60099999",
    licence_state="WA",
)
CLIENT = Client(
    id=ClientId("client"),
    record_number="TD-000001",
    details=ClientDetails(given_name="Łukasz", family_name="Żółć", date_of_birth=date(1984, 3, 7)),
)
CASE = Case(id=CaseId("case"), client_id=CLIENT.id, title="Neck after whiplash", opened_on=date(2026, 10, 1))
VISIT = Visit(
    id=VisitId("visit"),
    client_id=CLIENT.id,
    case_id=CASE.id,
    therapist_id=THERAPIST.id,
    number=1,
    service_date=date(2026, 11, 23),
)
NOON = Instant(datetime(2026, 11, 23, 12, tzinfo=UTC), -480, 7_200_000, "boot")
ZEROS = "0" * 64


def mark(mark_id: str, **details: Any) -> Mark:
    values: dict[str, Any] = {
        "id": MarkId(mark_id),
        "kind": MarkKind.TENDER,
        "figure": Figure.NEUTRAL,
        "atlas_version": "1",
        "view": View.BACK,
        "shape": Point(3000, 1500),
        "regions": (RegionRef("trap_upper", "upper trapezius", Side.RIGHT),),
        "before": 3,
    } | details
    return Mark(**values)


def link(
    sequence: int, previous: str, *, kind: SealedKind = SealedKind.VISIT, visit: VisitId = VISIT.id
) -> SignedRecord:
    """A link of the chain whose digest and signature nobody recomputes here."""
    seal = Seal(
        sequence=sequence,
        digest=f"{sequence:064x}",
        previous=previous,
        signature="ab" * 64,
        public_key="cd" * 32,
        therapist_id=THERAPIST.id,
        signed_at=NOON,
    )
    return SignedRecord(kind=kind, visit_id=visit, schema=1, canonical=b'{"note":"neck"}', seal=seal)


words = st.text(st.characters(codec="utf-8"), max_size=20)
lines = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=20)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
small = st.integers(0, 10)
scores = st.none() | small
decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2)
instants = st.builds(
    Instant,
    st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds are naive
    st.integers(-840, 840),
    st.integers(0, 2**50),
    words,
)
techniques = st.builds(Technique, words.filter(bool), words, words, st.booleans())
addresses = st.builds(Address, street=words, city=words, state=words, postal_code=words)
regions = st.builds(RegionRef, words, words, st.sampled_from(Side))
points = st.builds(Point, st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
shapes = (
    points | st.builds(WholeRegion, points) | st.builds(Area, st.lists(points, min_size=3, max_size=9).map(tuple))
)


def several(values: st.SearchStrategy[T], **bounds: Any) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, **({"max_size": 4} | bounds)).map(tuple)


clients = st.builds(
    Client,
    id=st.just(ClientId("another")),
    record_number=st.just("TD-000002"),
    details=st.builds(
        ClientDetails,
        given_name=words,
        family_name=words,
        date_of_birth=days,
        pronouns=words,
        phone=words,
        email=words,
        address=addresses,
        emergency_contact=words,
        figure=st.sampled_from(Figure),
        cautions=several(st.builds(Caution, words, st.sampled_from(CautionLevel))),
        consent_on=st.none() | days,
    ),
    archived=st.booleans(),
    version=st.just(1),
)
payers = st.builds(
    Payer,
    id=st.just(PayerId("payer")),
    name=words,
    kind=st.sampled_from(PayerKind),
    address=addresses,
    phone=words,
    fax=words,
    billing_tax_id=words,
    rendering_id=words,
    billing_id=words,
    rule_card=words,
    fees=several(st.builds(Fee, words, st.integers(0, 10**9))),
)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2)
aims = st.builds(
    Aim,
    kind=st.sampled_from(AimKind),
    name=words,
    side=st.none() | st.sampled_from(Side),
    unit=words,
    direction=st.sampled_from(Direction),
    first=numbers,
    wanted=numbers,
    first_on=st.none() | days,
    latest=decimals,
    latest_on=st.none() | days,
)
cases = st.builds(
    Case,
    id=st.just(CaseId("another")),
    client_id=st.just(CLIENT.id),
    title=words,
    complaint=words,
    onset=st.none() | days,
    mechanism=st.sampled_from(Mechanism),
    aggravating=words,
    easing=words,
    prior_care=words,
    diagnoses=several(st.builds(Diagnosis, code=words, title=words, given_by=words, given_on=st.none() | days)),
    goals=several(
        st.builds(
            Goal,
            text=words,
            measure=words,
            baseline=words,
            target=words,
            due=st.none() | days,
            status=st.sampled_from(GoalStatus),
            aim=st.none() | aims,
            met_on=st.none() | days,
            judged=st.none() | st.sampled_from(Standing),
        )
    ),
    plan=words,
    home_care=words,
    coverage=st.none()
    | st.builds(
        Coverage,
        payer_id=st.just(PayerId("payer")),
        insured_id=words,
        claim_number=words,
        group_number=words,
        date_of_injury=st.none() | days,
    ),
    opened_on=days,
    closed_on=st.none() | days,
    discharge_reason=words,
    version=st.just(1),
    plan_lines=several(
        st.builds(
            PlanLine,
            treatment=words,
            where=words,
            code=words,
            least_minutes=scores,
            most_minutes=scores,
            how_often=words,
            purpose=words,
        )
    ),
    terms=st.builds(PlanTerms, frequency=words, session_minutes=scores, visits=scores, review_at=scores),
    checks=several(st.builds(PlannedCheck, kind=st.sampled_from(CheckKind), key=words, name=words)),
    discharged=st.none() | st.sampled_from(DischargeReason),
    discharge_summary=words,
    reported_on=st.none() | days,
)
referrals = st.builds(
    Referral,
    id=st.just(ReferralId("referral")),
    case_id=st.just(CASE.id),
    physician=st.builds(Physician, name=words, credentials=words, npi=words, practice=words, phone=words, fax=words),
    ordered_on=days,
    starts_on=days,
    expires_on=st.none() | days,
    visits_allowed=scores,
    visits_per_week=scores,
    authorization=words,
    diagnosis_codes=several(words),
    visits_used_before=small,
)
practices = st.builds(
    Practice,
    name=words,
    address=addresses,
    phone=words,
    fax=words,
    email=words,
    tax_id=words,
    npi=words,
    tax_id_kind=st.none() | st.sampled_from(TaxIdKind),
    place_of_service=st.sampled_from(sorted(PLACES)),
    fees=several(st.builds(Fee, words, st.integers(0, 10**9))),
)
ledger_entries = st.builds(
    LedgerEntry,
    id=st.just(LedgerEntryId("entry")),
    visit_id=st.just(VISIT.id),
    kind=st.sampled_from(EntryKind),
    on=days,
    cents=st.integers(0, 10**9),
    method=st.none() | st.sampled_from(Method),
    note=words,
    entered_at=instants,
    therapist_id=st.just(THERAPIST.id),
    reason=words,
)
codes = st.from_regex(r"[A-Z0-9]{5}", fullmatch=True)
billing_terms = st.builds(
    BillingTerms,
    visit_id=st.just(VISIT.id),
    place=st.sampled_from(["", *PLACES]),
    pointing=several(st.builds(Pointing, codes, st.from_regex(r"[A-L]{1,4}", fullmatch=True))),
    unit_choice=several(st.builds(ChosenUnit, days, codes)),
    claim=st.builds(ClaimReference, words, st.none() | st.sampled_from(Resubmission), words),
    settled_at=instants,
    therapist_id=st.just(THERAPIST.id),
)
claim_details = st.builds(
    ClaimDetails,
    coverage=st.sampled_from(CoverageKind),
    client_sex=st.none() | st.sampled_from(Sex),
    relationship=st.none() | st.sampled_from(Relationship),
    insured=st.builds(
        Insured,
        family_name=words,
        given_name=words,
        date_of_birth=st.none() | days,
        sex=st.none() | st.sampled_from(Sex),
        address=addresses,
        phone=words,
    ),
    plan_name=words,
    other_plan=st.none() | st.builds(OtherPlan, insured_name=words, policy=words, plan_name=words),
    no_other_plan=st.booleans(),
    accident_state=words,
    released_on=st.none() | days,
    assigned_on=st.none() | days,
    last_period_on=st.none() | days,
    accepts_assignment=st.none() | st.booleans(),
    unable_from=st.none() | days,
    unable_to=st.none() | days,
    referrer_other=words,
    additional=words,
    total_on_each=st.booleans(),
)
therapists = st.builds(
    Therapist,
    id=st.just(TherapistId("another")),
    name=words,
    credentials=words,
    licence_number=words,
    licence_state=words,
    npi=words,
    public_key=words,
    active=st.booleans(),
)
notes = st.builds(
    Note,
    pain_before=scores,
    pain_after=scores,
    limitation=words,
    response=st.none() | st.sampled_from(Response),
    paragraphs=several(
        st.builds(Paragraph, st.sampled_from(Section), words, st.sampled_from(Origin), words, st.none() | words)
    ),
    since_last=st.none() | st.sampled_from(SinceLast),
    reported=several(st.builds(Report, lines, st.sampled_from(ReportKind))),
    home_done=st.none() | st.sampled_from(HomeDone),
    home_care=several(lines),
    next_visit=words,
)
audit_events = st.builds(
    AuditEvent,
    at=instants,
    therapist_id=st.none() | st.just(THERAPIST.id),
    action=st.sampled_from(AuditAction),
    subject=words,
    detail=words,
)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(MarkKind))
    scale = SCALES[kind]
    grades = st.none() if scale is None else st.none() | st.integers(0, scale.top)
    return Mark(
        id=MarkId(draw(st.uuids().map(str))),
        kind=kind,
        figure=draw(st.sampled_from(Figure)),
        atlas_version=draw(words),
        view=draw(st.sampled_from(View)),
        closeup=draw(st.none() | st.sampled_from(CLOSEUPS)),
        shape=draw(shapes),
        regions=draw(several(regions)),
        layer=draw(words),
        before=draw(grades),
        after=draw(grades),
        quality=draw(st.none() | st.sampled_from(PainQuality)),
        direction=draw(st.none() | st.integers(0, 359)),
        refers_to=draw(several(regions)),
        note=draw(words),
    )


visits = st.builds(
    Visit,
    id=st.just(VisitId("another")),
    client_id=st.just(CLIENT.id),
    case_id=st.just(CASE.id),
    therapist_id=st.just(THERAPIST.id),
    referral_id=st.none(),
    number=st.integers(1, 500),
    service_date=days,
    planned_for=st.none() | instants,
    planned_minutes=st.integers(1, 300),
    unit_choice=st.lists(st.sampled_from(["97124", "97140", "97110"]), max_size=2).map(tuple),
    figure=st.sampled_from(Figure),
    status=st.sampled_from((VisitStatus.PLANNED, VisitStatus.DRAFT)),
    events=several(
        st.builds(
            TimerEvent,
            id=st.uuids().map(str).map(TimerEventId),
            kind=st.sampled_from(EventKind),
            at=instants,
            technique=st.none() | techniques,
            by_hand=st.booleans(),
        ),
        unique_by=lambda event: event.id,
    ),
    by_hand=several(
        st.builds(
            Segment,
            id=st.uuids().map(str).map(SegmentId),
            technique=techniques,
            start=instants,
            stop=st.none() | instants,
            seconds=st.integers(0, 10**6),
            regions=several(words),
            source=st.sampled_from(SegmentSource),
            replaces=st.none() | words.map(SegmentId),
            reason=words,
        ),
        unique_by=lambda segment: segment.id,
    ),
    marks=several(marks(), unique_by=lambda one: one.id),
    measurements=several(
        st.builds(
            Measurement,
            id=st.uuids().map(str).map(MeasurementId),
            kind=st.sampled_from(MeasurementKind),
            name=words,
            side=st.none() | st.sampled_from(Side),
            unit=words,
            before=decimals,
            after=decimals,
            norm=decimals,
            norm_source=words,
            limited_by=words,
            movement=st.none() | st.sampled_from(Movement),
            pain_on_motion=st.booleans(),
            kept=st.booleans(),
            measure=words,
            answers=several(st.builds(FormAnswer, asked=words, given=st.none() | st.integers(-7, 13))),
            scoring=words,
            judged_by=words,
        ),
        unique_by=lambda measurement: measurement.id,
    ),
    observations=several(
        st.builds(
            Observation,
            id=st.uuids().map(str).map(ObservationId),
            kind=st.sampled_from(ObservationKind),
            name=words,
            side=st.none() | st.sampled_from(Side),
            result=st.none() | st.sampled_from(Result),
            view=st.none() | st.sampled_from(View),
            grade=words,
            place=words,
            note=words,
            suggests=words,
            refer_if_positive=st.booleans(),
            source=words,
        ),
        unique_by=lambda observation: observation.id,
    ),
    note=notes,
    screening=st.builds(
        Screening,
        check=st.none()
        | st.builds(
            HealthCheck,
            changed=st.booleans(),
            at=instants,
            therapist_id=st.just(THERAPIST.id),
            history_version=small,
        ),
        decisions=several(
            st.builds(
                Decision,
                id=st.uuids().map(str).map(DecisionId),
                choice=st.sampled_from(Choice),
                on=several(words),
                reason=words,
                physician=words,
                cleared_on=st.none() | days,
                at=instants,
                therapist_id=st.just(THERAPIST.id),
            ),
            unique_by=lambda decision: decision.id,
        ),
        drawn=several(st.sampled_from(["fracture/knee/left", "varices/calf/right"]), unique=True),
    ),
    version=st.just(1),
)
histories = st.builds(
    HealthHistory,
    id=st.just(HistoryId("history")),
    client_id=st.just(CLIENT.id),
    version=st.just(1),
    taken_at=instants,
    therapist_id=st.just(THERAPIST.id),
    answers=several(
        st.builds(
            ConditionAnswer,
            condition=words,
            name=words,
            short=words,
            level=st.sampled_from(CautionLevel),
            avoid=words,
            source=words,
            basis=st.sampled_from(Basis),
            answer=st.sampled_from(Answer),
            detail=words,
            since=st.none() | days,
            regions=several(regions),
        )
    ),
    items=several(
        st.builds(HealthItem, kind=st.sampled_from(ItemKind), text=words, detail=words, on=st.none() | days)
    ),
)
consents = st.builds(
    Consent,
    id=st.just(ConsentId("consent")),
    client_id=st.just(CLIENT.id),
    signed_on=days,
    scopes=several(st.sampled_from(Scope), unique=True),
    statements=several(st.sampled_from(STATEMENTS)),
    signer=words,
    relation=words,
    signature=several(st.builds(Stroke, several(points, min_size=1))).map(Signature),
    on_paper=st.booleans(),
    recorded_at=instants,
    therapist_id=st.just(THERAPIST.id),
    withdrawn_on=st.none() | days,
    withdrawal_reason=words,
)
