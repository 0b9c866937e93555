"""Sentences of the discharge summary; ** marks what is bold."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Discharge summary"
SUBJECT: Final = "Discharge summary, {day}"
RIGHT: Final = "Discharged {day}"
DISCHARGED: Final = "Discharged {day}."
DISCHARGED_FOR: Final = "Discharged {day}: {reason}."
SUMMARY: Final = "Where the client stands"
HOME: Final = "Home program"
NO_HOME: Final = "No home program is on file."
DRAWN_FROM: Final = (
    "Findings, measures and times are drawn from the signed records of {count}; reason, day and summary of the "
    "discharge are as the therapist entered them."
)
DRAWN_FROM_SIGNED: Final = (
    "Findings, measures and times are drawn from the signed records of {count}; reason, day and summary of the "
    "discharge were signed with this hash."
)
DRAWN_FROM_DRAFT: Final = (
    "Findings, measures and times are drawn from a draft and the signed records of {count}; reason, day and summary "
    "of the discharge are as the therapist entered them."
)
