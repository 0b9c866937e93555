"""What was planned, in a sentence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.visit import Visit
from therapist_desk.ui.dates import time_text, weekday_text


def planned_words(visit: Visit, today: date) -> str:
    """When a visit is planned: "Planned for Mon 23 Nov, 14:30"."""
    day = weekday_text(visit.service_date, today)
    if visit.planned_for is None:
        return _tr("Planned for {day}").format(day=day)
    return _tr("Planned for {day}, {time}").format(day=day, time=time_text(visit.planned_for.local))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Planning", text)
