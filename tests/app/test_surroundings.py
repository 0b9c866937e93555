"""Clock, settings and the start of the next process."""

from __future__ import annotations

import time
from pathlib import Path

import platformdirs
import pytest

from therapist_desk.app.clock import SystemClock
from therapist_desk.app.paths import default_store_dir
from therapist_desk.app.relaunch import own_start
from therapist_desk.app.settings import Settings
from therapist_desk.domain.clock import seconds_between
from therapist_desk.ui.preferences import Preferences
from therapist_desk.ui.theme.apply import Scheme


def test_the_clock_counts_steadily_beside_the_wall_clock() -> None:
    clock = SystemClock()

    first, second = clock.now(), clock.now()

    assert first.boot
    assert first.boot == second.boot
    assert 0 <= seconds_between(first, second) < 5
    assert abs(first.utc.timestamp() - time.time()) < 5


@pytest.mark.parametrize(
    ("original", "arguments", "expected"),
    [
        (["python", "main.py"], ["main.py"], ["main.py"]),
        (["python", "main.py", "--store", "x"], ["main.py", "--store", "x"], ["main.py"]),
        (["python", "-m", "therapist_desk", "demo"], ["/x/__main__.py", "demo"], ["-m", "therapist_desk"]),
        (["python", "-X", "dev", "bin/therapist-desk"], ["bin/therapist-desk"], ["-X", "dev", "bin/therapist-desk"]),
        (["therapist-desk.exe"], ["therapist-desk.exe"], []),
    ],
)
def test_the_next_process_starts_as_this_one_did(
    original: list[str], arguments: list[str], expected: list[str]
) -> None:
    assert own_start(original, arguments) == expected


@pytest.mark.usefixtures("qapp")
def test_settings_come_back_as_they_were_set() -> None:
    chosen = Preferences(
        scheme=Scheme.DARK,
        idle_minutes=5,
        paper="a4",
        borders="hover",
        typical_referral=False,
        last_therapist="robin",
        last_store="/charts",
    )

    Settings().save(chosen)

    assert Settings().load() == chosen
    Settings().save(Preferences())


@pytest.mark.usefixtures("qapp")
def test_settings_that_make_no_sense_count_as_not_set() -> None:
    settings = Settings()
    settings.save(Preferences(idle_minutes=7, paper="papyrus"))

    loaded = settings.load()

    assert loaded.idle_minutes == 10
    assert loaded.paper in {"letter", "a4"}
    settings.save(Preferences())


def test_charts_are_kept_where_platformdirs_says() -> None:
    assert default_store_dir() == Path(platformdirs.user_data_dir("TherapistDesk", appauthor=False))
