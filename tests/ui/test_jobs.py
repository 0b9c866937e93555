from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from typing import NoReturn

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from therapist_desk.domain.errors import ExpectedError, NotFoundError
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.staged import Staged


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:  # noqa: ARG001 - an application must be there first
    result = Jobs()
    yield result
    result.close()


def fail_as_expected() -> NoReturn:
    raise NotFoundError(what="visit")


def fail_by_a_bug() -> NoReturn:
    raise ZeroDivisionError


def test_writes_run_in_the_order_given(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    order: list[int] = []
    jobs.write(gate.wait, 5)
    for number in range(20):
        jobs.write(order.append, number)

    gate.set()
    qtbot.waitUntil(jobs.idle)

    assert order == list(range(20))


def test_work_runs_elsewhere_and_its_result_comes_back_here(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []

    def note(worker: int) -> None:
        seen.append((worker, threading.get_ident()))

    jobs.write(threading.get_ident, done=note)
    qtbot.waitUntil(jobs.idle)

    [(worker, here)] = seen
    assert worker != threading.get_ident()
    assert here == threading.get_ident()


def test_a_result_never_arrives_inside_the_call_that_asked(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[int] = []

    jobs.write(abs, -3, done=results.append)
    before = list(results)
    qtbot.waitUntil(jobs.idle)

    assert before == []
    assert results == [3]


def test_a_long_write_does_not_hold_up_a_read(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    found: list[int] = []
    jobs.write(gate.wait, 5)

    jobs.read(abs, -7, done=found.append)
    qtbot.waitUntil(lambda: found == [7])

    assert not jobs.idle()
    gate.set()


def test_a_callback_is_dropped_with_its_owner_but_the_work_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    written: list[int] = []
    results: list[None] = []
    owner = QObject()
    jobs.write(gate.wait, 5)
    jobs.write(written.append, 1, owner=owner, done=results.append)

    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(jobs.idle)

    assert written == [1]
    assert results == []


def test_an_expected_failure_goes_to_the_one_who_asked(jobs: Jobs, qtbot: QtBot) -> None:
    problems: list[ExpectedError] = []

    jobs.write(fail_as_expected, failed=problems.append)
    qtbot.waitUntil(jobs.idle)

    assert [type(problem) for problem in problems] == [NotFoundError]


def test_an_expected_failure_that_nobody_asked_about_is_announced(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.unhandled_problem) as announced:
        jobs.read(fail_as_expected)

    assert isinstance(announced.args[0], NotFoundError)


def test_a_bug_goes_to_the_crash_handler_with_its_traceback(jobs: Jobs, qtbot: QtBot) -> None:
    problems: list[ExpectedError] = []

    with qtbot.waitSignal(jobs.crashed) as crash:
        jobs.write(fail_by_a_bug, failed=problems.append)

    kind, error, traceback = crash.args
    assert kind is ZeroDivisionError
    assert isinstance(error, ZeroDivisionError)
    assert traceback is not None
    assert problems == []


def test_a_bug_is_reported_even_when_its_owner_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    owner = QObject()
    jobs.write(gate.wait, 5)
    jobs.write(fail_by_a_bug, owner=owner)
    shiboken6.delete(owner)

    with qtbot.waitSignal(jobs.crashed):
        gate.set()


def test_work_goes_on_after_a_failure(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[int] = []
    jobs.write(fail_as_expected, failed=repr)

    jobs.write(abs, -1, done=results.append)
    qtbot.waitUntil(jobs.idle)

    assert results == [1]


def test_flushing_waits_for_writes_and_for_what_their_results_write(jobs: Jobs) -> None:
    written: list[str] = []

    def write_again(_result: None) -> None:
        jobs.write(written.append, "second")

    jobs.write(written.append, "first", done=write_again)

    assert jobs.flush(5)
    assert written == ["first", "second"]
    assert jobs.idle()


def test_flushing_says_when_the_time_was_not_enough(jobs: Jobs) -> None:
    gate = threading.Event()
    jobs.write(gate.wait, 5)

    assert not jobs.flush(0.01)

    gate.set()
    assert jobs.flush(5)


def test_flushing_does_not_wait_for_reads(jobs: Jobs) -> None:
    gate = threading.Event()
    jobs.read(gate.wait, 5)

    assert jobs.flush(0)

    gate.set()


def test_being_busy_is_told_once_at_either_end(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)

    jobs.write(abs, 1)
    jobs.write(abs, 2)
    qtbot.waitUntil(jobs.idle)

    assert told == [True, False]


def test_closing_finishes_writes_and_calls_nobody_back(qtbot: QtBot) -> None:
    gate = threading.Event()
    written: list[int] = []
    results: list[None] = []
    jobs = Jobs()
    jobs.write(gate.wait, 5)
    jobs.write(written.append, 1, done=results.append)

    gate.set()
    jobs.close()
    qtbot.wait(0)

    assert written == [1]
    assert results == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("write", "read"))]


def _steps(told: list[str]) -> Generator[float, None, str]:
    try:
        yield 0.5
        yield 1.0
        return "whole"
    finally:
        told.append("cleared")


def test_closing_ends_long_work_that_is_half_done_and_says_so(qtbot: QtBot) -> None:
    told: list[str] = []
    jobs = Jobs()
    steps = _steps(told)
    jobs.mind(steps, "It was called off.")
    jobs.read(next, steps)
    qtbot.waitUntil(jobs.idle)

    jobs.close()

    assert told == ["cleared"]
    assert jobs.cut_short == ("It was called off.",)


def test_work_called_off_just_before_closing_is_cleared_all_the_same(qtbot: QtBot) -> None:
    gate = threading.Event()
    told: list[str] = []
    jobs = Jobs()
    steps = _steps(told)
    jobs.mind(steps, "It was called off.")
    jobs.read(next, steps)
    qtbot.waitUntil(jobs.idle)
    jobs.read(gate.wait, 5)

    jobs.call_off(steps)  # waits behind another read
    threading.Timer(0.05, gate.set).start()
    jobs.close()

    assert told == ["cleared"]
    assert jobs.cut_short == ()


def test_work_at_its_end_is_not_told_of(qtbot: QtBot) -> None:
    told: list[str] = []
    found: list[object] = []
    jobs = Jobs()
    staged = Staged(jobs, jobs, "It was called off.")
    staged.done.connect(found.append)

    staged.start(_steps(told))
    qtbot.waitUntil(lambda: bool(found))
    jobs.close()

    assert found == ["whole"]
    assert jobs.cut_short == ()


def test_a_result_on_its_way_when_the_threads_end_calls_nobody_back(qtbot: QtBot) -> None:  # noqa: ARG001 - see above
    results: list[int] = []
    jobs = Jobs()
    after = threading.Event()
    jobs.read(abs, -1, done=results.append)
    jobs.read(after.set)
    assert after.wait(5)

    jobs.close()
    QCoreApplication.sendPostedEvents(jobs)

    assert results == []
