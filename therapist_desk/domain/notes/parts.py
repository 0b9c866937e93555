"""The parts of a signed note that an addendum can correct."""

from __future__ import annotations

from enum import StrEnum


class NotePart(StrEnum):
    """A part of a note, in the order in which documents print them; the value also says it in words."""

    DIAGNOSES = "diagnoses"
    REPORTED = "what the client reported"
    PAIN = "pain scores"
    HEALTH = "health and cautions"
    FINDINGS = "findings on the body map"
    TESTS = "tests and remarks"
    MOTION = "motion and measures"
    TREATMENT = "treatment and minutes"
    RESPONSE = "response and assessment"
    GOALS = "goals"
    PLAN = "plan"
