from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.care.earlier_scores import EarlierScore
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind, Movement
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.ids import MeasurementId, ObservationId
from therapist_desk.domain.sentences.assessment import (
    assessment_sentences,
    change_sentence,
    course_sentence,
    measurement_sentence,
    observation_sentence,
    referral_sentence,
)
from therapist_desk.domain.sentences.wording import Wording

ROTATION = Measurement(
    id=MeasurementId("m"),
    kind=MeasurementKind.RANGE_OF_MOTION,
    name="cervical rotation",
    side=Side.RIGHT,
    unit="°",
    before=Decimal(58),
    after=Decimal(66),
)
NDI = Measurement(
    id=MeasurementId("n"),
    kind=MeasurementKind.QUESTIONNAIRE,
    name="Neck Disability Index",
    unit="/50",
    before=Decimal(18),
    measure="NDI",
    judged_by="lower is better; minimal important change: 5 (Vernon)",
)


def observed(kind: ObservationKind, name: str, **more: object) -> Observation:
    return Observation(id=ObservationId("o"), kind=kind, name=name, **more)  # type: ignore[arg-type]  # by name


def test_a_motion_says_how_it_was_tested_and_what_limited_it() -> None:
    passive = replace(ROTATION, movement=Movement.PASSIVE, pain_on_motion=True, limited_by="stretch")

    assert measurement_sentence(passive) == (
        "Cervical rotation, right, passive: 58° → 66°, pain on motion, limited by stretch."
    )
    assert measurement_sentence(replace(ROTATION, before=Decimal(-5), after=None)) == "Cervical rotation, right: −5°."


@pytest.mark.parametrize(
    ("observation", "sentence"),
    [
        (
            observed(
                ObservationKind.TEST, "Spurling's compression", side=Side.RIGHT, result=Result.POSITIVE, note="at 30°"
            ),
            "Spurling's compression, right: positive; at 30°.",
        ),
        (
            observed(
                ObservationKind.TEST,
                "Vertebral artery",
                result=Result.POSITIVE,
                suggests="dizziness or nystagmus: stop, refer",
                refer_if_positive=True,
            ),
            "Vertebral artery: positive (dizziness or nystagmus: stop, refer).",
        ),
        (
            observed(ObservationKind.POSTURE, "shoulder raised", side=Side.RIGHT, view=View.BACK, grade="mild"),
            "Posture from the back: shoulder raised, right, mild.",
        ),
        (
            observed(ObservationKind.PALPATION, "End feel", place="shoulder", side=Side.LEFT, grade="springy"),
            "End feel, shoulder, left: springy.",
        ),
    ],
)
def test_an_observation_is_a_sentence(observation: Observation, sentence: str) -> None:
    assert observation_sentence(observation) == sentence


def test_a_change_within_error_is_called_so() -> None:
    little = replace(ROTATION, side=Side.LEFT, before=Decimal(70), after=Decimal(72))

    assert change_sentence([ROTATION, little, NDI]) == (
        "Cervical rotation, right 58° → 66°; cervical rotation, left 70° → 72° (within measurement error)."
    )
    assert change_sentence([replace(ROTATION, after=None)]) == ""


def test_a_score_stands_against_the_last_and_the_first() -> None:
    earlier = EarlierScore(
        measure="NDI", first=Decimal(28), first_on=date(2026, 10, 12), last=Decimal(22), last_on=date(2026, 11, 9)
    )

    assert course_sentence(NDI, earlier) == (
        "Neck Disability Index: 22/50 → 18/50 (−4) since Nov 9, 2026; 28/50 → 18/50 (−10) since the first on Oct 12, "
        "2026. Lower is better; minimal important change: 5 (Vernon)."
    )
    assert course_sentence(replace(NDI, before=Decimal(22)), earlier).startswith(
        "Neck Disability Index: 22/50, unchanged since Nov 9, 2026; 28/50 → 22/50 (−6) since the first on "
    )
    assert course_sentence(NDI, None).startswith("Neck Disability Index: 18/50, taken for the first time. Lower")
    assert course_sentence(replace(NDI, before=None), earlier) == ""
    assert course_sentence(ROTATION, None) == ""


def test_half_a_questionnaire_has_no_score() -> None:
    half = replace(NDI, before=None, answers=(Answer("a", 3), Answer("b")))

    assert measurement_sentence(half) == "Neck Disability Index: 1 of 2 answered, no score."


def test_a_red_test_says_what_to_do() -> None:
    red = observed(
        ObservationKind.TEST, "Drop arm", side=Side.LEFT, result=Result.POSITIVE, suggests="rotator cuff tear"
    )

    assert referral_sentence(red) == (
        "Drop arm, left positive (rotator cuff tear): referred back to the physician before further treatment."
    )


