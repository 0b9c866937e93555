"""The windows' tests run in the windows' own clothes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desks import MONDAY, HandClock
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.desks import new_workplace

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
def workplace(tmp_path: Path, clock: HandClock, qtbot: QtBot) -> Iterator[Workplace]:  # noqa: ARG001 - jobs need its event loop
    with new_workplace(tmp_path / "charts", clock) as result:
        yield result
