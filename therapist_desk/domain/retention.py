"""How long a record is kept."""

from __future__ import annotations

from datetime import date
from typing import Final

from therapist_desk.domain.health.consent import ADULT

YEARS: Final = 10
"""From the last visit, or for a minor from coming of age. The law of the place may ask for more."""
SOURCE: Final = "cmmota.com, the importance of documentation"
"""Practice in Canada, source read; what holds for minors is known practice, and no state's law was read."""


def keep_until(last_visit: date, born: date) -> date:
    """Give the first day on which a record need no longer be kept."""
    return _years_after(max(last_visit, _years_after(born, ADULT)), YEARS)


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
