"""What was found at the first visit and is found now: two maps of the same window, and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.progress.comparison import Finding, Moment, at_moment, compare, counts, lineage
from therapist_desk.reports.layout.blocks import Columns
from therapist_desk.reports.layout.flow import Block, Gap, Stack, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import MM, columns
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.maps.bodymap import MapGrid
from therapist_desk.reports.maps.panel import Grades, NumberedMark, Panel, kinds_used
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.parts.soap import grade, mark_place, mark_side, mark_words
from therapist_desk.reports.typography.rich import BODY, NOTE, Align, Rich, Span, bold, spans
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.common import CONTINUED, NO_FINDINGS, NOT_ON_MAPS
from therapist_desk.reports.wording.formats import day, day_near, plural, short_day

_MAP: Final = 50 * MM
_SMALL_MAP: Final = 40 * MM
_BESIDE: Final = 4
"""So many maps stand beside the table; more stand above it, over the full width."""
_ACROSS: Final = 4


def findings_section(
    course: CaseCourse, atlas: Atlas, *, shaded: bool, most_findings: int, most_pictures: int, small: bool = False
) -> Section:
    """Set the maps of the first visit and of this one, both before treatment, beside what was found at either.

    At most `most_findings` stand in the table, what changed most tellingly first; the others are counted.
    """
    first, last = course.first.visit, course.last.visit
    again = first.id != last.id
    found = [
        finding
        for finding in compare(first.marks if again else (), last.marks, Moment.BEFORE, lineage(course.visits))
        if finding.mark.kind is not MarkKind.DO_NOT_WORK
    ]
    if not found:
        return Section(say.FINDINGS_ONCE, (Text(NO_FINDINGS, BODY),), carried=CONTINUED)
    shown = list(enumerate(found[:most_findings], 1))
    maps = _maps(shown, course, atlas, most_pictures, again=again)
    high = _MAP if len(maps) <= 2 and not small else _SMALL_MAP  # noqa: PLR2004 - one row of them
    table = _table(shown, course, again=again)
    legend = " ".join(soap_words.KIND_SIGN[kind.value] for kind in kinds_used(_numbered(shown)))
    if any(marked.approximate for panel, *_ in maps for marked in panel.marks):
        legend = f"{legend} {soap_words.APPROXIMATE_SIGN}"
    if len(maps) <= _BESIDE:
        grid = MapGrid(maps, high, most=high, shaded=shaded)
        blocks: list[Block] = [Columns([(grid, columns(7)), (table, columns(5))])]
    else:
        blocks = [MapGrid(maps, high, most=high, across=_ACROSS, shaded=shaded), Gap(6), table]
    drawn = {marked.number for panel, *_ in maps for marked in panel.marks}
    told = _told(found, len(shown), [number for number, _ in shown if number not in drawn], again=again)
    blocks.append(Text(" ".join(filter(None, (told, legend))), NOTE, above=3))
    title, aside = (say.FINDINGS, say.FINDINGS_ASIDE) if again else (say.FINDINGS_ONCE, "")
    return Section(title, (Stack(blocks),), aside=aside, carried=CONTINUED)


def _numbered(shown: Sequence[tuple[int, Finding]]) -> list[NumberedMark]:
    return [
        NumberedMark(number, at_moment(mark, Moment.BEFORE))
        for number, finding in shown
        for mark in (finding.first, finding.second)
        if mark is not None
    ]


def _maps(
    shown: Sequence[tuple[int, Finding]], course: CaseCourse, atlas: Atlas, most: int, *, again: bool
) -> list[tuple[Panel, Grades, str, str]]:
    """Choose the pictures by the marks of both visits, so that both visits are shown in the same windows."""
    first, last = course.first.visit, course.last.visit
    chosen = [panel for panel in panels(_numbered(shown), last.figure, atlas) if panel.marks][:most]
    maps = []
    for panel in chosen:
        both = tuple({marked.number: marked for marked in panel.marks}.values())
        for visit in (first, last) if again else (last,):
            own = {mark.id for mark in visit.marks}
            marks = tuple(marked for marked in panel.marks if marked.mark.id in own)
            felt = tuple((marked, ref) for marked, ref in panel.referrals if marked.mark.id in own)
            part = replace(panel, marks=marks, referrals=felt, room_for=both)
            maps.append((part, Grades.BEFORE, day(visit.service_date), say.MAP_VISIT.format(number=visit.number)))
    return maps


def _table(shown: Sequence[tuple[int, Finding]], course: CaseCourse, *, again: bool) -> Table:
    first, last = course.first.visit, course.last.visit
    began, seen = first.service_date, last.service_date
    heads = (day_near(began, seen), short_day(seen)) if again else ("", say.TODAY)
    shape = (
        Column(say.NUMBER, 7 * MM),
        Column(say.FINDING),
        Column(heads[0], 12 * MM, Align.RIGHT),
        Column(heads[1], 9.5 * MM, Align.RIGHT),
    )
    rows = [
        Row((bold(str(number)), _words(finding, again=again), _then(finding), _now(finding)))
        for number, finding in shown
    ]
    return Table(shape, rows, pad=1.4)


def _words(finding: Finding, *, again: bool) -> Rich:
    """Say where and what, by the main region alone; what has become of it where no grade says so."""
    mark = replace(finding.mark, note="", regions=finding.mark.regions[:1])
    side = mark_side(mark)
    where = f"{side} {mark_place(mark, capital=False)}" if side else mark_place(mark)
    what = tuple(Span(span.text[:1].lower() + span.text[1:], span.face) for span in spans(mark_words(mark)))
    become = f"; {say.COURSES[finding.course]}" if again and not _now(finding) else ""
    return (*bold(where), Span(", "), *what, Span(become))


def _then(finding: Finding) -> str:
    return "" if finding.first is None else grade(finding.first, finding.first_grade)


def _now(finding: Finding) -> Rich:
    graded = "" if finding.second is None else grade(finding.second, finding.second_grade)
    return bold(graded) if graded else ""


def _told(found: Sequence[Finding], shown: int, undrawn: Sequence[int], *, again: bool) -> str:
    """Count what became of the findings, and say which of them no map shows or no row names."""
    parts = []
    if again:
        counted = ", ".join(f"{count} {say.COURSES[course]}" for course, count in counts(found).items())
        parts.append(say.FINDING_COUNTS.format(counts=counted[:1].upper() + counted[1:]))
    if len(found) > shown:
        parts.append(
            say.MORE_FINDINGS.format(count=plural(len(found) - shown, "more finding is", "more findings are"))
        )
    if undrawn:
        parts.append(NOT_ON_MAPS.format(numbers=", ".join(map(str, undrawn))))
    return " ".join(parts)
