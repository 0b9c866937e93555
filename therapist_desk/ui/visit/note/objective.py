"""Objective: what the map writes, and what was found besides."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.missing import MissingItem
from therapist_desk.domain.notes.note import Paragraph, Section, sources
from therapist_desk.services.clinical.assessments import Assessments
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.label import ElidedLabel, Tone
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.assessment.panel import AssessmentPanel
from therapist_desk.ui.visit.assessment.sheet_model import AFTER, BEFORE, BODY_KINDS
from therapist_desk.ui.visit.note.hint_box import HintBox
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.session import VisitSession

_MARK = "mark:"


class ObjectiveCard(SectionCard):
    """What the therapist finds and does."""

    mark_wanted = Signal(str)

    def __init__(self, session: VisitSession, assessments: Assessments, parent: QWidget | None = None) -> None:
        super().__init__(Section.OBJECTIVE, parent)
        self._session = session
        self.add_action(ElidedLabel(self.tr("follows the map until you edit it"), Text.SECONDARY, Tone.QUIET))
        self._add = Button(
            self.tr("Test or measure"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus", parent=self
        )
        self._add.setObjectName("test_or_measure")
        self._add.clicked.connect(self.offer_assessments)
        self.add_action(self._add)
        self.panel = AssessmentPanel(session, assessments)
        self._hint = HintBox(self.tr("Each mark on the map writes its sentence here."))
        words = SectionText(
            session,
            Section.OBJECTIVE,
            name=self.tr("Objective, own words"),
            hint=self.tr("Posture, tests, what else was found"),
            set_aside=self._in_sheet,
        )
        words.source_chosen.connect(self._lead)
        self.hold(words, self._hint)
        self.body.addWidget(self.panel)
        self.body.addWidget(words.aside)
        self.body.addStretch(1)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of what is said of tests and findings as well."""
        super().check_spelling(spelling)
        self.panel.check_spelling(spelling)

    def show_note(self) -> None:
        """Show the note as it stands."""
        self.words.show_note()
        self.panel.show_visit()
        self._add.setVisible(not self._session.locked)
        self._hint.setVisible(not self.words.generated.words and not self.words.aside.generated.words)
        self.set_summary(self.words.summary())

    def show_selected(self, mark_id: str) -> None:
        """Let the sentence of the selected mark stand out."""
        self.words.generated.show_hot(_MARK + mark_id if mark_id else "")

    @Slot()
    def offer_assessments(self) -> None:
        """Open what can be tested and measured."""
        if not self._session.locked:
            self.panel.offer(self._add)

    def lead_to(self, item: MissingItem) -> None:
        """Go to the measure or the score that `item` asks for, or else offer what can be measured."""
        part_id, measure = str(item.values.get("part", "")), str(item.values.get("measure", ""))
        if self.panel.knows(part_id):
            self.panel.open_part(part_id, column=AFTER if item.code == "not_measured_after" else BEFORE)
        elif item.code == "score_due" and self.panel.take_score(measure):
            return
        else:
            scores = item.code in ("no_baseline_score", "score_due")
            self.panel.offer(self._add, measures_only=scores)

    def _in_sheet(self, sentence: Paragraph) -> bool:
        kind, _, part_id = sentence.source.partition(":")
        part = self._session.part(part_id) if kind == "measurement" else None
        return isinstance(part, Measurement) and part.kind in BODY_KINDS

    @Slot(str)
    def _lead(self, source: str) -> None:
        kind, _, part_id = source.partition(":")
        if kind in ("measurement", "observation"):
            self.panel.open_part(part_id)
            return
        marks = [each.removeprefix(_MARK) for each in sources(source) if each.startswith(_MARK)]
        self.mark_wanted.emit(marks[0] if marks else "")
