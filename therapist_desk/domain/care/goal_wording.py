"""The number of a goal in the words that documents print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal

_PAIN = "Pain, NPRS"
_ACTIVITIES = "Patient-Specific Functional Scale"


def worded(goal: Goal) -> Goal:
    """Give a goal whose measure, baseline and target say what its number is; one without a number stays as it is."""
    aim = goal.aim
    if aim is None:
        return goal
    better = "or more" if aim.direction is Direction.AT_LEAST else "or less"
    return replace(
        goal,
        measure=measure_name(aim),
        baseline=number_text(aim.first, aim.unit),
        target=f"{number_text(aim.wanted, aim.unit)} {better}",
    )


def motion_of(goal: Goal) -> str:
    """Give the name of the motion that a goal is measured by, without its side; empty where it is by none."""
    if goal.aim is not None:
        return goal.aim.name.strip().casefold() if goal.aim.kind is AimKind.MOTION else ""
    return goal.measure.partition(",")[0].strip().casefold()


def kind_of(goal: Goal, questionnaires: Iterable[str]) -> AimKind:
    """Tell by what a goal is measured: what its aim says, else what its measure is called; a motion else."""
    if goal.aim is not None:
        return goal.aim.kind
    named = goal.measure.strip().casefold()
    if named == _PAIN.casefold():
        return AimKind.PAIN
    if named == _ACTIVITIES.casefold():
        return AimKind.ACTIVITY
    known = {each.casefold() for each in questionnaires}
    return AimKind.QUESTIONNAIRE if named in known else AimKind.MOTION


def measure_name(aim: Aim) -> str:
    """Name what is measured, with its side: "Cervical rotation, right"."""
    if aim.kind is AimKind.PAIN:
        return _PAIN
    name = aim.name.strip()
    name = name[:1].upper() + name[1:]
    return f"{name}, {aim.side.value}" if aim.side in (Side.RIGHT, Side.LEFT) else name


def number_text(value: Decimal, unit: str = "") -> str:
    """Write a number without zeros that say nothing, and its unit: "46°", "2.5 h"."""
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{plain}{unit}" if unit in ("", "°", "%") else f"{plain} {unit}"
