"""The visits of a client as a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.sentences.wording import ARROW
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.ui.dates import time_text, weekday_text
from therapist_desk.ui.kit.pill import Kind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
PILL_ROLE: Final = Qt.ItemDataRole.UserRole
NUMBER, DAY, CASE, THERAPIST, MINUTES, PAIN, MARKS, STATUS = range(8)
_RIGHT_ALIGNED: Final = frozenset({NUMBER, MINUTES, MARKS})


class VisitTable(QAbstractTableModel):
    """Latest first; a column for each fact."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits: tuple[VisitSummary, ...] = ()
        self._therapists: Mapping[TherapistId, Therapist] = {}
        self._today = date.min

    def show_visits(
        self, visits: tuple[VisitSummary, ...], therapists: Mapping[TherapistId, Therapist], today: date
    ) -> None:
        """Show these visits."""
        self.beginResetModel()
        self._visits, self._therapists, self._today = visits, therapists, today
        self.endResetModel()

    def visit(self, index: Index) -> VisitSummary:
        """The visit in the row of `index`."""
        return self._visits[index.row()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._visits)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else STATUS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        visit = self._visits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(visit, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case _ if role == PILL_ROLE and index.column() == STATUS:
                return self._status(visit)
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Visit"),
            self.tr("Date"),
            self.tr("Case"),
            self.tr("Therapist"),
            self.tr("Treated min"),
            self.tr("Pain, before {arrow} after").format(arrow=ARROW),
            self.tr("Marks"),
            self.tr("Status"),
        )[section]

    def _words(self, visit: VisitSummary, column: int) -> str:
        scores = [str(score) if score is not None else "–" for score in (visit.pain_before, visit.pain_after)]
        therapist = self._therapists.get(visit.therapist_id)
        return (
            str(visit.number),
            self._day_words(visit),
            visit.case_title,
            therapist.signature_name if therapist else "",
            "–" if visit.hands_on_minutes is None else QLocale().toString(visit.hands_on_minutes),
            "–" if scores == ["–", "–"] else f" {ARROW} ".join(scores),
            "–" if visit.status is VisitStatus.PLANNED else str(visit.mark_count),
            self._status(visit)[0],
        )[column]

    def _day_words(self, visit: VisitSummary) -> str:
        day = weekday_text(visit.service_date, self._today)
        if visit.status is not VisitStatus.PLANNED or visit.planned_for is None:
            return day
        return self.tr("{day}, {time}").format(day=day, time=time_text(visit.planned_for.local))

    def _status(self, visit: VisitSummary) -> tuple[str, Kind]:
        if visit.status is VisitStatus.SIGNED:
            return self.tr("Signed"), Kind.GREEN
        if visit.status is VisitStatus.PLANNED:
            return self.tr("Planned"), Kind.NEUTRAL
        if visit.service_date == self._today:
            return self.tr("In session"), Kind.ACCENT
        return self.tr("Unsigned"), Kind.AMBER

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
