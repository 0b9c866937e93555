"""What to make a document of: the visit, and its kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.kind_list import KindList
from therapist_desk.ui.documents.kinds import Kind
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.icons import icon
from therapist_desk.ui.theme.tokens import Space, current_tokens

_PEN = 14


class SourcePanel(QWidget):
    """Says `changed` when the user has chosen another kind or visit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = KindList(self.tr("Kind of document"))
        self.kinds.setObjectName("kinds")
        self._visits = Select(name=self.tr("Visit"))
        self._visits.setObjectName("visits")
        self._visits.setMinimumContentsLength(1)  # the list may be wider than the panel
        card = Card(padding=Space.GRID, spacing=Space.INNER)
        card.body.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        column.addWidget(self._visits)
        column.addWidget(card)
        column.addStretch(1)
        self.kinds.turned.connect(self.changed)
        self._visits.activated.connect(self.changed)

    @property
    def kind(self) -> Kind:
        """The chosen kind."""
        return self.kinds.kind

    @property
    def visit_id(self) -> VisitId | None:
        """The chosen visit, or None where there is none."""
        key = self._visits.currentData()
        return VisitId(key) if key else None

    def show_visits(self, visits: Sequence[VisitSummary], chosen: VisitId | None) -> None:
        """Show the visits that have begun, as given, and turn to one of them without saying so."""
        several = len({visit.case_id for visit in visits}) > 1
        self._visits.clear()
        for place, visit in enumerate(visits):
            self._add(place, visit, several=several)
        self._visits.setCurrentIndex(self._visits.findData(chosen))
        self._visits.setVisible(bool(visits))

    def _add(self, place: int, visit: VisitSummary, *, several: bool) -> None:
        words = self.tr("{day}, visit {number}").format(day=day_text(visit.service_date), number=visit.number)
        if several:
            words = self.tr("{visit}, {case}").format(visit=words, case=visit.case_title)
        self._visits.addItem(words, visit.id)
        self._visits.setItemData(place, visit.case_title, Qt.ItemDataRole.ToolTipRole)
        if visit.status is not VisitStatus.SIGNED:
            draft = self.tr("{visit}, draft").format(visit=words)
            self._visits.setItemIcon(place, icon("pen", _PEN, current_tokens().amber))
            self._visits.setItemData(place, draft, Qt.ItemDataRole.AccessibleTextRole)
