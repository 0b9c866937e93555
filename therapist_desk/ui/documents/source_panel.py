"""What to make a document of: its kind, and the visit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.documents import DocumentKind
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.documents.choice_list import ChoiceList
from therapist_desk.ui.documents.words import addressee, kind_name
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class SourcePanel(QWidget):
    """Says `changed` when the user has chosen another kind or visit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = ChoiceList(self.tr("Kind of document"))
        self._kinds.setObjectName("kinds")
        self._visits = ChoiceList(self.tr("Visit"))
        self._visits.setObjectName("visits")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GAP_DENSE)
        column.addWidget(_card(self.tr("Kind"), self._kinds))
        column.addWidget(_card(self.tr("Visit"), self._visits))
        column.addStretch(1)
        self._kinds.show_rows([_kind_row(kind) for kind in DocumentKind], DocumentKind.PHYSICIAN.value)
        self._kinds.chosen.connect(self.changed)
        self._visits.chosen.connect(self.changed)

    @property
    def kind(self) -> DocumentKind:
        """The chosen kind."""
        return DocumentKind(self._kinds.key())

    @property
    def visit_id(self) -> VisitId | None:
        """The chosen visit, or None where there is none."""
        key = self._visits.key()
        return VisitId(key) if key else None

    def choose_kind(self, kind: DocumentKind) -> None:
        """Turn to a kind of document without saying so."""
        self._kinds.show_rows([_kind_row(each) for each in DocumentKind], kind.value)

    def show_visits(self, visits: Sequence[VisitSummary], chosen: VisitId | None) -> None:
        """Show the visits that have begun, as given, and turn to one of them without saying so."""
        self._visits.show_rows([self._visit_row(visit) for visit in visits], chosen or "")

    def _visit_row(self, visit: VisitSummary) -> Row:
        draft = visit.status is not VisitStatus.SIGNED
        return Row(
            key=visit.id,
            title=day_text(visit.service_date),
            caption=self.tr("Visit {number} · {case}").format(number=visit.number, case=visit.case_title),
            pill=(self.tr("draft"), Kind.AMBER) if draft else None,
        )


def _kind_row(kind: DocumentKind) -> Row:
    return Row(key=kind.value, title=kind_name(kind), caption=addressee(kind), icon="doc")


def _card(title: str, choices: ChoiceList) -> Card:
    card = Card(padding=Space.GRID, spacing=Space.INNER)
    heading = Label(title, Text.CAPTION_STRONG, Tone.LABELS)
    heading.setContentsMargins(Space.GRID, Space.INNER, 0, 0)
    card.body.addWidget(heading)
    card.body.addWidget(choices)
    return card
