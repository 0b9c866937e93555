"""Presets: every condition the product names, each item with its basis, accepted one by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.preset import PresetKind, accept
from therapist_desk.services.clinical.outcomes import load_outcome_measures
from therapist_desk.services.clinical.presets import load_presets
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.resources import ResourceDamagedError

RESOURCES = Path(__file__).parents[3] / "resources"
PRESETS = load_presets(RESOURCES)
CASE = Case(id=CaseId("case"), client_id=ClientId("client"), title="Sciatica", opened_on=date(2026, 10, 1))


def test_each_condition_has_goals_measures_and_treatment_that_exist() -> None:
    assert [preset.id for preset in PRESETS] == [
        "chronic_pain",
        "sports_injury",
        "postural_imbalance",
        "migraine",
        "tension_headache",
        "fibromyalgia",
        "tmj_disorder",
        "sciatica",
        "carpal_tunnel",
    ]
    measures = load_outcome_measures(RESOURCES)
    techniques = {technique.name for technique in load_techniques(RESOURCES).all}
    for preset in PRESETS:
        kinds = {item.kind for item in preset.items}
        assert kinds >= {PresetKind.GOAL, PresetKind.MEASURE, PresetKind.TREATMENT}, preset.id
        for item in preset.items:
            assert item.kind is not PresetKind.MEASURE or item.key in measures
            assert item.kind is not PresetKind.TREATMENT or item.key in techniques
            assert item.basis is not Basis.SOURCE_READ or item.source


def test_what_is_accepted_lands_where_it_belongs_and_only_once() -> None:
    items = PRESETS[7].items

    case = accept(accept(CASE, items), items)

    assert len(case.goals) + len(case.plan_lines) + len(case.checks) == len(items)
    assert accept(CASE, ()) == CASE
    assert {check.key for check in case.checks} >= {"RMDQ", "Slump"}


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "clinical").mkdir()
    (tmp_path / "clinical" / "presets.json").write_text('{"presets": [{}]}', encoding="utf-8")

    with pytest.raises(ResourceDamagedError):
        load_presets(tmp_path)
