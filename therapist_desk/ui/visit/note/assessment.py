"""Assessment: pain after the treatment, how it was taken, and what changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from therapist_desk.domain.notes.note import Note, Response, Section, implied_response
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.number_row import NumberRow
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.choice_chips import ChoiceChips
from therapist_desk.ui.visit.commands import change_scores, scores
from therapist_desk.ui.visit.note.hint_box import HintBox
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.note.subjective import LABEL_WIDTH
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import response_name


class AssessmentCard(SectionCard):
    """What the treatment changed."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.ASSESSMENT, parent)
        self._session = session
        self.pain = NumberRow(name=self.tr("Pain after treatment"))
        self.pain.setObjectName("pain_after")
        self.pain.number_chosen.connect(self._score)
        self._change = StatusPill()
        self.response = ChoiceChips(
            [(response.value, response_name(response)) for response in Response], name=self.tr("Response")
        )
        self.response.setObjectName("response")
        self.response.chosen.connect(self._respond)
        self._hint = HintBox(self.tr("The change sentence writes itself once an after value is set."))
        words = SectionText(
            session,
            Section.ASSESSMENT,
            name=self.tr("Assessment, own words"),
            hint=self.tr("What it means, progress towards the goals"),
        )
        lines = QGridLayout()
        lines.setHorizontalSpacing(0)
        lines.setVerticalSpacing(4)
        lines.setColumnMinimumWidth(0, LABEL_WIDTH)
        lines.addWidget(Label(self.tr("Pain after"), Text.BODY, Tone.LABELS), 0, 0)
        lines.addLayout(row(self.pain, self._change, None, spacing=10), 0, 1)
        lines.addWidget(Label(self.tr("Response"), Text.BODY, Tone.LABELS), 1, 0)
        lines.addWidget(self.response, 1, 1)
        lines.setColumnStretch(1, 1)
        self.body.addLayout(lines)
        self.hold(words, self._hint)
        self.body.addStretch(1)

    def show_note(self) -> None:
        """Show the note as it stands."""
        session = self._session
        note, locked = session.note, session.locked
        if self.pain.number() != note.pain_after:
            self.pain.set_number(note.pain_after)
        self.pain.setEnabled(not locked)
        self.response.show_choice(note.response.value if note.response else None)
        self.response.setEnabled(not locked)
        self._show_change(note)
        self.words.show_note()
        self._hint.setVisible(not self.words.generated.words and not locked)
        self.set_summary(self.words.summary() or self.tr("Writes itself once an after value is set"))

    def _show_change(self, note: Note) -> None:
        both = note.pain_before is not None and note.pain_after is not None
        self._change.setVisible(both)
        if note.pain_before is not None and note.pain_after is not None:
            change = note.pain_after - note.pain_before
            kind = Kind.GREEN if change < 0 else Kind.AMBER if change > 0 else Kind.NEUTRAL
            number = f"{change:+d}".replace("-", "−") if change else "±0"
            self._change.show_state(self.tr("{change} after treatment").format(change=number), kind)

    @Slot(object)
    def _score(self, number: int | None) -> None:
        known = scores(self._session)
        response = known.response
        if response in (None, implied_response(known.pain_before, known.pain_after)):
            response = implied_response(known.pain_before, number)
        change_scores(self._session, replace(known, pain_after=number, response=response))

    @Slot(object)
    def _respond(self, value: str | None) -> None:
        response = Response(value) if value else None
        change_scores(self._session, replace(scores(self._session), response=response))
