"""Plan: what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from therapist_desk.domain.notes.note import Section
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.visit.note.next_rows import HomeCareChips, NextRow
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.note.subjective import LABEL_WIDTH
from therapist_desk.ui.visit.session import VisitSession


class PlanCard(SectionCard):
    """The next visit, home care, referral back."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.PLAN, parent)
        words = SectionText(
            session,
            Section.PLAN,
            name=self.tr("Plan, own words"),
            hint=self.tr("How often and how long, referral back"),
        )
        self.hold(words)
        self.home_care = HomeCareChips(session)
        self.home_care.looked_at.connect(words.looked_at)
        self.next = NextRow(session)
        words.next_visit_wanted.connect(self._edit_next)
        lines = QGridLayout()
        lines.setHorizontalSpacing(0)
        lines.setVerticalSpacing(4)
        lines.setColumnMinimumWidth(0, LABEL_WIDTH)
        for at, (label, field) in enumerate(
            ((self.tr("Home care"), self.home_care), (self.tr("Next visit"), self.next))
        ):
            named = Label(label, Text.BODY, Tone.LABELS)
            named.setFixedHeight(Height.SMALL if at else Height.CHIP)
            lines.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(field, at, 1)
        lines.setColumnStretch(1, 1)
        self.body.addLayout(lines)
        self.body.addStretch(1)

    @property
    def waiting(self) -> tuple[QWidget, ...]:
        return (*super().waiting, *self.home_care.waiting)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of home care and the next visit as well."""
        super().check_spelling(spelling)
        self.home_care.check_spelling(spelling)
        self.next.check_spelling(spelling)

    def show_note(self) -> None:
        """Show the note as it stands."""
        self.words.show_note()
        self.home_care.show_care()
        self.next.show_next()
        self.set_summary(self.words.summary() or self.tr("Next visit and focus, home care"))

    @Slot()
    def _edit_next(self) -> None:
        self.next.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.next.line.end(False)  # noqa: FBT003 - Qt takes it by place
