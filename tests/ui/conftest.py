"""The windows' tests run in the windows' own clothes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desks import MONDAY, HandClock
from therapist_desk.domain.ids import ClientId
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.desks import new_workplace
from ui.samples import filled

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.fixture(autouse=True)
def in_its_clothes(dressed: Theme) -> None:
    """Every widget of these tests is dressed as in the program."""


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The theme of the application, light again when the test is over."""
    yield dressed
    dressed.use(Scheme.LIGHT)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(MONDAY)


@pytest.fixture
def first_store(request: pytest.FixtureRequest) -> Path | None:
    """The store that the workplace begins with a copy of; None for an empty one."""
    return filled().folder if "clients" in request.fixturenames else None


@pytest.fixture
def workplace(
    tmp_path: Path,
    clock: HandClock,
    first_store: Path | None,
    qtbot: QtBot,  # noqa: ARG001 - jobs need its event loop
) -> Iterator[Workplace]:
    with new_workplace(tmp_path / "charts", clock, like=first_store) as result:
        yield result


@pytest.fixture
def clients() -> dict[str, ClientId]:
    """The sample clients by first name: with this the store of the workplace is `filled`."""
    return filled().clients
