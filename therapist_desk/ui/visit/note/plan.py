"""Plan: what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.note import Section
from therapist_desk.ui.visit.note.own_text import OwnText
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.session import VisitSession


class PlanCard(SectionCard):
    """The next visit, home care, referral back."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.PLAN, parent)
        self._session = session
        self.text = OwnText(
            name=self.tr("Plan, own words"), hint=self.tr("Next visit and focus, home care, what to re-test")
        )
        self.text.setObjectName("text_P")
        self.text.typed.connect(self._type)
        self.text.left.connect(session.flush)
        self.body.addWidget(self.text, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)

    def show_note(self) -> None:
        """Show the note as it stands."""
        own = self._session.note.own_text(Section.PLAN)
        self.text.show_text(own)
        self.text.setReadOnly(self._session.locked)
        self.set_summary(own or self.tr("Next visit and focus, home care"))

    @Slot(str)
    def _type(self, text: str) -> None:
        self._session.type_text(Section.PLAN, text)
