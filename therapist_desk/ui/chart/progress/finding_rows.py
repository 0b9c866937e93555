"""What changed between two visits, and where pain was marked how often, as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.progress.comparison import Course, Finding, counts
from therapist_desk.domain.progress.often import PainHistory
from therapist_desk.domain.sentences.mark_words import place
from therapist_desk.domain.sentences.wording import ARROW, finding
from therapist_desk.ui.kit.pill import Kind

_SIDES = {Side.LEFT, Side.RIGHT}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A line: a symbol or a shade of the ramp, a place, a value and a remark. `ids` are the marks it is about."""

    words: str
    value: str
    remark: str = ""
    mark: Mark | None = None
    step: int | None = None
    view: View | None = None
    ids: frozenset[str] = frozenset()

    @property
    def spoken(self) -> str:
        """The line for a screen reader, with the kind in words."""
        kind = finding(self.mark.kind) if self.mark else ""
        return ", ".join(part for part in (kind, self.words, self.value, self.remark) if part)


def finding_rows(findings: Sequence[Finding], day: str) -> tuple[FindingRow, ...]:
    """Give a line for each finding that is not the same; `day` is the later visit's.

    Two sides of which the same can be said share a line.
    """
    rows: list[FindingRow] = []
    open_sides: dict[tuple[object, ...], int] = {}
    for each in findings:
        if each.course is Course.SAME:
            continue
        row = _row(each, day)
        ref = each.mark.regions[0] if len(each.mark.regions) == 1 else None
        key = (each.mark.kind, each.mark.sight, each.mark.layer, ref and ref.region, row.value, row.remark)
        at = open_sides.get(key)
        if ref is None or ref.side not in _SIDES:
            rows.append(row)
        elif at is not None and (other := rows[at].mark) and other.regions[0].side is not ref.side:
            words = place(replace(each.mark, regions=(RegionRef(ref.region, ref.name, Side.BILATERAL),)))
            rows[at] = replace(rows[at], words=_capital(words), ids=rows[at].ids | row.ids)
            del open_sides[key]
        else:
            open_sides[key] = len(rows)
            rows.append(row)
    return tuple(rows)


def course_pills(findings: Sequence[Finding]) -> tuple[tuple[str, Kind], ...]:
    """Count what became of the findings: "5 better", "2 resolved", "1 new"."""
    words = {
        Course.BETTER: (_tr("{n} better"), Kind.GREEN),
        Course.RESOLVED: (_tr("{n} resolved"), Kind.GREEN),
        Course.WORSE: (_tr("{n} worse"), Kind.AMBER),
        Course.NEW: (_tr("{n} new"), Kind.AMBER),
        Course.SAME: (_tr("{n} the same"), Kind.NEUTRAL),
        Course.NOT_GRADED: (_tr("{n} not comparable"), Kind.NEUTRAL),
        Course.NOT_CHARTED: (_tr("{n} not charted again"), Kind.NEUTRAL),
    }
    return tuple((words[course][0].format(n=n), words[course][1]) for course, n in counts(findings).items())


def history_rows(history: PainHistory, view: View) -> tuple[FindingRow, ...]:
    """Give a line for each region that was marked as pain in a view, the most often marked first."""
    ordered = sorted(history.of(view).items(), key=lambda item: (-item[1], history.names[item[0]].words))
    words = _tr("{n} of {all} visits")
    return tuple(
        FindingRow(
            words=_capital(history.names[spot].words),
            value="",
            remark=words.format(n=count, all=history.visits),
            step=history.step(count),
        )
        for spot, count in ordered
    )


def _row(each: Finding, day: str) -> FindingRow:
    marks = [mark for mark in (each.first, each.second) if mark is not None]
    return FindingRow(
        words=_capital(place(each.mark)),
        value=_value(each),
        remark=_remark(each, day),
        mark=each.mark,
        view=each.mark.home,
        ids=frozenset(mark.id for mark in marks),
    )


def _value(each: Finding) -> str:
    if each.mark.kind is MarkKind.DO_NOT_WORK:
        return _tr("no work")
    if each.mark.scale is None:
        return ""
    if each.course is Course.NOT_CHARTED:
        return _grade(each.first_grade)
    return f"{_grade(each.first_grade)} {ARROW} {_grade(each.second_grade)}"


def _remark(each: Finding, day: str) -> str:
    if each.course is Course.RESOLVED:
        return _tr("resolved {day}").format(day=day)
    if each.course is Course.NEW:
        return _tr("new {day}").format(day=day)
    if each.course is Course.NOT_CHARTED:
        return _tr("not charted {day}").format(day=day)
    if each.kind_changed and each.first and each.second:
        return f"{_short(each.first.kind)} {ARROW} {_short(each.second.kind)}"
    if each.course is Course.NOT_GRADED:
        return _tr("not graded on both")
    return ""


def _short(kind: MarkKind) -> str:
    words = {MarkKind.TRIGGER_ACTIVE: _tr("active"), MarkKind.TRIGGER_LATENT: _tr("latent")}
    return words.get(kind, finding(kind))


def _grade(grade: int | None) -> str:
    return "–" if grade is None else str(grade)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)
