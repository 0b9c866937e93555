"""Digits typed as grades: one digit counts at once, and "1" then "0" makes 10."""

from __future__ import annotations

from therapist_desk.domain.findings.mark import Scale

MOMENT = 1000
"""How long, in milliseconds, a second digit still belongs to the first."""


class GradeTyping:
    """Remembers the last digit for a moment; the caller gives the time."""

    def __init__(self) -> None:
        self._last: tuple[str, int, int] | None = None

    def typed(self, mark_id: str, digit: int, scale: Scale, now: int) -> int | None:
        """Give the grade that `digit` now means for a mark, or None where the scale has no such grade.

        `now` is in milliseconds from any fixed start.
        """
        grade = digit
        if self._last is not None:
            same, before, at = self._last
            if same == mark_id and now - at <= MOMENT and scale.holds(before * 10 + digit) and before:
                grade = before * 10 + digit
        self._last = (mark_id, digit, now) if grade == digit else None
        return grade if scale.holds(grade) else None
