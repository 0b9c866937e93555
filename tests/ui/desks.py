"""A workplace for tests of the windows: a real encrypted store, real jobs, a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Address, Practice, Therapist
from therapist_desk.services.desk import Desk
from therapist_desk.services.techniques import load_techniques
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.store import Store
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.workplace import Workplace

MONDAY = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
ROBIN = Therapist(
    id=TherapistId("robin"), name="Robin Mockford", credentials="LMT", licence_number="60099999", licence_state="WA"
)
PRACTICE = Practice(name="Mockford Massage", address=Address(street="12 Sample Street", city="Testville"))


class StandingClock:
    """Shows the time it was set to; ten in the morning of a Monday, eight hours west of Greenwich."""

    def __init__(self, utc: datetime = MONDAY) -> None:
        self.set(utc)

    def now(self) -> Instant:
        return self._now

    def set(self, utc: datetime) -> None:
        steady = round((utc - MONDAY).total_seconds() * 1000)
        self._now = Instant(utc, -480, steady + 10**9, "boot")


def new_desk(folder: Path, clock: StandingClock) -> Desk:
    """Make a store with one therapist, without a key file: nobody unlocks it here."""
    master = MasterKey.new()
    desk = Desk(Store.create(folder, master), folder, master, ROBIN.id, clock, clock.now())
    with desk.store.writing() as charts:
        charts.practice.save(PRACTICE)
        charts.therapists.add(ROBIN)
    return desk


@contextmanager
def new_workplace(folder: Path, clock: StandingClock) -> Iterator[Workplace]:
    """Give a workplace on a new store; the jobs end and the store closes with the block."""
    desk = new_desk(folder, clock)
    jobs = Jobs()
    crashes: list[object] = []
    jobs.crashed.connect(lambda *crash: crashes.append(crash))
    yield Workplace(desk, jobs, Atlas(resources_dir() / "body_map"), Navigator(), load_techniques(resources_dir()))
    jobs.close()
    desk.close()
    assert not crashes
