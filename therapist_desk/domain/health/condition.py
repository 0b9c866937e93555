"""The conditions that a health history asks about, and what each means for treatment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from therapist_desk.domain.client import CautionLevel
from therapist_desk.domain.outcomes.measure import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One line of the checklist. `short` names it where room is short; `avoid` says what to do or leave out."""

    id: str
    name: str
    short: str
    level: CautionLevel
    avoid: str
    source: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionGroup:
    """Conditions asked about together."""

    id: str
    name: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole list; `note` stands with it wherever it is shown."""

    groups: tuple[ConditionGroup, ...] = ()
    note: str = ""

    def __iter__(self) -> Iterator[Condition]:
        return (condition for group in self.groups for condition in group.conditions)
