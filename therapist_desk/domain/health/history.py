"""A client's health history: answers to the checklist, and what they take, had and react to. One version of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.health.condition import Condition
from therapist_desk.domain.ids import ClientId, HistoryId, TherapistId
from therapist_desk.domain.outcomes.measure import Basis


class Answer(StrEnum):
    """What the client answered. A question that nobody asked has no answer at all."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionAnswer:
    """An answer with the condition as it was put: a later list changes nothing that was said.

    `regions` are where a local condition is; `since` is when it began.
    """

    condition: str
    name: str
    short: str
    level: CautionLevel
    avoid: str
    source: str
    basis: Basis
    answer: Answer
    detail: str = ""
    since: date | None = None
    regions: tuple[RegionRef, ...] = ()


class ItemKind(StrEnum):
    """What the lists of a history hold."""

    MEDICATION = "medication"
    SURGERY = "surgery"
    ALLERGY = "allergy"
    IMPLANT = "implant"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthItem:
    """A medication, surgery, allergy, or implant; `on` is when it was or began."""

    kind: ItemKind
    text: str
    detail: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthHistory:
    """What was known from `taken_at` until the next version; versions count from 1 and are never changed."""

    id: HistoryId
    client_id: ClientId
    version: int
    taken_at: Instant
    therapist_id: TherapistId
    answers: tuple[ConditionAnswer, ...] = ()
    items: tuple[HealthItem, ...] = ()

    def of(self, kind: ItemKind) -> tuple[HealthItem, ...]:
        """Give one of the lists."""
        return tuple(item for item in self.items if item.kind is kind)

    @property
    def affirmed(self) -> tuple[ConditionAnswer, ...]:
        """What was answered with yes."""
        return tuple(answer for answer in self.answers if answer.answer is Answer.YES)

    def answer_to(self, condition: str) -> ConditionAnswer | None:
        """Give the answer to a question, or None where it was not asked."""
        return next((answer for answer in self.answers if answer.condition == condition), None)


def answered(condition: Condition, answer: Answer) -> ConditionAnswer:
    """Put a condition of the list on record with its answer."""
    return ConditionAnswer(
        condition=condition.id,
        name=condition.name,
        short=condition.short,
        level=condition.level,
        avoid=condition.avoid,
        source=condition.source,
        basis=condition.basis,
        answer=answer,
    )


def same_content(one: HealthHistory, other: HealthHistory) -> bool:
    """Tell whether two versions say the same, whoever took them and when."""
    return (one.answers, one.items) == (other.answers, other.items)


def tidied(items: Iterable[HealthItem]) -> tuple[HealthItem, ...]:
    """Strip what was typed, and leave out what is empty or said twice."""
    stripped = (replace(item, text=item.text.strip(), detail=item.detail.strip()) for item in items)
    return tuple(dict.fromkeys(item for item in stripped if item.text))


def history_problems(history: HealthHistory, born: date, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a history from being taken: dates before birth or in the future, by condition or list."""
    problems = []
    dated = [(answer.condition, answer.since) for answer in history.affirmed]
    dated += [(item.kind.value, item.on) for item in history.items]
    for field, day in dated:
        if day is not None and day < born:
            problems.append(FieldProblem(field, "before_birth"))
        elif day is not None and day > today:
            problems.append(FieldProblem(field, "date_in_future"))
    problems += [
        FieldProblem(item.kind.value, "required")
        for item in history.items
        if not item.text.strip() and (item.detail.strip() or item.on)
    ]
    return tuple(problem for place, problem in enumerate(problems) if problem not in problems[:place])
