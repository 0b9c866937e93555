from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.findings.measurement import Answer, MeasurementKind
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.outcomes.answers import TooManyMissingError
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.own_forms import ActivityCountError
from therapist_desk.domain.outcomes.questionnaire import (
    Caution,
    blank_answers,
    caution,
    judged_by,
    kind_of,
    new_score,
    paper_problem,
    scale_of,
    score_answers,
    with_paper_answers,
    with_total,
)
from therapist_desk.services.clinical.outcomes import load_outcome_measures

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def measures() -> Mapping[str, Measure]:
    return load_outcome_measures(RESOURCES)


def answers(*given: int | None) -> list[Answer]:
    return [Answer(f"question {place}", each) for place, each in enumerate(given)]


def test_a_form_not_begun_has_no_score_and_no_problem(measures: Mapping[str, Measure]) -> None:
    for name in ("NPRS", "RMDQ", "FIQR", "PGIC", "GROC"):
        scored = score_answers(measures[name], blank_answers(measures[name]))
        assert (scored.score, scored.problem) == (None, None)


def test_the_rmdq_counts_what_is_ticked(measures: Mapping[str, Measure]) -> None:
    blank = blank_answers(measures["RMDQ"])
    ticked = [Answer(each.asked, 1 if place < 7 else None) for place, each in enumerate(blank)]

    assert score_answers(measures["RMDQ"], ticked).score == 7


def test_half_a_fiqr_says_what_is_missing_and_keeps_its_answers(measures: Mapping[str, Measure]) -> None:
    half = score_answers(measures["FIQR"], answers(*[5] * 9, *[None] * 12))
    most = score_answers(measures["FIQR"], answers(*[5] * 9, 5, None, *[5] * 9, None))

    assert half.score is None
    assert half.problem is not None
    assert most.score == 50
    assert most.missing == 2


def test_the_psfs_is_the_mean_of_the_activities_with_words(measures: Mapping[str, Measure]) -> None:
    two = score_answers(measures["PSFS"], [Answer("lifting", 3), Answer("driving", 4), Answer("  ", 9)])
    three = score_answers(measures["PSFS"], [Answer("lifting", 3), Answer("driving", 4), Answer("sleep", 6)])
    none = score_answers(measures["PSFS"], [Answer("  ", 9)])

    assert two.score == Decimal("3.5")
    assert three.score == Decimal("4.33")
    assert isinstance(none.problem, ActivityCountError)


def test_a_rating_is_its_one_answer(measures: Mapping[str, Measure]) -> None:
    assert score_answers(measures["GROC"], answers(-7)).score == -7
    assert score_answers(measures["PGIC"], answers(9)).problem is not None
    assert score_answers(measures["NPRS"], answers(6, 8, 2)).score == 6
    assert score_answers(measures["NPRS"], answers(None, 8, 2)).score is None


def test_the_scale_stands_behind_the_score(measures: Mapping[str, Measure]) -> None:
    scales = {name: scale_of(measures[name]) for name in ("NDI", "GROC", "ODI", "MIDAS")}

    assert scales == {"NDI": "/50", "GROC": "", "ODI": "/100", "MIDAS": ""}
    assert kind_of(measures["NPRS"]) is MeasurementKind.SCORE
    assert kind_of(measures["NDI"]) is MeasurementKind.QUESTIONNAIRE


def test_every_kind_of_important_change_is_told_with_its_source(measures: Mapping[str, Measure]) -> None:
    words = judged_by(measures["NDI"])

    assert "5 (points of 50: Vernon" in words
    assert "14 percent points" in words
    assert "Abbott and Schmitt 2014" in words
    assert "no minimal important change" in judged_by(measures["JFLS-8"])


@given(
    st.lists(st.none() | st.integers(-20, 20), max_size=30), st.sampled_from(["NPRS", "RMDQ", "FIQR", "PGIC", "PSFS"])
)
def test_no_answers_break_the_scoring(given_answers: list[int | None], name: str) -> None:
    measure = load_outcome_measures(RESOURCES)[name]

    scored = score_answers(measure, answers(*given_answers))

    assert scored.score is None or measure.lowest <= scored.score <= (measure.highest or 10**6)


def test_the_psfs_of_less_than_three_activities_is_scored_with_a_word_of_caution(
    measures: Mapping[str, Measure],
) -> None:
    psfs = measures["PSFS"]
    rated = [Answer("lifting", 3), Answer("driving", 4), Answer("sleep", 6)]

    assert caution(psfs, rated) is None
    assert caution(psfs, [*rated[:2], Answer("sleep")]) is Caution.FEW_ACTIVITIES
    assert caution(psfs, []) is None


def test_what_the_authors_of_the_fiqr_hold_invalid_is_said(measures: Mapping[str, Measure]) -> None:
    # fiqr.info: invalid if two or more items are missed in function, or any in the other domains.
    fiqr, whole = measures["FIQR"], [5] * 21

    def with_gaps(*gaps: int) -> list[Answer]:
        return answers(*(None if place in gaps else given for place, given in enumerate(whole)))

    assert caution(fiqr, with_gaps()) is None
    assert caution(fiqr, with_gaps(3)) is None
    assert caution(fiqr, with_gaps(3, 4)) is Caution.HELD_INVALID
    assert caution(fiqr, with_gaps(9)) is Caution.HELD_INVALID
    assert caution(fiqr, with_gaps(20)) is Caution.HELD_INVALID
    assert caution(fiqr, blank_answers(fiqr)) is None


def test_a_pain_now_above_the_worst_is_asked_about(measures: Mapping[str, Measure]) -> None:
    assert caution(measures["NPRS"], answers(6, 8, 2)) is None
    assert caution(measures["NPRS"], answers(6, None, None)) is None
    assert caution(measures["NPRS"], answers(6, 4, None)) is Caution.OUT_OF_ORDER


def test_answers_of_a_paper_form_give_its_score_or_say_why_not(measures: Mapping[str, Measure]) -> None:
    quickdash = measures["QuickDASH"]
    taken = new_score(quickdash, MeasurementId("m1"))
    kept = with_paper_answers(taken, quickdash, (3, 2, 4, 1, 3, 2, 3, 4, 2, 3, None))
    short = with_paper_answers(taken, quickdash, (3, 2, 4, 1, 3, 2, 3, 4, 2, None, None))

    assert (kept.before, kept.answers[0], kept.answers[-1]) == (Decimal("42.5"), Answer("1", 3), Answer("11"))
    assert (short.before, len(short.answers)) == (None, 11)
    assert isinstance(
        paper_problem(quickdash, [None if each.given is None else each.given for each in short.answers]),
        TooManyMissingError,
    )
    assert with_total(kept, quickdash, Decimal(40)).answers == ()
