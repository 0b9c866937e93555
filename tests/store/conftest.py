"""A real encrypted store for each test: made once, copied for everybody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.samples import CASE, CLIENT, THERAPIST, VISIT
from therapist_desk.domain.ids import TherapistId
from therapist_desk.store import keyslots
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.slots import Cost, SlotInfo
from therapist_desk.store.store import Store

CHEAP = Cost(passes=1, memory=8, lanes=1)
PASSPHRASE = "correct horse battery staple"
ROBIN = SlotInfo(TherapistId("therapist"), "Robin Mockford", "LMT", "WA MA 60099999")


@dataclass(frozen=True)
class Made:
    """A store folder as the first run leaves it, closed, with one client, case and visit."""

    folder: Path
    master: MasterKey
    recovery_code: str
    public_key: str


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("first") / "charts"
    master = MasterKey.new()
    store = Store.create(folder, master)
    keys = keyslots.create_key_file(folder, ROBIN, PASSPHRASE, master=master, cost=CHEAP)
    with store.writing() as charts:
        charts.therapists.add(THERAPIST)
        charts.clients.add(CLIENT)
        charts.cases.add(CASE)
        charts.visits.add(VISIT)
    store.close()
    return Made(folder, master, keys.recovery_code, keys.public_key)


@pytest.fixture
def made(first_run: Made, tmp_path: Path) -> Made:
    """A closed store of the test's own."""
    folder = tmp_path / "charts"
    shutil.copytree(first_run.folder, folder)
    return Made(folder, first_run.master, first_run.recovery_code, first_run.public_key)


@pytest.fixture
def store(made: Made) -> Iterator[Store]:
    """The same, open."""
    opened = Store.open(made.folder, made.master)
    yield opened
    opened.close()
