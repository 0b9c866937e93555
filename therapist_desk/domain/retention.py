"""How long a record is kept."""

from __future__ import annotations

from datetime import date
from typing import Final

from therapist_desk.domain.health.consent import ADULT

YEARS: Final = 10
"""From the last visit, or for a minor from coming of age: practice in Canada (cmmota.com, the importance of
documentation, source read; minors known practice). The law of the place may ask for more."""


def keep_until(last_visit: date, born: date) -> date:
    """Give the first day on which a record need no longer be kept."""
    return _years_after(max(last_visit, _years_after(born, ADULT)), YEARS)


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
