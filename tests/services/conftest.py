from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desks import HandClock, open_desk
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, clients
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import visits


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "charts", clock)
    yield opened
    opened.close()


@pytest.fixture
def juniper(desk: Desk) -> Client:
    return clients.add_client(
        desk, ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    )


@pytest.fixture
def visit(desk: Desk, juniper: Client) -> Visit:
    return visits.start_visit(desk, cases.open_case(desk, juniper.id, "Tension headache").id)
