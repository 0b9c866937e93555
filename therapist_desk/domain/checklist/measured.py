"""Rules of the note about what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.missing import Target

_PHYSICAL: Final = (MeasurementKind.RANGE_OF_MOTION, MeasurementKind.GIRTH)
_MOST_DEGREES: Final = Decimal(200)
_SIDED: Final = re.compile(
    r"rotation|lateral|side|shoulder|elbow|forearm|wrist|thumb|finger|hip|knee|ankle|toe|leg", re.IGNORECASE
)


def number_before(facts: Facts) -> Iterator[Finding]:
    """O-02: a grade of a mark is a number, too."""
    visit = facts.visit
    measured = any(each.before is not None for each in visit.measurements)
    graded = any(mark.before is not None for mark in visit.marks)
    if facts.around is not None and not measured and not graded and not visit.observations:
        yield Finding("nothing_measured", Target.MEASURES)


def number_after(facts: Facts) -> Iterator[Finding]:
    """O-03."""
    ungraded = sum(mark.wants_after for mark in facts.visit.marks)
    if ungraded:
        yield Finding("no_grade_after", Target.MAP, {"count": ungraded})
    again = [each for each in facts.visit.measurements if each.kind in _PHYSICAL]
    once = [each for each in again if each.before is not None and each.after is None]
    if facts.around is not None and once:
        yield Finding("not_measured_after", Target.MEASURES, {"count": len(once), "part": once[0].id})


def motions(facts: Facts) -> Iterator[Finding]:
    """O-04."""
    wrong = [each for each in facts.visit.measurements if _doubtful(each)]
    if facts.around is not None and wrong:
        values: dict[str, str | int] = {"name": wrong[0].name or wrong[0].kind.value, "part": wrong[0].id}
        yield Finding("motion_doubtful", Target.MEASURES, values)


def _doubtful(item: Measurement) -> bool:
    if item.kind is not MeasurementKind.RANGE_OF_MOTION:
        return False
    values = [value for value in (item.before, item.after) if value is not None]
    beyond = any(not -_MOST_DEGREES <= value <= _MOST_DEGREES for value in values) and item.unit == "°"
    unsided = item.side is None and _SIDED.search(item.name) is not None
    return not item.name.strip() or unsided or (beyond and not item.kept)
