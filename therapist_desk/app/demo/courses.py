"""What was found and done at each visit of the sample clients."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from therapist_desk.app.demo.course import Found, Session
from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind, PainQuality
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.ids import MeasurementId, ObservationId
from therapist_desk.domain.notes.note import Response, Section

_NORM_SOURCE = "38 CFR 4.71a"
_PALM = SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT)
_S, _O, _A, _P = Section


def whiplash() -> tuple[Session, ...]:
    """Headache after whiplash: four finished visits and the one in progress."""
    return (
        _neck_visit(
            pain=(8, 6),
            grades=((8, 6), (6, 4), (4, 3), (4, 3)),
            tone=(3, 2),
            rotation=(46, 52),
            spread=330,
            function="3.3",
            limitation="cannot check the right blind spot without turning the trunk",
            told="Headache every day since the crash; ibuprofen "
            "three times a day. Denies dizziness, double vision, numb arms.",
            response=Response.IMPROVED,
            judged="Protective tone; moderate pressure tolerated.",
        ),
        _neck_visit(
            pain=(7, 5),
            grades=((8, 5), (6, 4), (4, 3), (3, 2)),
            tone=(3, 2),
            rotation=(50, 55),
            spread=300,
            limitation="turning right while driving",
            told="One morning without headache. Desk work brings it on after 30 minutes.",
            response=Response.IMPROVED,
            judged="Temple referral reproduced on pressure, gone after release.",
        ),
        _neck_visit(
            pain=(7, 4),
            grades=((7, 5), (5, 4), (3, 2), (3, 2)),
            tone=(2, 1),
            rotation=(53, 58),
            spread=260,
            function="4.7",
            limitation="turning right while driving",
            told="Headache four days of seven; ibuprofen once a day.",
            response=Response.IMPROVED,
            judged="Longer relief each time; suboccipitals still guarded.",
        ),
        _neck_visit(
            pain=(6, 4),
            grades=((7, 4), (5, 4), (3, 2), (3, 2)),
            tone=(2, 1),
            rotation=(56, 60),
            spread=230,
            function="5.3",
            limitation="blind spot on the right needs a turn of the trunk",
            told="Headache eased for two days after last visit; woke once.",
            response=Response.IMPROVED,
            judged="Medical necessity: rotation R is 24° short of norm; it holds, and 10° in 4 visits reach 70° (G1) "
            "by visit 9.",
        ),
        _neck_visit(
            pain=(6, 3),
            grades=((7, 3), (4, 2), (3, 2), (3, 1)),
            tone=(2, 1),
            rotation=(58, 66),
            spread=200,
            function="5.7",
            limitation="blind spot on the right needs a turn of the trunk",
            told="Headache behind the right eye most afternoons; woke twice on Friday. Turning right still stiff.",
            response=Response.IMPROVED,
            judged="Temple referral no longer reproduced; tolerated well.",
        ),
    )


def sciatica() -> tuple[Session, ...]:
    """Chronic low back pain with sciatica: six visits."""
    pains = ((7, 5), (7, 5), (6, 4), (6, 4), (5, 3), (4, 2))
    told = (
        "Pain to the left calf most days; sits 30 minutes at most. No numb saddle, bladder and bowel as ever.",
        "Slept on the left side for the first time. Calf pain after driving.",
        "Walked 40 minutes without leg pain. Lifting a crate set the back off on Thursday.",
        "Calf free for three days. Stiff in the morning, gone within half an hour.",
        "Sat through an hour of rehearsal; leg pain only to mid-thigh.",
        "Leg pain twice this week, short. Back tired rather than painful.",
    )
    return tuple(
        Session(
            pain=pain,
            limitation=f"sits {30 + 12 * index} minutes at most",
            found=_back_findings(index),
            worked={"deep_tissue": 18, "mfr": 12, "trp": 12, "stretch": 6},
            texts={
                _S: told[index],
                _A: "Leg pain moves up towards the back: centralising."
                if index > 1
                else "Irritable; kept to moderate pressure.",
                _P: "Weekly 60 min: lumbar erectors, piriformis, hamstrings. Hip hinge practiced and shown back.",
            },
        )
        for index, pain in enumerate(pains)
    )


CORRECTION: Final = ("The client called after the visit.", "The calf hurt after gardening, not after driving.")
"""The addendum to the second visit for sciatica: its reason and what it says."""


def carpal_tunnel() -> tuple[Session, ...]:
    """Carpal tunnel in a pianist: two visits."""
    return tuple(
        Session(
            pain=pain,
            limitation=limitation,
            found=(
                Found(
                    kind=MarkKind.NUMBNESS,
                    region="thenar",
                    side=Side.RIGHT,
                    view=View.FRONT,
                    before=grades[0],
                    after=grades[1],
                ),
                Found(
                    kind=MarkKind.TRIGGER_ACTIVE,
                    region="pron_teres",
                    side=Side.RIGHT,
                    view=View.FRONT,
                    before=grades[0],
                    after=grades[1],
                    refers_to=(RegionRef("thumb", "thumb", Side.RIGHT),),
                    note="reproduces the tingling",
                ),
                Found(
                    kind=MarkKind.FASCIAL,
                    region="wrist",
                    side=Side.RIGHT,
                    view=View.FRONT,
                    before=2,
                    after=1,
                    direction=180,
                ),
                Found(kind=MarkKind.TENDER, region="scalenes", side=Side.RIGHT, view=View.FRONT, before=2, after=1),
                *in_the_hand,
            ),
            worked={"mfr": 14, "nmt": 12, "trp": 6},
            texts={
                _S: told,
                _P: "Weekly 45 min: forearm flexors and palm. Median nerve glides taught and shown back.",
            },
            minutes=45,
        )
        for pain, grades, in_the_hand, limitation, told in (
            (
                (5, 4),
                (6, 4),
                _FINGERS,
                "plays 40 minutes at most",
                "Wakes twice a night with a numb thumb. Splint at night since Monday.",
            ),
            (
                (4, 2),
                (5, 3),
                (),
                "plays 55 minutes at most",
                "Woke once this week. Octaves still bring the tingling.",
            ),
        )
    )


_FINGERS = (
    Found(
        kind=MarkKind.NUMBNESS,
        region="finger_index",
        side=Side.RIGHT,
        closeup=_PALM,
        whole=True,
        before=5,
        after=3,
    ),
    Found(
        kind=MarkKind.PAIN,
        region="forearm_flex",
        side=Side.RIGHT,
        closeup=_PALM,
        whole=True,
        quality=PainQuality.ACHE,
        before=3,
        after=2,
    ),
    Found(kind=MarkKind.TENDER, region="adductor_pollicis", side=Side.RIGHT, closeup=_PALM, before=2, after=1),
)
"""What the first visit marked in the close-up of the palm."""


def _neck_visit(
    *,
    pain: tuple[int, int],
    grades: tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]],
    tone: tuple[int, int],
    rotation: tuple[int, int],
    spread: int,
    function: str = "",
    limitation: str,
    told: str,
    response: Response,
    judged: str,
) -> Session:
    (active, active_after), (latent, latent_after), (right, right_after), (left, left_after) = grades
    return Session(
        pain=pain,
        limitation=limitation,
        response=response,
        next_visit="levator and suboccipitals",
        found=(
            Found(
                kind=MarkKind.TRIGGER_ACTIVE,
                region="trap_upper",
                side=Side.RIGHT,
                before=active,
                after=active_after,
                refers_to=(RegionRef("temporalis", "temporalis", Side.RIGHT),),
                note="taut band, reproduces the headache",
            ),
            Found(
                kind=MarkKind.TRIGGER_LATENT, region="lev_scap", side=Side.RIGHT, before=latent, after=latent_after
            ),
            Found(kind=MarkKind.TENDER, region="suboccipital", side=Side.RIGHT, before=right, after=right_after),
            Found(kind=MarkKind.TENDER, region="suboccipital", side=Side.LEFT, before=left, after=left_after),
            Found(kind=MarkKind.HYPERTONICITY, region="trap_upper", side=Side.LEFT, before=tone[0], after=tone[1]),
            Found(kind=MarkKind.FASCIAL, region="infraspinatus", side=Side.LEFT, before=2, after=1, direction=315),
            Found(
                kind=MarkKind.PAIN,
                region="occipitalis",
                side=Side.RIGHT,
                before=pain[0],
                after=pain[1],
                quality=PainQuality.ACHE,
                spread=spread,
            ),
            Found(kind=MarkKind.DO_NOT_WORK, region="trap_mid", side=Side.LEFT, note="sutures after mole removal"),
        ),
        worked={"mfr": 14, "trp": 12, "nmt": 12, "deep_tissue": 10},
        texts={_S: told, _A: judged, _P: "Weekly 60 min, same regions. Rotation measured again at each visit."},
        measured=(
            _rotation(Side.RIGHT, *rotation),
            _rotation(Side.LEFT, rotation[0] + 18, rotation[1] + 14),
            _neck_disability(pain[0]),
            *((_function(function),) if function else ()),
        ),
        observed=(_SPURLING,),
    )


def _function(score: str) -> Measurement:
    return Measurement(
        id=MeasurementId(""),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="Patient-Specific Functional Scale",
        unit="/10",
        before=Decimal(score),
        measure="PSFS",
        judged_by="higher is better; minimal important change: 2 (of the mean: Stratford 1995, source read)",
    )


def _neck_disability(pain: int) -> Measurement:
    return Measurement(
        id=MeasurementId(""),
        kind=MeasurementKind.QUESTIONNAIRE,
        name="Neck Disability Index",
        unit="/50",
        before=Decimal(3 * pain + 1),
        measure="NDI",
        judged_by="lower is better; minimal important change: 5 (points of 50: Vernon, NDI explained, source read); "
        "7 (14 percent points: Abbott and Schmitt 2014, JOSPT 44:560, source read)",
    )


_SPURLING = Observation(
    id=ObservationId(""),
    kind=ObservationKind.TEST,
    name="Spurling's compression",
    side=Side.RIGHT,
    result=Result.NEGATIVE,
    suggests="nerve-root irritation: arm pain reproduced",
)


def _rotation(side: Side, before: int, after: int) -> Measurement:
    return Measurement(
        id=MeasurementId(""),
        kind=MeasurementKind.RANGE_OF_MOTION,
        name="cervical rotation",
        side=side,
        unit="°",
        before=Decimal(before),
        after=Decimal(after),
        norm=Decimal(80),
        norm_source=_NORM_SOURCE,
        limited_by="stretch",
    )


def _back_findings(index: int) -> tuple[Found, ...]:
    """Findings ease from visit to visit by about a grade."""
    worst = 7 - index
    return (
        Found(
            kind=MarkKind.TRIGGER_ACTIVE,
            region="piriformis",
            side=Side.LEFT,
            before=worst,
            after=max(0, worst - 2),
            refers_to=(RegionRef("biceps_fem", "biceps femoris", Side.LEFT),),
            note="reproduces the leg pain",
        ),
        Found(
            kind=MarkKind.TRIGGER_LATENT,
            region="ql",
            side=Side.LEFT,
            before=max(1, worst - 2),
            after=max(0, worst - 3),
        ),
        Found(kind=MarkKind.HYPERTONICITY, region="es_lumb", side=Side.LEFT, before=2, after=1),
        Found(kind=MarkKind.TENDER, region="glut_med", side=Side.LEFT, before=2, after=1),
        Found(
            kind=MarkKind.PAIN,
            region="biceps_fem",
            side=Side.LEFT,
            before=max(1, worst - 1),
            after=max(0, worst - 3),
            quality=PainQuality.SHOOTING,
        ),
        Found(kind=MarkKind.SKIN, region="gastroc_med", side=Side.LEFT, note="varicose vein, not worked"),
    )
