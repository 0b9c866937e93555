"""The program makes ready to draw while nobody does anything, once a chart is open."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desks import HandClock
from therapist_desk.domain.ids import ClientId
from therapist_desk.ui.shell.drawing_ready import QUIET_SECONDS, DrawingReady
from therapist_desk.ui.shell.place import PageKind, Place
from therapist_desk.ui.workplace import Workplace
from ui.samples import chart_juniper

pytestmark = pytest.mark.timeout(30)
DONE_MS = 20_000


class Hands:
    """How long nothing was touched, as told."""

    def __init__(self) -> None:
        self.quiet = 0.0

    def __call__(self) -> float:
        return self.quiet


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def ready(workplace: Workplace, hands: Hands) -> Iterator[DrawingReady]:
    made = DrawingReady(workplace, hands)
    yield made
    made.stop()


@pytest.fixture
def chart(workplace: Workplace, clock: HandClock) -> Place:
    return Place(PageKind.CHART, ClientId(chart_juniper(workplace.desk, clock).id))


def test_it_begins_with_a_chart_and_ends(ready: DrawingReady, hands: Hands, chart: Place, qtbot: QtBot) -> None:
    hands.quiet = QUIET_SECONDS

    ready.follow(chart)

    qtbot.waitUntil(lambda: ready.done, timeout=DONE_MS)


def test_elsewhere_it_does_not_begin(ready: DrawingReady, hands: Hands, workplace: Workplace) -> None:
    hands.quiet = QUIET_SECONDS

    for kind in (PageKind.HOME, PageKind.CLIENTS, PageKind.SETTINGS):
        ready.follow(Place(kind))
        ready.look()

    assert workplace.jobs.idle()
    assert not ready.done


def test_while_somebody_works_it_waits(
    ready: DrawingReady, hands: Hands, chart: Place, workplace: Workplace, qtbot: QtBot
) -> None:
    ready.follow(chart)
    hands.quiet = QUIET_SECONDS / 2
    ready.look()
    assert workplace.jobs.idle()

    gate = threading.Event()
    workplace.jobs.write(gate.wait, 9)
    hands.quiet = QUIET_SECONDS
    ready.look()
    told: list[bool] = []
    workplace.jobs.read(bool, owner=ready, done=told.append)
    qtbot.waitUntil(lambda: told == [False])  # nothing was before it on its thread
    assert not ready.done
    gate.set()

    qtbot.waitUntil(lambda: ready.done, timeout=DONE_MS)


def test_what_is_asked_for_meanwhile_comes_after_one_step(
    ready: DrawingReady, hands: Hands, chart: Place, workplace: Workplace, qtbot: QtBot
) -> None:
    ready.follow(chart)
    hands.quiet = QUIET_SECONDS
    ready.look()
    ready.look()
    order: list[str] = []

    workplace.jobs.read(str, owner=ready, done=lambda _: order.append("asked"))
    qtbot.waitUntil(lambda: bool(order))

    assert not ready.done
    qtbot.waitUntil(lambda: ready.done, timeout=DONE_MS)
