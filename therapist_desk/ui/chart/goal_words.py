"""Where a goal stands, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.goal import Goal, GoalStatus
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.pill import Kind


def state_words(goal: Goal, today: date) -> tuple[str, Kind]:
    """Met, dropped, open, or past its day."""
    if goal.status is GoalStatus.MET:
        return _tr("Met"), Kind.GREEN
    if goal.status is GoalStatus.DROPPED:
        return _tr("Dropped"), Kind.NEUTRAL
    if goal.due is not None and goal.due < today:
        return _tr("Overdue"), Kind.AMBER
    return _tr("Open"), Kind.ACCENT


def due_words(goal: Goal, today: date) -> str:
    """The day a goal is due, or a dash."""
    return near_day_text(goal.due, today) if goal.due else "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Goal", text)
