"""Two visits of a case side by side: which finding is which, and what has become of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.findings.review import is_over, last_grade, review_id
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.sentences.picture_words import surface_words
from therapist_desk.domain.visit import Visit

_TRIGGER_POINTS: Final = frozenset({MarkKind.TRIGGER_ACTIVE, MarkKind.TRIGGER_LATENT})

Lineage: TypeAlias = Mapping[MarkId, MarkId]
"""For marks that review one of an earlier visit, the first mark of that finding."""


class Moment(StrEnum):
    """Which grades are compared: those found before treatment, or those that the visits ended with."""

    BEFORE = "before"
    AFTER = "after"


class Course(StrEnum):
    """What has become of a finding from one visit to another, the most telling first."""

    BETTER = "better"
    RESOLVED = "resolved"
    WORSE = "worse"
    NEW = "new"
    SAME = "same"
    NOT_GRADED = "not graded"
    NOT_CHARTED = "not charted"
    """The later visit says nothing of it: that is not the same as resolved."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at two visits; at least one of the marks is there. Grades are those of the moment compared."""

    first: Mark | None
    second: Mark | None
    first_grade: int | None
    second_grade: int | None
    course: Course

    @property
    def mark(self) -> Mark:
        """The mark that says what and where it is now, or was."""
        mark = self.second or self.first
        assert mark is not None  # noqa: S101 - one of them is there
        return mark

    @property
    def kind_changed(self) -> bool:
        """Whether an active trigger point has become a latent one, or the other way round."""
        return self.first is not None and self.second is not None and self.first.kind is not self.second.kind


def lineage(visits: Sequence[Visit]) -> Lineage:
    """Follow findings that were reviewed from visit to visit, earliest first, back to their first mark."""
    roots: dict[MarkId, MarkId] = {}
    earlier: list[Mark] = []
    for visit in visits:
        own = {mark.id for mark in visit.marks}
        for ghost in earlier:
            reviewed = review_id(ghost, visit.id)
            if reviewed in own:
                roots[reviewed] = roots.get(ghost.id, ghost.id)
        earlier += visit.marks
    return roots


def compare(
    first: Sequence[Mark], second: Sequence[Mark], moment: Moment = Moment.BEFORE, roots: Lineage | None = None
) -> tuple[Finding, ...]:
    """Compare the marks of two visits: no mark is in two findings, and none is lost but what was over in both.

    Two marks are the same finding where one reviews the other, however its kind or place was corrected. Of the
    others those are that have the same kind and a region in common, on the same side: first where that is the main
    region of both, then the nearest. Active and latent trigger points count as one kind, bilateral as a side of its
    own.
    """
    pairs = _pairs(first, second, roots or {})
    known = {mark.id for mark in pairs.values()}
    findings = [_finding(mark, pairs.get(mark.id), moment) for mark in first]
    findings += [_finding(None, mark, moment) for mark in second if mark.id not in known]
    order = list(Course)
    kept = (finding for finding in findings if not _over_in_both(finding, moment))
    return tuple(sorted(kept, key=lambda finding: order.index(finding.course)))


def counts(findings: Iterable[Finding]) -> dict[Course, int]:
    """Count the findings of each course, in the order of `Course`; those with none are left out."""
    courses = [finding.course for finding in findings]
    return {course: courses.count(course) for course in Course if course in courses}


def grade_at(mark: Mark, moment: Moment) -> int | None:
    """Give the grade of a mark at a moment of its visit; where none was given after treatment, the one before."""
    return mark.before if moment is Moment.BEFORE else last_grade(mark)


def at_moment(mark: Mark, moment: Moment) -> Mark:
    """Give a mark as it stood at a moment of its visit, with that grade alone."""
    return replace(mark, before=grade_at(mark, moment), after=None)


