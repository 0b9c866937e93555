"""What the map shows first: where the marks are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.findings.mark import Mark

UPPER_BODY_ENDS: Final = 3800
"""Tenths of a figure unit below the top of the head: what the upper-body framing surely shows."""


def first_view(marks: Sequence[Mark]) -> View:
    """Give the whole view that most marks are on, or are pointed out on; the back where there is none."""
    views = Counter(mark.home for mark in marks)
    return max(views, key=lambda view: (views[view], view is View.BACK), default=View.BACK)


def wants_whole(marks: Sequence[Mark], view: View) -> bool:
    """Tell whether a mark on `view` lies below what the upper-body framing shows."""
    return any(mark.sight is view and mark.anchor.y > UPPER_BODY_ENDS for mark in marks)
