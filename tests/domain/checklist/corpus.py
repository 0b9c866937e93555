"""Notes for the checklist: good ones as therapists write them, and what makes each of them bad.

Fictional. A bad note is a good one with one thing wrong, so that the rule it breaks is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count, product
from typing import Any, Final

from domain.builders import DEEP, RELEASE, mark
from domain.health.builders import history
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.case import Case, Coverage, Diagnosis, Mechanism
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal, GoalStatus
from therapist_desk.domain.care.referral import Referral, ReferralUse
from therapist_desk.domain.checklist.facts import Circumstances, Facts
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.health.screening import HealthCheck, Screening
from therapist_desk.domain.ids import (
    CaseId,
    ClientId,
    MeasurementId,
    PayerId,
    ReferralId,
    SegmentId,
    TherapistId,
    VisitId,
)
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Response, Section
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Physician, Therapist
from therapist_desk.domain.rule_cards.card import (
    PAYER_RULES,
    Cap,
    CapKind,
    ReportCadence,
    RequiredRule,
    RuleCard,
    RuleSeverity,
    Source,
    Units,
    VisitStage,
)
from therapist_desk.domain.session.timer import Segment, SegmentSource
from therapist_desk.domain.visit import Visit

TODAY: Final = date(2026, 11, 23)
SOURCE: Final = Source(words="sample", noted_on=TODAY)
TEN: Final = datetime(2026, 11, 23, 18, tzinfo=UTC)
NPI: Final = "1234567893"
TRAPEZIUS: Final = RegionRef("trap_upper", "upper trapezius", Side.RIGHT)
PUBIC: Final = RegionRef("pubic", "pubic region", Side.MIDLINE)
CALF: Final = RegionRef("soleus", "soleus", Side.LEFT)
_ids = count(1)

STRICT: Final = RuleCard(
    id="strict",
    name="Strict Mutual",
    units=Units(rule=UnitRule.CMS_EIGHT_MINUTE, source=SOURCE),
    report=ReportCadence(visits=6, days=30, source=SOURCE),
    stages=(
        VisitStage(through=6, source=SOURCE),
        VisitStage(through=12, needs="form 7", source=SOURCE),
    ),
    caps=(Cap(kind=CapKind.MINUTES_PER_VISIT, most=60, source=SOURCE),),
    rules=tuple(
        RequiredRule(rule_id=rule_id, severity=RuleSeverity.ERROR, source=SOURCE) for rule_id in sorted(PAYER_RULES)
    ),
)

SUBJECTIVES: Final = (
    "Headache behind the right eye most afternoons since the collision, worse at the desk, better with heat.",
    "Neck is stiff on the left after work. Began three weeks ago after lifting boxes. Heat helps.",
    "Doctor said I have a herniated disc. Right neck pain since May, worse when driving, eases with rest.",
    "Client reports less pain between the shoulder blades, both sides. Started in June; aggravated by typing.",
    "Right-sided neck ache, woke twice on Friday. Onset after a fall on 3 May. Ibuprofen cut to 2 a week; it helps.",
    "Works in building maintenance. Right shoulder and neck sore since a crash, worse overhead, eases lying down.",
)
OBJECTIVES: Final = (
    "",
    "Guards on first side-bend, eases with breath. No dizziness on change of position.",
    "Right upper trapezius ropy from C5 to the acromion; jump sign. Treatment of 40 min was tolerated.",
    "Findings consistent with the referral diagnosis of cervical radiculopathy.",
    "Muscle relaxation noted in right levator after release. Spurling negative for radiculopathy.",
)
ASSESSMENTS: Final = (
    "Temple referral no longer reproduced; tolerated well. Right rotation 4° short of the driving goal.",
    "Improving: sleeps 5 h instead of 3. Not maintenance care: measurable gains since the first visit.",
    "MRI report of 3 May shows a disc bulge at C5; findings today are consistent with it.",
    "Pain down by 3 points; can now check the blind spot with less pain.",
    "Per Dr. Raman, client has whiplash; today's findings fit.",
)
PLANS: Final = (
    "60 min weekly: right upper trapezius, levator. Chin tucks 2x10 at home. Neck Disability Index next visit.",
    "Twice a week for 3 weeks, then re-evaluate. Heat 15 min in the evening.",
    "Continue once a week to 30 Dec. Home: diaphragmatic breathing against stress, stretch at desk.",
)

DIAGNOSING: Final = (
    "Client has a herniated disc at C5.",
    "Headaches are due to whiplash.",
    "Diagnosis: cervical radiculopathy.",
    "I diagnosed tendinitis of the right shoulder.",
    "Client suffers from sciatica.",
    "Test confirms a rotator cuff tear.",
    "Pt has carpal tunnel syndrome on the right.",
    "Pain is caused by spinal stenosis.",
)
MAINTAINING: Final = (
    "Continue maintenance massage once a month.",
    "Client comes for general wellness.",
    "Relaxation massage given.",
    "Move to maintenance care.",
    "Session for stress relief.",
    "Wellness plan, monthly.",
    "Monthly tune-up.",
    "Preventive care recommended.",
)
NO_FUNCTION: Final = ("", "Pain 6/10 today.", "Sore on the right.", "Neck hurts a lot.", "Better than last week.")
NO_PLACE: Final = ("Hurts more today.", "Feels about the same.", "Sore since Friday.")
STRANGE: Final = ("Worked on RFX and LLQX today.", "ABTC applied.", "Client shows QRPT on the right.")


def instant(minutes: float) -> Instant:
    return Instant(TEN + timedelta(minutes=minutes), -480)


def segment(begun: float, minutes: float, technique: Any = DEEP, *regions: str) -> Segment:
    return Segment(
        id=SegmentId(f"segment-{next(_ids)}"),
        technique=technique,
        start=instant(begun),
        stop=instant(begun + minutes),
        seconds=int(minutes * 60),
        regions=regions,
        source=SegmentSource.BY_HAND,
    )


def motion(**details: Any) -> Measurement:
    values: dict[str, Any] = {
        "id": MeasurementId(f"measurement-{next(_ids)}"),
        "kind": MeasurementKind.RANGE_OF_MOTION,
        "name": "cervical rotation",
        "side": Side.RIGHT,
        "unit": "°",
        "before": Decimal(58),
        "after": Decimal(66),
        "movement": Movement.ACTIVE,
    } | details
    return Measurement(**values)


def score(value: int) -> Measurement:
    return Measurement(
        id=MeasurementId(f"score-{next(_ids)}"),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="Neck Disability Index",
        measure="NDI",
        unit="%",
        before=Decimal(value),
    )


def visit(number: int, day: date, **details: Any) -> Visit:
    values: dict[str, Any] = {
        "id": VisitId(f"visit-{next(_ids)}"),
        "client_id": ClientId("client"),
        "case_id": CaseId("case"),
        "therapist_id": TherapistId("therapist"),
        "number": number,
        "service_date": day,
        "by_hand": (segment(0, 25, DEEP, "upper trapezius"), segment(25, 22, RELEASE, "levator scapulae")),
        "marks": (mark(MarkKind.TRIGGER_ACTIVE, TRAPEZIUS, before=7, after=3),),
        "measurements": (motion(), score(40)),
        "screening": Screening(check=HealthCheck(changed=False, at=instant(0), therapist_id=TherapistId("robin"))),
    } | details
    return Visit(**values)


def note(subjective: str, objective: str, assessment: str, plan: str, **details: Any) -> Note:
    texts = (
        (Section.SUBJECTIVE, subjective),
        (Section.OBJECTIVE, objective),
        (Section.ASSESSMENT, assessment),
        (Section.PLAN, plan),
    )
    values: dict[str, Any] = {
        "pain_before": 6,
        "pain_after": 3,
        "limitation": "cannot check the blind spot while driving",
        "response": Response.IMPROVED,
        "paragraphs": tuple(Paragraph(section, text) for section, text in texts if text),
    } | details
    return Note(**values)


GOAL: Final = Goal(
    text="Check the blind spot",
    measure="cervical rotation, right",
    target="70°",
    due=date(2026, 12, 30),
    aim=Aim(
        kind=AimKind.MOTION,
        name="cervical rotation",
        side=Side.RIGHT,
        unit="°",
        direction=Direction.AT_LEAST,
        first=Decimal(45),
        wanted=Decimal(70),
        first_on=date(2026, 11, 2),
    ),
)
ORDER: Final = Referral(
    id=ReferralId("order"),
    case_id=CaseId("case"),
    physician=Physician(name="Priya Raman", credentials="MD", npi=NPI),
    ordered_on=date(2026, 10, 30),
    starts_on=date(2026, 11, 1),
    expires_on=date(2027, 1, 30),
    visits_allowed=12,
    visits_per_week=2,
    authorization="AUTH-1",
    diagnosis_codes=("M54.2",),
)
AROUND: Final = Circumstances(
    client=Client(
        id=ClientId("client"),
        record_number="TD-000001",
        details=ClientDetails(
            given_name="Juniper", family_name="Sample", date_of_birth=date(1987, 3, 14), phone="555 0117"
        ),
    ),
    therapist=Therapist(
        id=TherapistId("robin"),
        name="Robin Mockford",
        credentials="LMT",
        licence_number="TEST-00417",
        licence_state="WA",
        npi=NPI,
    ),
    case=Case(
        id=CaseId("case"),
        client_id=ClientId("client"),
        title="Neck pain after a collision",
        complaint="Neck pain, right, since the collision",
        onset=date(2026, 10, 20),
        mechanism=Mechanism.MOTOR_VEHICLE,
        aggravating="desk work",
        easing="heat",
        diagnoses=(Diagnosis(code="M54.2", title="Cervicalgia"),),
        goals=(GOAL,),
        coverage=Coverage(payer_id=PayerId("payer"), date_of_injury=date(2026, 10, 20)),
        opened_on=date(2026, 11, 2),
    ),
    referral=ORDER,
    orders=(ORDER,),
    use=ReferralUse(number=3, allowed=12, expires_on=ORDER.expires_on),
    payer=Payer(id=PayerId("payer"), name="Strict Mutual", kind=PayerKind.PRIVATE, rule_card="strict"),
    card=STRICT,
    earlier=(
        visit(
            1,
            date(2026, 11, 2),
            note=note("First visit, right neck.", "", "Tolerated.", "Weekly."),
            by_hand=(),
            marks=(),
        ),
        visit(
            2,
            date(2026, 11, 9),
            note=note("A little better, right.", "", "Tolerated.", "Weekly."),
            by_hand=(),
            marks=(),
        ),
    ),
    code_regions=CodeRegions(
        {"M54.2": frozenset({"trap_upper", "lev_scap", "suboccipital"})},
        {"calf": frozenset({"soleus"})},
    ),
)


TOLD: Final = Background(history=history(), paper_consent=date(2026, 10, 30))


def good_notes() -> Iterator[Facts]:
    """Give each text with the others, in turn, as a third and as a first visit."""
    texts = product(SUBJECTIVES, OBJECTIVES, ASSESSMENTS, PLANS)
    for place, (subjective, objective, assessment, plan) in enumerate(texts):
        if place % 3 == 0:
            first = place % 2 == 0
            yield facts_of(note(subjective, objective, assessment, plan), first=first)


def facts_of(written: Note, *, first: bool = False) -> Facts:
    around = replace(AROUND, earlier=(), use=ReferralUse(1, 12, ORDER.expires_on)) if first else AROUND
    today = visit(1 if first else 3, TODAY, note=written)
    return Facts(
        visit=today,
        now=instant(120),
        background=TOLD,
        last=around.earlier[-1] if around.earlier else None,
        around=around,
    )


Change = Callable[[Facts], Facts]


def _note(**details: Any) -> Change:
    return lambda facts: _visit(note=replace(facts.visit.note, **details))(facts)


def _visit(**details: Any) -> Change:
    return lambda facts: replace(facts, visit=replace(facts.visit, **details))


def _around(**details: Any) -> Change:
    return lambda facts: replace(facts, around=replace(facts.around, **details)) if facts.around else facts


def _case(**details: Any) -> Change:
    return _around(case=replace(AROUND.case, **details))


def _order(**details: Any) -> Change:
    changed = replace(ORDER, **details)
    return _around(referral=changed, orders=(changed,))


def _details(**details: Any) -> Change:
    return _around(client=replace(AROUND.client, details=replace(AROUND.client.details, **details)))


def said(section: Section, text: str, **details: Any) -> Change:
    """Say `text` in `section` instead of what stands there."""

    def change(facts: Facts) -> Facts:
        kept = tuple(each for each in facts.visit.note.paragraphs if each.section is not section)
        fresh = (Paragraph(section, text),) if text else ()
        return _note(paragraphs=(*kept, *fresh), **details)(facts)

    return change


def _all(*changes: Change) -> Change:
    def change(facts: Facts) -> Facts:
        for each in changes:
            facts = each(facts)
        return facts

    return change


def _capped(kind: CapKind, most: int) -> Change:
    return _around(card=replace(STRICT, caps=(Cap(kind=kind, most=most, source=SOURCE),)))


def _later(number: int, *, reported_on: date | None = None, day: date = TODAY) -> Change:
    """Make it visit `number`, with visits each third day before it."""
    stiff = motion(before=Decimal(46), after=Decimal(48))
    earlier = tuple(
        visit(
            place + 1,
            day - timedelta(days=3 * (number - 1 - place)),
            note=note("Right neck.", "", "Ok.", "Weekly."),
            by_hand=(),
            measurements=(stiff, score(40)) if place == 0 else (stiff,),
        )
        for place in range(number - 1)
    )
    return _all(
        _visit(number=number),
        _around(earlier=earlier, use=ReferralUse(number, 12, ORDER.expires_on)),
        _case(reported_on=reported_on),
    )


def _passage_thrice(facts: Facts) -> Facts:
    told = "Sharp pain under the right shoulder blade whenever the client lifts a tray, with a dull ache all evening."
    facts = said(Section.SUBJECTIVE, told)(facts)
    earlier = tuple(
        visit(number, TODAY - timedelta(days=7 * (3 - number)), note=facts.visit.note) for number in (1, 2)
    )
    fresh = replace(earlier[-1].note, paragraphs=(*earlier[-1].note.of(Section.SUBJECTIVE), *_OTHER_WORDS))
    earlier = (earlier[0], replace(earlier[1], note=fresh))
    return replace(_around(earlier=earlier)(facts), last=earlier[-1])


_OTHER_WORDS: Final = (
    Paragraph(Section.OBJECTIVE, "Serratus and rhomboid bound down, breath shallow, arm swing short on the right."),
    Paragraph(Section.ASSESSMENT, "Less guarding by the end; she lifted a full bottle without flinching."),
)
_UNKNOWN: Final = replace(DEEP, code="")
without_a_place: Final = _all(_case(title="Pain", complaint="", goals=(GOAL,)), _visit(marks=()))
_NO_COURSE: Final = _all(_visit(number=1), _case(onset=None, complaint="", aggravating="", easing=""))
_LONG_AGO: Final = Coverage(payer_id=PayerId("payer"), date_of_injury=date(2026, 8, 1))
BAD: Final[tuple[tuple[str, Change], ...]] = (
    ("ID-01", _details(given_name=" ", family_name="")),
    ("ID-02", _details(date_of_birth=date(2027, 1, 1))),
    ("ID-04", _details(phone="")),
    ("ID-04", _details(date_of_birth=date(2012, 5, 1))),
    ("ID-05", _around(therapist=replace(AROUND.therapist, licence_number=""))),
    ("ID-06", _around(therapist=replace(AROUND.therapist, npi="1234567890"))),
    ("RX-01", _around(referral=None, orders=(), use=None)),
    ("RX-02", _order(diagnosis_codes=())),
    ("RX-03", _order(visits_allowed=None)),
    ("RX-04", _around(use=ReferralUse(13, 12, ORDER.expires_on))),
    ("RX-05", _around(referral=None, use=None, orders=(replace(ORDER, expires_on=date(2026, 11, 20)),))),
    ("RX-06", _all(_later(4), _order(visits_per_week=1), _around(earlier=(visit(3, TODAY, by_hand=()),)))),
    ("RX-07", _all(_around(card=replace(STRICT, stages=())), _order(authorization=""))),
    ("RX-07", _all(_later(7, reported_on=TODAY), _order(authorization=""))),
    ("RX-08", _order(physician=Physician(name="Priya Raman"))),
    ("RX-09", _around(use=ReferralUse(10, 12, ORDER.expires_on))),
    ("HX-01", lambda facts: replace(facts, background=Background(paper_consent=date(2026, 10, 30)))),
    ("HX-02", _visit(screening=Screening())),
    ("HX-03", lambda facts: replace(facts, background=Background())),
    ("HX-04", _visit(marks=(mark(MarkKind.TENDER, PUBIC, before=2, after=1),))),
    *(("S-01", _all(without_a_place, said(Section.SUBJECTIVE, text, limitation="gardening"))) for text in NO_PLACE),
    ("S-01", said(Section.SUBJECTIVE, "", limitation="")),
    ("S-02", _note(pain_before=None)),
    *(("S-03", said(Section.SUBJECTIVE, text, limitation="")) for text in NO_FUNCTION),
    ("S-04", _all(_NO_COURSE, said(Section.SUBJECTIVE, "Right neck pain."))),
    ("S-05", _all(_visit(screening=Screening()), said(Section.SUBJECTIVE, "Right neck is stiff."))),
    ("O-01", _all(_visit(marks=(), measurements=()), said(Section.OBJECTIVE, ""))),
    ("O-01", _all(_visit(marks=(mark(MarkKind.TRIGGER_ACTIVE, TRAPEZIUS),)), said(Section.OBJECTIVE, ""))),
    ("O-02", _visit(marks=(mark(MarkKind.SKIN, TRAPEZIUS),), measurements=())),
    ("O-03", _visit(measurements=(motion(after=None), score(40)))),
    ("O-03", _visit(marks=(mark(MarkKind.TRIGGER_ACTIVE, TRAPEZIUS, before=7),))),
    ("O-04", _visit(measurements=(motion(side=None), score(40)))),
    ("O-04", _visit(measurements=(motion(before=Decimal(580)), score(40)))),
    ("O-05", _all(_visit(measurements=(motion(),)), _around(earlier=()))),
    ("T-01", _visit(service_date=date(2026, 12, 1))),
    ("T-01", _visit(service_date=date(2026, 11, 20))),
    ("T-02", _visit(by_hand=())),
    ("T-04", said(Section.OBJECTIVE, "90 min of massage given.")),
    ("T-05", _visit(by_hand=(segment(0, 40, _UNKNOWN, "neck"),))),
    ("T-06", _visit(by_hand=(segment(0, 20, DEEP, "neck"), segment(20, 20, RELEASE, "shoulder")))),
    ("T-06", _visit(unit_choice=("97110",))),
    ("T-06", said(Section.OBJECTIVE, "Manual therapy (97140) x 3 units to the neck.")),
    ("T-07", _visit(by_hand=(segment(0, 20, DEEP, "neck"), segment(20, 20, _UNKNOWN, "back")))),
    ("T-08", _all(_visit(by_hand=(segment(0, 47),), marks=()), said(Section.OBJECTIVE, "Ropy and tight."))),
    ("T-09", _visit(by_hand=(segment(0, 30, DEEP, "left calf"),))),
    ("T-09", _visit(marks=(mark(MarkKind.TRIGGER_ACTIVE, CALF, before=7, after=3),))),
    (
        "T-09",
        _all(
            _order(diagnosis_codes=("M25.512",)),
            _case(diagnoses=(Diagnosis(code="M25.512", title="Pain in left shoulder"),)),
            _around(code_regions=CodeRegions({"M25.51": frozenset({"trap_upper"})})),
        ),
    ),
    ("T-10", _visit(by_hand=(segment(0, 25, DEEP, "neck"), segment(25, 22, RELEASE, "neck")))),
    ("T-11", _visit(by_hand=(segment(0, 75, DEEP, "neck"),))),
    ("T-11", _capped(CapKind.UNITS_PER_DAY, 2)),
    ("T-11", _all(_later(4), _capped(CapKind.VISITS_PER_YEAR, 3))),
    ("A-01", _note(response=None)),
    ("A-01", _note(pain_after=None)),
    ("A-02", _all(_later(8), _case(goals=(Goal(text="Sleep through", due=date(2026, 12, 30)),)))),
    ("A-04", _case(goals=())),
    *(("A-05", said(section, text)) for text in DIAGNOSING for section in (Section.OBJECTIVE, Section.ASSESSMENT)),
    ("A-06", _note(paragraphs=(Paragraph(Section.PLAN, "Weekly.", Origin.UNCONFIRMED),))),
    ("A-06", lambda facts: replace(facts, last=replace(facts.visit, id=VisitId("before")))),
    ("A-06", _passage_thrice),
    *(("A-07", said(section, text)) for text in MAINTAINING for section in (Section.ASSESSMENT, Section.PLAN)),
    ("P-01", _case(goals=())),
    ("P-01", _case(goals=(Goal(text="Feel better"),))),
    ("P-02", said(Section.PLAN, "Same regions, heat at home.")),
    ("P-02", _all(_order(visits_allowed=None, expires_on=None), _case(goals=()), said(Section.PLAN, "Weekly."))),
    ("P-03", _later(6)),
    ("P-03", _later(8)),
    ("P-03", _all(_later(3), _around(earlier=(visit(1, date(2026, 10, 20), by_hand=()),)))),
    ("P-04", _all(_later(8, reported_on=TODAY), _visit(measurements=(motion(before=Decimal(40)), score(40))))),
    (
        "P-05",
        _all(
            _order(authorization=""),
            _case(coverage=_LONG_AGO),
        ),
    ),
    ("P-06", said(Section.PLAN, "60 min weekly: upper trapezius.")),
    ("P-07", _case(goals=(GOAL, GOAL))),
    ("P-07", _case(goals=(replace(GOAL, status=GoalStatus.MET),))),
    ("SG-02", lambda facts: replace(facts, now=instant(60 * 24 * 4))),
    *(("LG-02", said(Section.OBJECTIVE, text)) for text in STRANGE),
)
