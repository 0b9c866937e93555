"""What a visit holds of the client's health: the question asked, and decisions on what forbids treatment."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError, FieldProblem
from therapist_desk.domain.ids import DecisionId, MarkId, TherapistId, VisitId

_AREAS: Final = uuid.UUID("7d0a4f64-2f0e-4a7e-8d4b-4a3a5f0c6b1e")


class DecisionMissingError(ExpectedError):
    """A session that begins while something forbids treatment and nobody has decided."""

    code = "decision_missing"
    sentence = "The health history forbids treatment. Record what you decide before the session begins."


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthCheck:
    """The answer to "Any change in health?", and the version of the history that held then; 0 where none was."""

    changed: bool
    at: Instant
    therapist_id: TherapistId
    history_version: int = 0


class Choice(StrEnum):
    """What was decided on what forbids treatment."""

    PROCEED = "proceed"
    CLEARED = "physician cleared"
    DO_NOT_TREAT = "do not treat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision on the contraindications named in `on`, with its reason; `physician` cleared it on `cleared_on`."""

    id: DecisionId
    choice: Choice
    on: tuple[str, ...]
    reason: str = ""
    physician: str = ""
    cleared_on: date | None = None
    at: Instant
    therapist_id: TherapistId


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What a visit holds of it all. `drawn` are the keys of closed areas that were drawn on its map."""

    check: HealthCheck | None = None
    decisions: tuple[Decision, ...] = ()
    drawn: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nobody has asked or decided anything yet; what the program drew by itself does not count."""
        return self.check is None and not self.decisions

    def drawn_marks(self, visit_id: VisitId) -> frozenset[MarkId]:
        """Give the identities that the marks of the areas drawn have in this visit."""
        return frozenset(area_mark_id(visit_id, key, side) for key in self.drawn for side in Side)


def area_mark_id(visit_id: VisitId, key: str, side: Side) -> MarkId:
    """Give the identity of the mark that draws a closed area, by its key, on a side: always the same."""
    return MarkId(uuid.uuid5(_AREAS, f"{visit_id}/{key}/{side.value}").hex)


def undecided(screening: Screening, cautions: Iterable[Caution]) -> tuple[str, ...]:
    """Give the absolute contraindications on which nothing was decided in this visit.

    One that is new, or said differently since, is undecided again.
    """
    decided = {text for decision in screening.decisions for text in decision.on}
    return tuple(text for text in _absolute(cautions) if text not in decided)


def forbidding(screening: Screening, cautions: Iterable[Caution]) -> tuple[str, ...]:
    """Give the absolute contraindications that no decision of this visit lets pass; the last on each counts."""
    last = {text: decision.choice for decision in screening.decisions for text in decision.on}
    closed = Choice.DO_NOT_TREAT
    return tuple(text for text in _absolute(cautions) if last.get(text, closed) is closed)


def _absolute(cautions: Iterable[Caution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(caution.text for caution in cautions if caution.level is CautionLevel.ABSOLUTE))


def decision_problems(decision: Decision, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a decision from being taken, field by field."""
    problems = []
    if decision.choice is Choice.CLEARED:
        if not decision.physician.strip():
            problems.append(FieldProblem("physician", "required"))
        if decision.cleared_on is None:
            problems.append(FieldProblem("cleared_on", "required"))
        elif decision.cleared_on > today:
            problems.append(FieldProblem("cleared_on", "date_in_future"))
    elif not decision.reason.strip():
        problems.append(FieldProblem("reason", "required"))
    return tuple(problems)
