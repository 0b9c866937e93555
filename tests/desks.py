"""An open desk on a real encrypted store, with a clock that tests set."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from therapist_desk.domain.clock import Clock, Instant
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Address, Practice, Therapist
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import Registration, create_store
from therapist_desk.services.record_check import ChainReport, check_records
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.slots import Cost
from therapist_desk.store.store import Store

PASSPHRASE: Final = "walnut gravel tandem orbit"
# The least that Argon2id takes: tests unlock often and guard nothing.
CHEAP: Final = Cost(passes=1, memory=8, lanes=1)
NOON: Final = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
"""Noon on the Pacific coast in winter."""
MONDAY: Final = NOON - timedelta(hours=2)
"""Ten in the morning of that Monday."""


class HandClock:
    """A clock that moves when told to, its steady count with it; `set_back` moves the wall clock alone."""

    def __init__(self, utc: datetime = NOON) -> None:
        self._steady = timedelta(days=100)
        self._wall = utc

    def now(self) -> Instant:
        return Instant(self._wall, -480, round(self._steady.total_seconds() * 1000), "boot")

    def wait(self, minutes: float) -> None:
        self.set(self._wall + timedelta(minutes=minutes))

    def set(self, utc: datetime) -> None:
        self._steady += utc - self._wall
        self._wall = utc

    def set_back(self, minutes: float) -> None:
        self._wall -= timedelta(minutes=minutes)


def checked_records(desk: Desk) -> ChainReport:
    """Read all signed records again, and say what was found."""
    steps = check_records(desk)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            report: ChainReport = end.value
            return report


ROBIN: Final = Registration(
    therapist=Therapist(
        id=TherapistId("robin"),
        name="Robin Mockford",
        credentials="LMT",
        licence_number="TEST-00417",
        licence_state="WA",
        npi="1234567893",
    ),
    practice=Practice(
        name="Mockford Medical Massage", address=Address(street="12 Sample Street", city="Testville", state="WA")
    ),
)


@cache
def _first_run() -> tuple[TemporaryDirectory[str], MasterKey]:
    """A store as the first run leaves it on Monday, made once: all migrations run for it."""
    home = TemporaryDirectory(prefix="desk-")
    desk, _ = create_store(Path(home.name) / "charts", ROBIN, PASSPHRASE, HandClock(MONDAY), cost=CHEAP)
    desk.close()
    return home, desk.master


def open_desk(folder: Path, clock: Clock | None = None, *, like: Path | None = None) -> Desk:
    """Make a store in `folder` and sit down at it: a new one, or a copy of one that was made like this and closed."""
    home, master = _first_run()
    shutil.copytree(like or Path(home.name) / "charts", folder, dirs_exist_ok=True)
    clock = clock or HandClock()
    return Desk(Store.open(folder, master), folder, master, ROBIN.therapist.id, clock, clock.now())
