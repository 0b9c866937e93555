"""The parts of a case, to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.ui.chart.case.case_words import mechanism_words
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.label import Label
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Case", text)
