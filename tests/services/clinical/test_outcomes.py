from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from therapist_desk.domain.outcomes.change import Verdict, change_verdict, minimal_change
from therapist_desk.domain.outcomes.measure import Basis, Better, Measure, ScoreOutOfRangeError, check_score
from therapist_desk.domain.outcomes.paper_form import PAPER_FORMS
from therapist_desk.services.clinical.outcomes import load_outcome_measures
from therapist_desk.services.resources import ResourceDamagedError

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def measures() -> Mapping[str, Measure]:
    return load_outcome_measures(RESOURCES)


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [
        ("NPRS", 0, 10),
        ("PSFS", 0, 10),
        ("RMDQ", 0, 24),
        ("PGIC", 1, 7),
        ("GROC", -7, 7),
        ("FIQR", 0, 100),
        ("ODI", 0, 100),
        ("NDI", 0, 50),
        ("QuickDASH", 0, 100),
        ("LEFS", 0, 80),
        ("HIT-6", 36, 78),
        ("BPI-severity", 0, 10),
        ("BPI-interference", 0, 10),
        ("JFLS-8", 0, 10),
        ("JFLS-20", 0, 10),
    ],
)
def test_each_measure_takes_the_scores_of_its_form(
    measures: Mapping[str, Measure], name: str, lowest: int, highest: int
) -> None:
    measure = measures[name]

    assert check_score(measure, Decimal(lowest)) == lowest
    assert check_score(measure, Decimal(highest)) == highest
    for outside in (lowest - 1, highest + 1):
        with pytest.raises(ScoreOutOfRangeError):
            check_score(measure, Decimal(outside))


def test_questions_stand_only_where_the_licence_allows(measures: Mapping[str, Measure]) -> None:
    shown = {name for name, measure in measures.items() if not measure.total_only}

    assert shown == {"NPRS", "PSFS", "RMDQ", "FIQR", "PGIC", "GROC"}
    assert len(measures["RMDQ"].items) == 24
    groups = [item.group for item in measures["FIQR"].items]
    assert [groups.count(part) for part in ("function", "impact", "symptoms")] == [9, 2, 10]
    assert "CC BY 2.0" in measures["FIQR"].attribution
    assert measures["RMDQ"].attribution


def test_choices_cover_the_scale(measures: Mapping[str, Measure]) -> None:
    for name in ("PGIC", "GROC"):
        measure = measures[name]
        assert measure.highest is not None
        every = range(int(measure.lowest), int(measure.highest) + 1)
        assert [choice.score for choice in measure.choices] == list(every)


def test_only_function_scales_and_groc_are_better_when_higher(measures: Mapping[str, Measure]) -> None:
    assert {name for name, measure in measures.items() if measure.better is Better.HIGHER} == {"PSFS", "LEFS", "GROC"}


def test_every_minimal_change_has_a_source(measures: Mapping[str, Measure]) -> None:
    for measure in measures.values():
        assert measure.source
        assert measure.basis in Basis
        assert all(change.citation and change.context and change.amount > 0 for change in measure.changes)


@pytest.mark.parametrize(
    ("name", "condition", "baseline", "now", "verdict"),
    [
        ("NPRS", "", 7, 5, Verdict.IMPROVED),
        ("NPRS", "", 7, 6, Verdict.WITHIN_ERROR),
        ("PSFS", "", 3, 5, Verdict.IMPROVED),
        ("RMDQ", "", 14, 9, Verdict.IMPROVED),
        ("ODI", "", 40, 52, Verdict.WORSE),
        ("NDI", "", 20, 16, Verdict.WITHIN_ERROR),
        ("LEFS", "", 50, 59, Verdict.IMPROVED),
        ("HIT-6", "migraine", 64, 58, Verdict.IMPROVED),
        ("HIT-6", "tension headache", 64, 58, Verdict.WITHIN_ERROR),
        ("FIQR", "", 60, 51, Verdict.IMPROVED),
        ("GROC", "", 0, 5, Verdict.IMPROVED),
        ("PGIC", "", 4, 3, Verdict.WITHIN_ERROR),
        ("JFLS-8", "", 6, 1, Verdict.NOT_JUDGED),
    ],
)
def test_changes_are_judged_by_the_published_figures(
    measures: Mapping[str, Measure], name: str, condition: str, baseline: int, now: int, verdict: Verdict
) -> None:
    assert change_verdict(measures[name], Decimal(baseline), Decimal(now), condition).verdict is verdict


def test_a_band_is_named_from_its_first_score_on(measures: Mapping[str, Measure]) -> None:
    ndi = measures["NDI"]
    words = {score: ndi.band(Decimal(score)) for score in (0, 4, 5, 14, 15, 24, 25, 34, 35, 50)}

    assert words == {
        0: "none",
        4: "none",
        5: "mild",
        14: "mild",
        15: "moderate",
        24: "moderate",
        25: "severe",
        34: "severe",
        35: "complete",
        50: "complete",
    }
    assert measures["NPRS"].band(Decimal(4)) == ""


def test_the_grades_of_the_oswestry_index_begin_above_the_last_score_of_the_one_before(
    measures: Mapping[str, Measure],
) -> None:
    # Fairbank 1980: 0 to 20 % minimal, 21 to 40 % moderate, 41 to 60 % severe, 61 to 80 %, 81 to 100 %.
    odi = measures["ODI"]

    assert [odi.band(Decimal(score)).split()[0] for score in ("20", "20.5", "40", "42", "60", "62", "80", "82")] == [
        "minimal",
        "moderate",
        "moderate",
        "severe",
        "severe",
        "crippled",
        "crippled",
        "bed-bound",
    ]


def test_grades_say_where_they_come_from(measures: Mapping[str, Measure]) -> None:
    assert all(bool(each.bands) == bool(each.bands_source) for each in measures.values())


def test_every_form_scored_by_answers_is_a_measure(measures: Mapping[str, Measure]) -> None:
    assert measures.keys() >= PAPER_FORMS.keys()
    assert all(measures[name].total_only for name in PAPER_FORMS)
    assert minimal_change(measures["QuickDASH"]) is not None


@pytest.mark.parametrize(
    "content", [None, "", "{}", '{"measures": [{}]}', '{"measures": [{"id": "ODI", "lowest": "x"}]}']
)
def test_a_damaged_list_is_named(tmp_path: Path, content: str | None) -> None:
    (tmp_path / "clinical").mkdir()
    if content is not None:
        (tmp_path / "clinical" / "outcome_measures.json").write_text(content, encoding="utf-8")

    with pytest.raises(ResourceDamagedError, match="outcome_measures"):
        load_outcome_measures(tmp_path)
