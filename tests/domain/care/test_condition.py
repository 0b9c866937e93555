from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.outcomes.measures import measure, minimal
from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.care.condition import condition_of, judged_for
from therapist_desk.domain.ids import CaseId, ClientId

CASE = Case(id=CaseId("case"), client_id=ClientId("client"), title="Headache", opened_on=date(2026, 11, 2))
HEADACHES = ("migraine", "tension headache")


@pytest.mark.parametrize(
    ("title", "diagnosis", "found"),
    [
        ("Migraine since spring", "", "migraine"),
        ("Headache", "Tension-type headache, unspecified, not intractable", "tension headache"),
        ("Tension headache", "Migraine without aura", "tension headache"),
        ("Neck", "Cervicalgia", ""),
    ],
)
def test_the_title_speaks_before_the_diagnoses(title: str, diagnosis: str, found: str) -> None:
    case = replace(CASE, title=title, diagnoses=(Diagnosis(code="X", title=diagnosis),))

    assert condition_of(case, HEADACHES) == found


def test_a_measure_is_judged_by_what_was_found_for_the_condition() -> None:
    judged = measure(minimal("8", conditions=("tension headache",)), minimal("2.5", conditions=("migraine",)))

    assert judged_for(judged, replace(CASE, title="Migraine")) == "migraine"
    assert judged_for(judged, CASE) == ""


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Chronic low back pain with sciatica, left", "sciatica"),
        ("Sciatica, chronic pain", "chronic pain"),
        ("Chronic low back pain", "chronic pain"),
    ],
)
def test_words_that_stand_together_speak_before_words_apart(title: str, found: str) -> None:
    assert condition_of(replace(CASE, title=title), ("chronic pain", "sciatica")) == found
