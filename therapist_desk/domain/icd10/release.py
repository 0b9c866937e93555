"""Releases of ICD-10-CM, and the days of service for which each holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Self

_APRIL: Final = 4
_OCTOBER: Final = 10
_MONTHS: Final = {_APRIL: "April", _OCTOBER: "October"}


@dataclass(frozen=True, slots=True)
class Release:
    """A release holds for dates of service from its first day until the next one is due, half a year later.

    ICD-10-CM changes on 1 October and, since 2022, on 1 April (CDC/NCHS; CMS, "ICD-10 coordination and
    maintenance"). The code is chosen by the date of service, not by the date of billing.
    """

    starts: date

    @classmethod
    def of(cls, year: int, month: int) -> Self:
        """Name the release of April (4) or October (10) of a year."""
        if month not in _MONTHS:
            raise ValueError(month)
        return cls(date(year, month, 1))

    @property
    def name(self) -> str:
        """As it is shown: "April 2026 release"."""
        return f"{_MONTHS[self.starts.month]} {self.starts.year} release"

    @property
    def ends(self) -> date:
        """The last day for which it holds."""
        following = (
            date(self.starts.year, _OCTOBER, 1)
            if self.starts.month == _APRIL
            else date(self.starts.year + 1, _APRIL, 1)
        )
        return following - timedelta(days=1)

    def covers(self, day: date) -> bool:
        """Tell whether a service on `day` is coded by this release."""
        return self.starts <= day <= self.ends
