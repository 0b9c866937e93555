"""The parts of a case, to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from therapist_desk.domain.case import Case
from therapist_desk.ui.chart.case.case_words import mechanism_words
from therapist_desk.ui.chart.goal_words import due_words, state_words
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


def complaint_view(case: Case) -> QWidget:
    """The complaint with its course."""
    view, column = _column()
    if case.complaint:
        column.addWidget(Label(case.complaint, wrap=True))
    column.addLayout(
        _readings(
            (
                Reading(_tr("Began on"), day_text(case.onset) if case.onset else ""),
                Reading(_tr("How it began"), mechanism_words(case.mechanism)),
                Reading(_tr("Worse with"), case.aggravating),
                Reading(_tr("Eases with"), case.easing),
            )
        )
    )
    if case.prior_care:
        column.addWidget(Reading(_tr("Care so far"), case.prior_care))
    return view


def diagnoses_view(case: Case) -> QWidget:
    """Codes and their meaning, the primary one first."""
    view, grid = _table((_tr("Code"), _tr("Meaning"), ""), stretch=(0, 1, 0))
    for place, diagnosis in enumerate(case.diagnoses):
        line = _next_line(grid, 3)
        grid.addWidget(Label(diagnosis.code, Text.BODY_STRONG), line, 0, Qt.AlignmentFlag.AlignTop)
        meaning = QVBoxLayout()
        meaning.setSpacing(0)
        meaning.addWidget(Label(diagnosis.title, wrap=True))
        given = [diagnosis.given_by, day_text(diagnosis.given_on) if diagnosis.given_on else ""]
        if any(given):
            meaning.addWidget(Label(", ".join(part for part in given if part), Text.CAPTION, Tone.QUIET, wrap=True))
        grid.addLayout(meaning, line, 1)
        if place == 0:
            grid.addWidget(StatusPill(_tr("Primary"), Kind.ACCENT), line, 2, Qt.AlignmentFlag.AlignTop)
    return view if case.diagnoses else _nothing(_tr("No diagnosis yet. A physician gives it; enter it as given."))


def goals_view(case: Case, today: date) -> QWidget:
    """Goals with their numbers and days."""
    heads = (_tr("Goal"), _tr("Measured by"), _tr("First"), _tr("Target"), _tr("Due"), "")
    view, grid = _table(heads, stretch=(3, 2, 0, 0, 0, 0))
    for goal in case.goals:
        line = _next_line(grid, len(heads))
        grid.addWidget(Label(goal.text, Text.BODY_STRONG, wrap=True), line, 0)
        grid.addWidget(Label(goal.measure, Text.BODY, Tone.LABELS, wrap=True), line, 1)
        grid.addWidget(Label(goal.baseline or "–"), line, 2)
        grid.addWidget(Label(goal.target or "–", Text.BODY_STRONG), line, 3)
        grid.addWidget(Label(due_words(goal, today), Text.BODY, Tone.LABELS), line, 4)
        words, kind = state_words(goal, today)
        grid.addWidget(StatusPill(words, kind), line, 5, Qt.AlignmentFlag.AlignRight)
    return view if case.goals else _nothing(_tr("No goals yet. A payer wants each with a number and a day."))


def plan_view(case: Case) -> QWidget:
    """What is planned, here and at home."""
    view, column = _column()
    column.addWidget(Reading(_tr("Treatment"), case.plan))
    column.addWidget(Reading(_tr("Home care"), case.home_care))
    return view


def _readings(readings: Sequence[Reading], *, columns: int = 2) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.GAP)
    grid.setVerticalSpacing(Space.GRID)
    for place, reading in enumerate(readings):
        grid.addWidget(reading, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


def readings_view(readings: Sequence[Reading], *, columns: int = 2) -> QWidget:
    """Captions with their texts, in columns."""
    view, column = _column()
    column.addLayout(_readings(readings, columns=columns))
    return view


def _column() -> tuple[QWidget, QVBoxLayout]:
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.GRID)
    return view, column


def _table(heads: Sequence[str], *, stretch: Sequence[int]) -> tuple[QWidget, QGridLayout]:
    view = QWidget()
    grid = QGridLayout(view)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.GAP)
    grid.setVerticalSpacing(Space.GRID)
    for column, (words, share) in enumerate(zip(heads, stretch, strict=True)):
        if words:
            grid.addWidget(Label(words, Text.CAPTION_STRONG, Tone.QUIET), 0, column)
        grid.setColumnStretch(column, share)
    return view, grid


def _next_line(grid: QGridLayout, columns: int) -> int:
    line = grid.rowCount()
    grid.addWidget(Divider(), line, 0, 1, columns)
    return line + 1


def _nothing(words: str) -> QWidget:
    return Label(words, Text.BODY, Tone.QUIET, wrap=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Case", text)
