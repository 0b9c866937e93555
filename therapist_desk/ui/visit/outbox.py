"""Changes on their way to the disk: when the last one arrived, and those to be tried again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ChangedElsewhereError, ExpectedError, NotFoundError
from therapist_desk.domain.health.screening import DecisionMissingError
from therapist_desk.domain.session.timer import OverlapError, TimeOrderError, TimerRefusedError
from therapist_desk.domain.visit import SignedError
from therapist_desk.services.desk import Desk
from therapist_desk.ui.jobs import Jobs

RETRY_AFTER = 4000
"""Milliseconds before a failed change is tried again."""

# What trying again cannot mend: the change itself is refused.
_FINAL = (
    DecisionMissingError,
    TimerRefusedError,
    TimeOrderError,
    OverlapError,
    SignedError,
    NotFoundError,
    ChangedElsewhereError,
)


class Delivery(Enum):
    """How all changes given so far stand."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _Letter:
    key: str
    use_case: Callable[..., Any]
    arguments: tuple[Any, ...]
    done: Callable[[Any], object] | None
    keep: bool


class Outbox(QObject):
    """Hands changes to the writing thread at once, in order.

    A change that the disk would not take is kept and tried again, unless a later one of the same `key` has
    replaced it. `changed` follows every step; `refused` tells of a change that can never be taken.
    """

    changed = Signal()
    refused = Signal(object)  # ExpectedError

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: QObject | None = None, *, retry_after: int = RETRY_AFTER
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._under_way: set[_Letter] = set()
        self._kept: dict[str, _Letter] = {}
        self._problem: ExpectedError | None = None
        self._saved_at: Instant | None = None
        self._again = QTimer(self, singleShot=True, interval=retry_after)
        self._again.timeout.connect(self.try_again)

    @property
    def delivery(self) -> Delivery:
        """Failed while anything is kept back, saving while anything is under way, else saved."""
        if self._kept:
            return Delivery.FAILED
        return Delivery.SAVING if self._under_way else Delivery.SAVED

    @property
    def saved_at(self) -> Instant | None:
        """When the last change was acknowledged; None before the first of this run."""
        return self._saved_at

    @property
    def problem(self) -> ExpectedError | None:
        """Why something is kept back."""
        return self._problem if self._kept else None

    def send(
        self,
        key: str,
        use_case: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], object] | None = None,
        keep: bool = True,
    ) -> None:
        """Run `use_case(desk, *arguments)` as a write. `keep` says that it may be tried again; a moment may not."""
        self._kept.pop(key, None)
        self._post(_Letter(key, use_case, arguments, done, keep))

    @Slot()
    def try_again(self) -> None:
        """Send everything that was kept back once more."""
        kept, self._kept = list(self._kept.values()), {}
        for letter in kept:
            self._post(letter)

    def _post(self, letter: _Letter) -> None:
        self._under_way.add(letter)
        self.changed.emit()
        self._jobs.write(
            letter.use_case,
            self._desk,
            *letter.arguments,
            owner=self,
            done=partial(self._arrived, letter),
            failed=partial(self._failed, letter),
        )

    def _arrived(self, letter: _Letter, result: object) -> None:
        self._under_way.discard(letter)
        self._saved_at = self._desk.clock.now()
        if letter.done is not None:
            letter.done(result)
        self.changed.emit()

    def _failed(self, letter: _Letter, problem: ExpectedError) -> None:
        self._under_way.discard(letter)
        if letter.keep and not isinstance(problem, _FINAL):
            if not any(later.key == letter.key for later in self._under_way):
                self._kept[letter.key] = letter
                self._problem = problem
                self._again.start()
        else:
            self.refused.emit(problem)
        self.changed.emit()
