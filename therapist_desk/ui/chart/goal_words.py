"""Where a goal stands, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import AimKind, Direction, Goal, GoalStatus, Progress, Standing
from therapist_desk.domain.care.goal_wording import number_text
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.pill import Kind


def standing_words(goal: Goal, found: Progress, today: date) -> tuple[str, Kind]:
    """Where a goal stands, and in which colour."""
    if found.standing is Standing.MET and found.met_on is not None:
        return _tr("Met {day}").format(day=near_day_text(found.met_on, today)), Kind.GREEN
    if goal.aim is None and found.standing is Standing.BEHIND and goal.status is GoalStatus.OPEN:
        return _tr("Overdue"), Kind.AMBER
    return {
        Standing.OPEN: (_tr("Open"), Kind.ACCENT),
        Standing.WAITING: (_tr("To measure"), Kind.NEUTRAL),
        Standing.ON_TRACK: (_tr("On track"), Kind.ACCENT),
        Standing.BEHIND: (_tr("Behind"), Kind.AMBER),
        Standing.MET: (_tr("Met"), Kind.GREEN),
        Standing.DROPPED: (_tr("Dropped"), Kind.NEUTRAL),
    }[found.standing]


def measured_words(goal: Goal) -> str:
    """By what a goal is measured, with the value that is wanted: "Cervical rotation right ≥ 70°"."""
    aim = goal.aim
    if aim is None:
        return " ".join(part for part in (goal.measure, goal.target) if part)
    name = _tr("Pain (NPRS)") if aim.kind is AimKind.PAIN else aim.name[:1].upper() + aim.name[1:]
    side = {Side.RIGHT: _tr("right"), Side.LEFT: _tr("left")}.get(aim.side) if aim.side else ""
    sign = "≥" if aim.direction is Direction.AT_LEAST else "≤"
    return " ".join(part for part in (name, side, sign, number_text(aim.wanted, aim.unit)) if part)


def first_words(goal: Goal) -> str:
    """The value at the start, or a dash."""
    return (number_text(goal.aim.first, goal.aim.unit) if goal.aim else goal.baseline) or "–"


def latest_words(goal: Goal, found: Progress) -> str:
    """The latest value, or a dash."""
    if goal.aim is None or found.latest is None:
        return "–"
    return number_text(found.latest.value, goal.aim.unit)


def due_words(goal: Goal, today: date) -> str:
    """The day a goal is due, or a dash."""
    return near_day_text(goal.due, today) if goal.due else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Goal", text)
