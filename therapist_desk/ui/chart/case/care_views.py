"""Diagnoses, goals and the plan of a case, to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.care.goal import progress
from therapist_desk.domain.care.treatment import PlanLine, PlanTerms
from therapist_desk.ui.chart.case.case_views import readings_view
from therapist_desk.ui.chart.case.table import CaseTable, Column
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.goal_words import (
    due_words,
    first_words,
    latest_words,
    measured_words,
    standing_words,
)
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text

_CODE, _PRIMARY = 76, 64
_VALUE, _DUE, _STANDING = 56, 64, 84
_BILLED, _TIME, _OFTEN = 52, 92, 104


def diagnoses_table(case: Case, contents: ChartContents) -> CaseTable:
    """Codes and their meaning with who gave them, the primary one first."""
    # Said once, in the head, where it holds for all of them.
    given = {(diagnosis.given_by, diagnosis.given_on) for diagnosis in case.diagnoses}
    common = _given_words(case.diagnoses[0], contents) if len(given) == 1 else ""
    head = common[:1].upper() + common[1:] if common else _tr("Meaning")
    table = CaseTable(
        (Column(_tr("Code"), width=_CODE), Column(head, share=1), Column("", width=_PRIMARY, right=True))
    )
    for place, diagnosis in enumerate(case.diagnoses):
        pill = StatusPill(_tr("Primary"), Kind.ACCENT) if place == 0 else None
        words = _given_words(diagnosis, contents)
        spoken = f"{diagnosis.code}, {diagnosis.title}, {words}"
        cells = (Label(diagnosis.code, Text.BODY_STRONG), _two_lines(diagnosis.title, "" if common else words), pill)
        table.add_row(cells, spoken, "diagnosis_row")
    return table


def goals_table(case: Case, contents: ChartContents) -> CaseTable:
    """Goals with their numbers, their day, and where they stand."""
    table = CaseTable(
        (
            Column(_tr("Goal"), share=7),
            Column(_tr("Measured by"), share=5),
            Column(_tr("First"), width=_VALUE, right=True),
            Column(_tr("Latest"), width=_VALUE, right=True),
            Column(_tr("Due"), width=_DUE, right=True),
            Column("", width=_STANDING, right=True),
        )
    )
    for goal in case.goals:
        found = progress(goal, contents.history, contents.today)
        words, kind = standing_words(goal, found, contents.today)
        measured, due = measured_words(goal), due_words(goal, contents.today)
        first, latest = first_words(goal), latest_words(goal, found)
        cells = (
            Label(goal.text, Text.BODY_STRONG, wrap=True),
            Label(measured, Text.BODY, Tone.LABELS, wrap=True),
            Label(first),
            Label(latest, Text.BODY_STRONG),
            Label(due, Text.BODY, Tone.LABELS),
            StatusPill(words, kind),
        )
        table.add_row(cells, f"{goal.text}, {measured}, {first}, {latest}, {due}, {words}", "goal_row")
    return table


def plan_table(case: Case) -> CaseTable:
    """What is to be done, where, for how long and how often."""
    table = CaseTable(
        (
            Column(_tr("Treatment"), share=6),
            Column(_tr("Where and what for"), share=7),
            Column(_tr("Code"), width=_BILLED),
            Column(_tr("Time"), width=_TIME, right=True),
            Column(_tr("How often"), width=_OFTEN),
        )
    )
    for line in case.plan_lines:
        cells = (
            Label(line.treatment, Text.BODY_STRONG, wrap=True),
            _two_lines(line.where, line.purpose, Tone.LABELS),
            Label(line.code),
            Label(minutes_words(line)),
            Label(line.how_often, Text.BODY, Tone.LABELS, wrap=True),
        )
        parts = (line.treatment, line.where, line.purpose, line.code, minutes_words(line), line.how_often)
        table.add_row(cells, ", ".join(part for part in parts if part), "plan_row")
    return table


def minutes_words(line: PlanLine) -> str:
    """How long a treatment takes each time: "15 to 25 min"."""
    minutes = [each for each in (line.least_minutes, line.most_minutes) if each is not None]
    if not minutes:
        return ""
    if minutes[0] == minutes[-1]:
        return _tr("{n} min").format(n=minutes[0])
    return _tr("{least} to {most} min").format(least=minutes[0], most=minutes[1])


def terms_words(terms: PlanTerms) -> str:
    """How often and how long: "weekly, 60 min, 12 visits; review at visit 6"."""
    parts = [terms.frequency]
    if terms.session_minutes is not None:
        parts.append(_tr("{n} min").format(n=terms.session_minutes))
    if terms.visits is not None:
        parts.append(_tr("{n} visits").format(n=terms.visits))
    words = ", ".join(part for part in parts if part)
    if terms.review_at is None:
        return words
    review = _tr("review at visit {n}").format(n=terms.review_at)
    return f"{words}; {review}" if words else review


def _given_words(diagnosis: Diagnosis, contents: ChartContents) -> str:
    if not diagnosis.given_by:
        return _tr("not said who gave it")
    if diagnosis.given_on is None:
        return _tr("given by {name}").format(name=diagnosis.given_by)
    day = near_day_text(diagnosis.given_on, contents.today)
    return _tr("given by {name}, {day}").format(name=diagnosis.given_by, day=day)


def _two_lines(first: str, second: str, tone: Tone = Tone.INK) -> QWidget:
    if not second:
        return Label(first, Text.BODY, tone, wrap=True)
    holder = QWidget()
    # Clicks on it are clicks on its row.
    holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if first:
        column.addWidget(Label(first, Text.BODY, tone, wrap=True))
    column.addWidget(Label(second, Text.CAPTION, Tone.QUIET, wrap=True))
    return holder


def plan_words(case: Case) -> str:
    """The plan in a few lines: its terms, what is done where, and what is said of it in words."""
    lines = [": ".join(part for part in (line.treatment, line.where) if part) for line in case.plan_lines]
    return "\n".join(part for part in (terms_words(case.terms), "; ".join(lines), case.plan) if part)


def plan_notes(case: Case) -> QWidget | None:
    """Home care, what the visits are to measure, and the plan in words; None where there is nothing of these."""
    parts = (
        (_tr("Home care"), case.home_care),
        (_tr("To measure and test"), ", ".join(check.name for check in case.checks)),
        (_tr("In words"), case.plan),
    )
    there = [Reading(caption, words) for caption, words in parts if words]
    return readings_view(there, columns=min(2, len(there))) if there else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Case", text)