def change_on_mark(finding: Finding) -> Mark | None:
    """Give the later mark with both grades compared as its change; None where it was not charted again."""
    if finding.second is None or finding.second.scale is None:
        return finding.second
    scale, first = finding.second.scale, finding.first_grade
    if first is None or finding.second_grade is None or not scale.holds(first):
        return replace(finding.second, before=finding.second_grade, after=None)
    return replace(finding.second, before=first, after=finding.second_grade)


def _pairs(first: Sequence[Mark], second: Sequence[Mark], roots: Lineage) -> dict[MarkId, Mark]:
    """Give, by the ids of marks of the first visit, the marks of the second that are the same finding."""
    pairs: dict[MarkId, Mark] = {}
    by_root = {roots.get(mark.id, mark.id): mark for mark in reversed(second)}
    taken: set[MarkId] = set()
    for mark in first:
        reviewed = by_root.get(roots.get(mark.id, mark.id))
        if reviewed is not None and reviewed.id not in taken:
            pairs[mark.id] = reviewed
            taken.add(reviewed.id)
    near = sorted(
        (_main_spot(a) != _main_spot(b), _distance(a, b), place_a, place_b)
        for place_a, a in enumerate(first)
        for place_b, b in enumerate(second)
        if a.id not in pairs and b.id not in taken and _group(a) == _group(b) and _spots(a) & _spots(b)
    )
    for _, _, place_a, place_b in near:
        a, b = first[place_a], second[place_b]
        if a.id not in pairs and b.id not in taken:
            pairs[a.id] = b
            taken.add(b.id)
    return pairs


def _group(mark: Mark) -> tuple[str, str]:
    """Give the kind, with the surface where both sides of a finger or toe bear one name."""
    return "trigger point" if mark.kind in _TRIGGER_POINTS else mark.kind.value, surface_words(mark)


def _spots(mark: Mark) -> set[tuple[str, Side]]:
    return {(ref.region, ref.side) for ref in mark.regions}


def _main_spot(mark: Mark) -> tuple[str, Side]:
    return mark.regions[0].region, mark.regions[0].side


def _distance(a: Mark, b: Mark) -> float:
    """Give how far apart two marks lie; marks of other pictures come after all that can be measured."""
    if (a.figure, a.sight) != (b.figure, b.sight):
        return math.inf
    return math.dist((a.anchor.x, a.anchor.y), (b.anchor.x, b.anchor.y))


def _finding(first: Mark | None, second: Mark | None, moment: Moment) -> Finding:
    before = None if first is None else grade_at(first, moment)
    after = None if second is None else grade_at(second, moment)
    return Finding(first, second, before, after, _course(first, second, moment))


def _course(first: Mark | None, second: Mark | None, moment: Moment) -> Course:
    if second is None:
        return Course.NOT_CHARTED
    if first is None:
        return Course.NEW
    if _gone(second, moment):
        return Course.SAME if _gone(first, moment) else Course.RESOLVED
    if second.scale is None:
        return Course.NEW if _gone(first, moment) else Course.SAME
    if first.kind is second.kind:
        return _by_grade(grade_at(first, moment), grade_at(second, moment))
    return _by_kind(first.kind, second.kind)


def _by_grade(before: int | None, after: int | None) -> Course:
    if before is None or after is None:
        return Course.NOT_GRADED
    if after == before:
        return Course.SAME
    return Course.BETTER if after < before else Course.WORSE


def _by_kind(before: MarkKind, after: MarkKind) -> Course:
    """Judge a finding that changed its kind: each kind grades something else, so that its numbers say nothing."""
    if {before, after} != _TRIGGER_POINTS:
        return Course.NOT_GRADED
    return Course.BETTER if after is MarkKind.TRIGGER_LATENT else Course.WORSE


def _gone(mark: Mark, moment: Moment) -> bool:
    return is_over(mark) if mark.scale is None else grade_at(mark, moment) == 0


def _over_in_both(finding: Finding, moment: Moment) -> bool:
    return all(mark is None or _gone(mark, moment) for mark in (finding.first, finding.second))