@pytest.mark.parametrize(
    ("observation", "sentence"),
    [
        (
            observed(
                ObservationKind.TEST, "Spurling's compression", side=Side.RIGHT, result=Result.NEGATIVE, note="at 30°"
            ),
            "R Spurling's compression: (−); at 30°.",
        ),
        (
            observed(
                ObservationKind.TEST,
                "Vertebral artery",
                result=Result.POSITIVE,
                suggests="dizziness or nystagmus: stop, refer",
                refer_if_positive=True,
            ),
            "Vertebral artery: (+); dizziness or nystagmus: stop, refer.",
        ),
        (
            observed(ObservationKind.POSTURE, "shoulder raised", side=Side.RIGHT, view=View.BACK, grade="mild"),
            "Posture (post.): R shoulder raised, mild.",
        ),
        (
            observed(ObservationKind.PALPATION, "End feel", place="shoulder", side=Side.BILATERAL, grade="springy"),
            "End feel, B/L shoulder: springy.",
        ),
    ],
)
def test_an_observation_may_be_told_in_abbreviations(observation: Observation, sentence: str) -> None:
    assert observation_sentence(observation, Wording.SHORT) == sentence


def test_motions_and_scores_may_be_told_in_abbreviations() -> None:
    passive = replace(ROTATION, movement=Movement.PASSIVE, limited_by="stretch")
    earlier = EarlierScore(
        measure="NDI", first=Decimal(28), first_on=date(2026, 10, 12), last=Decimal(22), last_on=date(2026, 11, 9)
    )
    red = observed(ObservationKind.TEST, "Drop arm", side=Side.LEFT, result=Result.POSITIVE, suggests="cuff tear")

    assert measurement_sentence(passive, Wording.SHORT) == "R C-spine rot. PROM: 58° → 66°, ltd by stretch."
    assert change_sentence([replace(ROTATION, name="hip girth")], Wording.SHORT) == "R hip girth 58° → 66°."
    assert measurement_sentence(NDI, Wording.SHORT) == "NDI: 18/50 (36 %)."
    assert course_sentence(NDI, earlier, Wording.SHORT) == (
        "NDI: 22/50 → 18/50 (−4) since Nov 9, 2026; 28/50 → 18/50 (−10) since 1st, Oct 12, 2026. "
        "Lower is better; MIC: 5 (Vernon)."
    )
    assert course_sentence(replace(NDI, judged_by=""), None, Wording.SHORT) == "NDI: 18/50, 1st score."
    assert (
        referral_sentence(red, Wording.SHORT) == "L Drop arm (+), cuff tear: referred back to MD before further tx."
    )


words = st.sampled_from(("", "at 30°", "Guarded.", "left more than right"))
observations = st.builds(
    Observation,
    id=st.just(ObservationId("o")),
    kind=st.sampled_from(ObservationKind),
    name=st.sampled_from(("Drop arm", "shoulder raised", "End feel")),
    side=st.none() | st.sampled_from(Side),
    result=st.none() | st.sampled_from(Result),
    view=st.none() | st.sampled_from(View),
    grade=st.sampled_from(("", "mild")),
    place=st.sampled_from(("", "neck")),
    note=words,
    suggests=words,
    refer_if_positive=st.booleans(),
)
measurements = st.builds(
    Measurement,
    id=st.just(MeasurementId("m")),
    kind=st.sampled_from(MeasurementKind),
    name=st.sampled_from(("cervical rotation", "jaw opening", "calf girth")),
    side=st.none() | st.sampled_from(Side),
    unit=st.sampled_from(("°", "cm", "/50", "")),
    before=st.none() | st.integers(0, 90).map(Decimal),
    after=st.none() | st.integers(0, 90).map(Decimal),
    movement=st.none() | st.sampled_from(Movement),
    pain_on_motion=st.booleans(),
    limited_by=st.sampled_from(("", "stretch")),
    measure=st.sampled_from(("", "NDI")),
)


def test_what_a_red_test_suggests_brings_no_second_stop() -> None:
    red = observed(
        ObservationKind.TEST, "Drop arm", result=Result.POSITIVE, suggests="Cuff tear.", refer_if_positive=True
    )

    assert observation_sentence(red, Wording.SHORT) == "Drop arm: (+); Cuff tear."
    assert observation_sentence(red) == "Drop arm: positive (Cuff tear)."
    assert referral_sentence(red, Wording.SHORT) == "Drop arm (+), Cuff tear: referred back to MD before further tx."


@given(observations, measurements, st.sampled_from(Wording))
def test_sentences_are_whole_whatever_is_tested(
    observation: Observation, measurement: Measurement, wording: Wording
) -> None:
    told = [
        observation_sentence(observation, wording),
        measurement_sentence(measurement, wording),
        *(text for text, _ in assessment_sentences([measurement], (), wording) if text),
    ]

    for text in told:
        assert text.endswith(".")
        assert not text.endswith("..")
        assert "  " not in text
        assert "None" not in text
        assert text[0] == text[0].upper()
