"""Which of a mark's two grades a digit sets, and what a run of digits means."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.session.timer import TimerState


class Grading(StrEnum):
    """Before the treatment, or after it."""

    BEFORE = "before"
    AFTER = "after"


def grading_for(state: TimerState, marks: tuple[Mark, ...]) -> Grading:
    """Which grade is likely wanted: the one after treatment, once the timer has stopped on a graded mark."""
    graded = any(mark.before is not None for mark in marks)
    return Grading.AFTER if state is TimerState.STOPPED and graded else Grading.BEFORE


def graded(mark: Mark, grading: Grading, grade: int | None) -> Mark:
    """The mark with that grade.

    Raises:
        GradeOffScaleError, NoScaleError: the kind does not have it.
    """
    if grading is Grading.BEFORE:
        return replace(mark, before=grade)
    return replace(mark, after=grade)


def takes(mark: Mark, grade: int) -> bool:
    """Whether the kind's scale has `grade`."""
    return mark.scale is not None and mark.scale.holds(grade)
