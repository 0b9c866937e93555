"""Discharge: why, when and how the care for a case ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from therapist_desk.domain.errors import FieldProblem


class DischargeReason(StrEnum):
    """Why care ended."""

    GOALS_MET = "goals met"
    PLATEAU = "plateau"
    REFERRED_BACK = "referred back"
    CLIENT_STOPPED = "client stopped"
    ORDER_ENDED = "order ended"
    MOVED = "moved"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharge:
    """The end of care. `summary` tells the physician where the client stands; another reason needs words."""

    reason: DischargeReason
    on: date
    words: str = ""
    summary: str = ""


def discharge_problems(discharge: Discharge, opened_on: date, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a discharge from being taken, field by field."""
    problems: list[FieldProblem] = []
    if discharge.on > today:
        problems.append(FieldProblem("on", "date_in_future"))
    elif discharge.on < opened_on:
        problems.append(FieldProblem("on", "before_case"))
    if discharge.reason is DischargeReason.OTHER and not discharge.words.strip():
        problems.append(FieldProblem("words", "required"))
    return tuple(problems)


def reason_in_words(discharge: Discharge) -> str:
    """Say why care ended in the words of documents, with whatever was added."""
    words = {
        DischargeReason.GOALS_MET: "Goals met",
        DischargeReason.PLATEAU: "No further progress",
        DischargeReason.REFERRED_BACK: "Sent back to the physician",
        DischargeReason.CLIENT_STOPPED: "Client stopped care",
        DischargeReason.ORDER_ENDED: "Order ended",
        DischargeReason.MOVED: "Client moved away",
        DischargeReason.OTHER: "",
    }[discharge.reason]
    return ": ".join(part for part in (words, discharge.words.strip()) if part)
