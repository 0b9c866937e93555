from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from therapist_desk.ui.collector import Collector
from therapist_desk.ui.jobs import Jobs


class Noticed:
    """Part of a cycle; tells on which thread it was freed."""

    def __init__(self, freed: list[int]) -> None:
        self._freed = freed
        self._cycle = self

    def __del__(self) -> None:
        self._freed.append(threading.get_ident())


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:  # noqa: ARG001 - its event loop
    made = Jobs()
    yield made
    made.close()


def churn() -> int:
    """Allocate as much as would have Python collect many times over."""
    return len([[number] for number in range(200_000)])


def test_a_busy_worker_frees_nothing_that_belongs_to_the_windows(jobs: Jobs, qtbot: QtBot) -> None:
    freed: list[int] = []
    Noticed(freed)

    jobs.read(churn)
    qtbot.waitUntil(jobs.idle)
    assert freed == []

    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(freed))
    assert freed == [threading.get_ident()]
    assert kept


def test_collecting_goes_back_to_python_when_the_threads_end(qtbot: QtBot) -> None:  # noqa: ARG001 - its event loop
    assert gc.isenabled()
    made = Jobs()
    assert not gc.isenabled()

    made.close()

    assert gc.isenabled()


def test_what_is_made_after_all_else_was_set_aside_is_freed_all_the_same(qtbot: QtBot) -> None:
    # given garbage from before, which nobody looks at any more
    jobs = Jobs()
    before: list[int] = []
    Noticed(before)
    jobs.collector.rest()
    jobs.collector.set_aside()
    assert gc.get_freeze_count() > 0

    # when more is made, then it alone is freed
    freed: list[int] = []
    Noticed(freed)
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(freed))
    assert kept
    assert before == []

    # when the threads end, then nothing is left aside
    jobs.close()
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert len(before) == 1


def test_nothing_is_looked_at_while_it_rests(jobs: Jobs, qtbot: QtBot) -> None:
    freed: list[int] = []
    jobs.collector.rest()
    Noticed(freed)
    kept = [[number] for number in range(2_000)]

    with qtbot.assertNotEmitted(jobs.collector._timer.timeout, wait=1_200):
        assert kept
    assert freed == []


def test_a_second_one_changes_nothing(qtbot: QtBot) -> None:  # noqa: ARG001 - its event loop
    holder = QObject()
    first, second = Collector(holder), Collector(holder)

    second.stop()
    assert not gc.isenabled()
    first.stop()
    assert gc.isenabled()
