"""The only owner of threads: one writes, one reads; results come back on the thread of the windows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum
from functools import partial
from typing import Any, TypeVar, TypeVarTuple

import shiboken6
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject, Qt, Signal, Slot

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.ui.collector import Collector

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class _Lane(Enum):
    WRITE = "write"
    READ = "read"


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _Job:
    lane: _Lane
    future: Future[Any]
    owner: QObject | None
    done: Callable[[Any], object] | None
    failed: Callable[[ExpectedError], object] | None

    def wanted(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class Jobs(QObject):
    """Runs work off the thread of the windows and hands its result back on it, through the event loop.

    Writes run one after the other, in the order given; reads do the same on a thread of their own, so a long
    search never holds up a save. Work gets frozen values, never widgets.

    A callback is dropped when its `owner` has been destroyed meanwhile; the work itself is done all the same.
    An ExpectedError goes to `failed`, or without one to the signal `unhandled_problem`; any other exception is
    a bug and goes to the signal `crashed` as type, exception and traceback.
    """

    busy_changed = Signal(bool)
    stepped = Signal()  # long work that somebody asked for, and whose progress is shown, has come a step further
    closing = Signal()  # the threads are about to end: what can stop at its next step is to stop there
    unhandled_problem = Signal(object)  # ExpectedError
    crashed = Signal(object, object, object)
    _finished = Signal(object)  # _Job; crosses from a worker to this object's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in _Lane}
        self._open: set[_Job] = set()
        self._long: dict[Generator[float, None, Any], str] = {}
        self._cut_short: tuple[str, ...] = ()
        self.collector = Collector(self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        work: Callable[[*Ts], T],
        *args: *Ts,
        owner: QObject | None = None,
        done: Callable[[T], object] | None = None,
        failed: Callable[[ExpectedError], object] | None = None,
    ) -> None:
        """Run `work(*args)` after all writes given before."""
        self._start(_Lane.WRITE, partial(work, *args), owner, done, failed)

    def read(
        self,
        work: Callable[[*Ts], T],
        *args: *Ts,
        owner: QObject | None = None,
        done: Callable[[T], object] | None = None,
        failed: Callable[[ExpectedError], object] | None = None,
    ) -> None:
        """Run `work(*args)` after all reads given before, whatever is being written."""
        self._start(_Lane.READ, partial(work, *args), owner, done, failed)

    def note_step(self) -> None:
        """Say that long work goes on or has ended: the idle lock counts from here."""
        self.stepped.emit()

    def mind(self, steps: Generator[float, None, Any], told: str = "") -> None:
        """Close long work when the threads end before it does; `told` is the sentence for whoever started it."""
        self._long[steps] = told

    def forget(self, steps: Generator[float, None, Any]) -> None:
        """Mind long work no more: it is at its end."""
        self._long.pop(steps, None)

    def tell_of_loss(self, words: str) -> None:
        """Tell whoever opens the charts next of something that could not be kept; it names nobody. Upon `closing`."""
        self._cut_short = (*self._cut_short, words)

    def call_off(self, steps: Generator[float, None, Any]) -> None:
        """Close long work after the step under way; nobody need be told."""
        self.mind(steps)
        self.read(steps.close, owner=self, done=partial(self._forget_closed, steps))

    @property
    def cut_short(self) -> tuple[str, ...]:
        """What is to be told of long work that `close` found under way, and of what could not be kept."""
        return self._cut_short

    def idle(self) -> bool:
        """Whether nothing runs, waits to run, or waits to be handed back."""
        return not self._open

    def flush(self, timeout: float) -> bool:
        """Block until every write is done and handed back, for at most `timeout` seconds; say whether it is.

        A callback may write again; that is waited for too. For quitting and locking, never while someone works.
        """
        deadline = QDeadlineTimer(round(timeout * 1000))
        while pending := [job.future for job in self._open if job.lane is _Lane.WRITE]:
            _, late = wait(pending, deadline.remainingTime() / 1000)
            if late:
                return False
            self._wait_for_handing_over()
            QCoreApplication.sendPostedEvents(self)
        return True

    def close(self) -> None:
        """End both threads: writes given are finished, reads not yet begun are not. Nothing is called back after.

        Long work under way is closed, so that it can clear away what it left half done.
        """
        self.closing.emit()
        self._finished.disconnect(self._deliver)
        self._workers[_Lane.READ].shutdown(wait=False, cancel_futures=True)
        for worker in self._workers.values():
            worker.shutdown(wait=True)
        self._open.clear()
        self._cut_short = (*self._cut_short, *filter(None, self._long.values()))
        for steps in self._long:
            steps.close()
        self._long.clear()
        self.collector.stop()

    def _forget_closed(self, steps: Generator[float, None, Any], _nothing: None) -> None:
        self.forget(steps)

    def _start(
        self,
        lane: _Lane,
        work: Callable[[], T],
        owner: QObject | None,
        done: Callable[[T], object] | None,
        failed: Callable[[ExpectedError], object] | None,
    ) -> None:
        was_idle = self.idle()
        job = _Job(lane, self._workers[lane].submit(work), owner, done, failed)
        self._open.add(job)
        job.future.add_done_callback(partial(self._hand_over, job))
        if was_idle:
            self.busy_changed.emit(not self.idle())

    def _hand_over(self, job: _Job, _future: Future[Any]) -> None:
        # On the worker's thread, or on this one if the work was quick: the connection is queued either way.
        if not job.future.cancelled():
            self._finished.emit(job)

    def _wait_for_handing_over(self) -> None:
        # A future counts as done a moment before its callbacks have run; the next job on that thread comes after.
        self._workers[_Lane.WRITE].submit(_nothing).result()

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        if job not in self._open:
            return  # handed over before the threads ended, and on its way here since
        self._open.discard(job)
        try:
            self._call_back(job)
        finally:
            if self.idle():
                self.busy_changed.emit(not self.idle())

    def _call_back(self, job: _Job) -> None:
        error = job.future.exception()
        if error is not None and not isinstance(error, ExpectedError):
            self.crashed.emit(type(error), error, error.__traceback__)
        elif not job.wanted():
            return
        elif error is None:
            if job.done is not None:
                job.done(job.future.result())
        elif job.failed is not None:
            job.failed(error)
        else:
            self.unhandled_problem.emit(error)


def _nothing() -> None:
    """Mark a place in the order of work."""
