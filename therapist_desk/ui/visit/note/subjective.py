"""Subjective: pain now, what the client cannot do, and what they say."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.sentences.since_last import home_care_known
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.number_row import NumberRow
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.visit.commands import change_scores, scores
from therapist_desk.ui.visit.health_row import HealthRow
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.section_text import SectionText
from therapist_desk.ui.visit.note.since_row import HomeDoneChips, SinceRow
from therapist_desk.ui.visit.override import lets_through
from therapist_desk.ui.visit.session import VisitSession

LABEL_WIDTH = 72


class LimitationLine(QLineEdit):
    """One thing the client cannot do as wanted. `left` follows the loss of the focus."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("limitation")
        self.setProperty("scale", "small")
        self.setFixedHeight(Height.SMALL)
        self.setAccessibleName(self.tr("Functional limitation"))
        self.setPlaceholderText(self.tr("one thing the client cannot do as wanted"))

    def event(self, event: QEvent) -> bool:
        return lets_through(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SubjectiveCard(SectionCard):
    """What the client reports."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.SUBJECTIVE, parent)
        self._session = session
        self.pain = NumberRow(name=self.tr("Pain now"))
        self.pain.setObjectName("pain_before")
        self.pain.number_chosen.connect(self._score)
        self._last = Label("", Text.SECONDARY, Tone.LABELS)
        self.limitation = LimitationLine()
        self.limitation.textEdited.connect(session.type_limitation)
        self.limitation.left.connect(session.flush)
        self.limitation.returnPressed.connect(self._write_on)
        words = SectionText(
            session,
            Section.SUBJECTIVE,
            name=self.tr("Subjective, own words"),
            hint=self.tr("What the client reports, in their words"),
        )
        words.limitation_wanted.connect(self._edit_limitation)
        lines = QGridLayout()
        lines.setHorizontalSpacing(0)
        lines.setVerticalSpacing(4)
        lines.setColumnMinimumWidth(0, LABEL_WIDTH)
        lines.addWidget(Label(self.tr("Pain now"), Text.BODY, Tone.LABELS), 0, 0)
        lines.addLayout(row(self.pain, self._last, None, spacing=10), 0, 1)
        lines.addWidget(Label(self.tr("Limits"), Text.BODY, Tone.LABELS), 1, 0)
        lines.addWidget(self.limitation, 1, 1)
        self.since = SinceRow(session)
        self._since_label = Label(self.tr("Since last"), Text.BODY, Tone.LABELS)
        self._since_label.setFixedHeight(Height.CHIP)
        lines.addWidget(self._since_label, 2, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(self.since, 2, 1)
        self.health = HealthRow(session)
        self.home_done = HomeDoneChips(session)
        self._home_label = Label(self.tr("Home care"), Text.BODY, Tone.LABELS)
        lines.addWidget(Label(self.tr("Health"), Text.BODY, Tone.LABELS), 3, 0)
        told = row(self.health, self._home_label, self.home_done, spacing=10)
        told.setStretch(0, 1)
        told.setAlignment(self.home_done, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(told, 3, 1)
        lines.setColumnStretch(1, 1)
        self.body.addLayout(lines)
        self.hold(words)
        self.body.addStretch(1)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of the limitation as well."""
        super().check_spelling(spelling)
        LineSpelling(self.limitation, spelling)
        self.since.check_spelling(spelling)

    def show_note(self) -> None:
        """Show the note as it stands; what is being typed is left alone."""
        session = self._session
        note, locked = session.note, session.locked
        if self.pain.number() != note.pain_before:
            self.pain.set_number(note.pain_before)
        self.pain.setEnabled(not locked)
        if self.limitation.text() != note.limitation:
            self.limitation.setText(note.limitation)
        self.limitation.setReadOnly(locked)
        self.words.show_note()
        self.health.show_check()
        self._show_since()
        self._last.setText(self._last_words())
        pain = self.tr("Pain {score}/10.").format(score=note.pain_before) if note.pain_before is not None else ""
        self.set_summary(" ".join(part for part in (pain, note.limitation, self.words.summary()) if part))

    def _show_since(self) -> None:
        """Ask about the time since the last visit where there was one, and about home care where there was any."""
        file = self._session.file
        note, last = file.visit.note, file.last
        asked = last is not None or note.since_last is not None or bool(note.reported)
        known = last is not None and home_care_known(file.case_file.case, last.note)
        self._since_label.setVisible(asked)
        self.since.setVisible(asked)
        self._home_label.setVisible(known or note.home_done is not None)
        self.home_done.setVisible(known or note.home_done is not None)
        self.since.show_answers()
        self.home_done.show_answer()

    def _last_words(self) -> str:
        last = self._session.file.last
        if last is None or last.note.pain_before is None:
            return ""
        change = str(last.note.pain_before)
        if last.note.pain_after is not None:
            change = f"{change} → {last.note.pain_after}"
        return self.tr("last visit {change}").format(change=change)

    @Slot(object)
    def _score(self, number: int | None) -> None:
        change_scores(self._session, replace(scores(self._session), pain_before=number))

    @Slot()
    def _write_on(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _edit_limitation(self) -> None:
        self.limitation.setFocus(Qt.FocusReason.OtherFocusReason)
        self.limitation.end(False)  # noqa: FBT003 - Qt takes it by place
