"""Plan: what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.note import Section
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.session import VisitSession


class PlanCard(SectionCard):
    """The next visit, home care, referral back."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.PLAN, parent)
        words = SectionText(
            session,
            Section.PLAN,
            name=self.tr("Plan, own words"),
            hint=self.tr("Next visit and focus, home care, what to re-test"),
        )
        self.hold(words)
        self.body.addStretch(1)

    def show_note(self) -> None:
        """Show the note as it stands."""
        self.words.show_note()
        self.set_summary(self.words.summary() or self.tr("Next visit and focus, home care"))
