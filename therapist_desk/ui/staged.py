"""Long reading in small steps: progress is shown, it can be called off, and a search in between never waits."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from time import perf_counter
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.ui.jobs import Jobs

_AT_A_TIME: Final = 0.02  # seconds; a step already begun is finished


class _State(NamedTuple):
    share: float
    ended: bool = False
    result: object = None


class Staged(QObject):
    """Runs one generator at a time, a few steps in each job: it yields the share done and returns the result.

    `cut_short` is told to whoever started it when the charts close before it is done. While it goes on, the idle
    lock waits.
    """

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)  # ExpectedError

    def __init__(self, jobs: Jobs, parent: QObject, cut_short: str = "") -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._cut_short = cut_short
        self._steps: Generator[float, None, Any] | None = None

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def start(self, steps: Generator[float, None, Any]) -> None:
        """Begin; what was under way is called off."""
        self.cancel()
        self._steps = steps
        self._jobs.mind(steps, self._cut_short)
        self._go_on(steps)

    def cancel(self) -> None:
        """Stop after the step under way; nothing is said any more."""
        if self._steps is not None:
            self._jobs.call_off(self._steps)
            self._steps = None

    def _go_on(self, steps: Generator[float, None, Any]) -> None:
        self._jobs.read(
            _advance, steps, owner=self, done=partial(self._take, steps), failed=partial(self._refuse, steps)
        )

    def _refuse(self, steps: Generator[float, None, Any], error: ExpectedError) -> None:
        if self._steps is steps:
            self._end(steps)
            self.failed.emit(error)

    def _take(self, steps: Generator[float, None, Any], state: _State) -> None:
        if self._steps is not steps:
            return
        self._jobs.note_step()
        if state.ended:
            self._end(steps)
            self.done.emit(state.result)
        else:
            self.progress.emit(state.share)
            self._go_on(steps)

    def _end(self, steps: Generator[float, None, Any]) -> None:
        self._steps = None
        self._jobs.forget(steps)


def _advance(steps: Generator[float, None, Any]) -> _State:
    start, share = perf_counter(), 0.0
    try:
        while perf_counter() - start < _AT_A_TIME:
            share = next(steps)
    except StopIteration as end:
        return _State(1.0, ended=True, result=end.value)
    return _State(share)
