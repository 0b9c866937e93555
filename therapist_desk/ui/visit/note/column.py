"""The four sections one under the other, folding where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.notes.phrase import Phrase
from therapist_desk.domain.sentences.carried import unconfirmed
from therapist_desk.services.clinical.assessments import Assessments
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.tokens import SizeClass
from therapist_desk.ui.visit.locked_notice import LockedNotice
from therapist_desk.ui.visit.note.assessment import AssessmentCard
from therapist_desk.ui.visit.note.objective import ObjectiveCard
from therapist_desk.ui.visit.note.phrase_finder import PhraseFinder
from therapist_desk.ui.visit.note.phrase_typing import insert_phrase
from therapist_desk.ui.visit.note.plan import PlanCard
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.note.subjective import SubjectiveCard
from therapist_desk.ui.visit.note_commands import keep_lines
from therapist_desk.ui.visit.session import VisitSession

_LATER = (Section.ASSESSMENT, Section.PLAN)


class NoteColumn(QScrollArea):
    """Regular: all open. Short: Assessment and Plan folded until entered. Compact: one open at a time."""

    mark_wanted = Signal(str)
    everything_looked_at = Signal()

    def __init__(self, session: VisitSession, assessments: Assessments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Note"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self._size = SizeClass.REGULAR
        self.subjective = SubjectiveCard(session)
        self.objective = ObjectiveCard(session, assessments)
        self.assessment = AssessmentCard(session)
        self.plan = PlanCard(session)
        self.notice = LockedNotice()
        self.cards: tuple[SectionCard, ...] = (self.subjective, self.objective, self.assessment, self.plan)
        self._phrases_for: SectionCard = self.subjective
        self.finder = PhraseFinder(self)
        self.finder.chosen.connect(self._insert)
        self.objective.mark_wanted.connect(self.mark_wanted)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.notice)
        for card in self.cards:
            column.addWidget(card, 1 if card is self.objective else 0)
            card.opened.connect(self._opened)
            card.words.looked_at.connect(self._look_on)
            card.keep_all.clicked.connect(self.keep_all)
            card.phrase_wanted.connect(self._want_phrase)
        column.addStretch(0)
        self.setWidget(page)
        session.opened.connect(self.show_note)
        session.noted.connect(self.show_note)
        session.marked.connect(self.show_note)
        session.assessed.connect(self.show_note)
        session.timed.connect(self.show_note)

    def use(self, size: SizeClass, *, short: bool) -> None:
        """Fold what this size class has no room for."""
        size = size if size is not SizeClass.REGULAR or not short else SizeClass.SHORT
        if size is self._size:
            return
        self._size = size
        self.objective.panel.use(compact=size is SizeClass.COMPACT)
        for card in self.cards:
            later = card.section in _LATER
            card.set_foldable(foldable=size is SizeClass.COMPACT or (size is SizeClass.SHORT and later))
        if size is SizeClass.COMPACT:
            self._open_only(Section.OBJECTIVE, self.cards)
        elif size is SizeClass.SHORT:
            for card in self.cards:
                card.set_folded(folded=card.section in _LATER)

    def card(self, section: Section) -> SectionCard:
        """The card of a section."""
        return next(card for card in self.cards if card.section is section)

    def unfold(self, section: Section) -> None:
        """Open a section, folding others where only one may be open."""
        card = self.card(section)
        if card.folded:
            card.set_folded(folded=False)
            self._opened(section.value)

    def lead_to(self, section: Section, field: QWidget) -> None:
        """Open a section and put the focus into one of its fields."""
        self.unfold(section)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(field)

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Offer these phrases, each in the sections that it is for."""
        for card in self.cards:
            card.text.phrases = tuple(phrase for phrase in phrases if phrase.is_for(card.section))

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling in every field of the note."""
        for card in self.cards:
            card.check_spelling(spelling)

    @Slot()
    def find_phrase(self) -> None:
        """Choose a phrase for the section that has the keyboard, else for the first one open."""
        inside = self.window().focusWidget()
        focused = next((card for card in self.cards if card.text is inside), None)
        card = focused or next((card for card in self.cards if not card.folded), self.cards[0])
        self._open_phrases(card)

    def _open_phrases(self, card: SectionCard) -> None:
        if self._session.locked:
            return
        self._phrases_for = card
        below = card.phrases.mapToGlobal(QPoint(card.phrases.width(), card.phrases.height() + 2))
        self.finder.open_at(below, card.text.phrases)

    @Slot(str)
    def _want_phrase(self, letter: str) -> None:
        self._open_phrases(self.card(Section(letter)))

    @Slot(object)
    def _insert(self, phrase: Phrase) -> None:
        card = self._phrases_for
        self.lead_to(card.section, card.text)
        insert_phrase(card.text, phrase)

    def lead_to_carried(self) -> bool:
        """Put the focus on the first line that waits for a look; tell whether there is one."""
        for card in self.cards:
            if card.waiting:
                self.lead_to(card.section, card.waiting[0])
                return True
        return False

    @Slot()
    def keep_all(self) -> None:
        """Confirm every line carried forward, as one step."""
        keep_lines(self._session, unconfirmed(self._session.note))

    @Slot()
    def _look_on(self) -> None:
        if not self.lead_to_carried():
            self.everything_looked_at.emit()

    @Slot()
    def show_note(self) -> None:
        """Show the note as it stands."""
        file = self._session.file
        self.notice.show_signed(file.seal, file.therapist.signature_name, file.addenda)
        self.subjective.show_note()
        self.objective.show_note()
        self.assessment.show_note()
        self.plan.show_note()
        self._show_carried()

    def _show_carried(self) -> None:
        waiting = 0 if self._session.locked else len(unconfirmed(self._session.note))
        offered = False
        for card in self.cards:
            here = len(card.waiting) if waiting else 0
            card.show_carried(here, waiting if here and not offered else 0)
            offered = offered or here > 0

    @Slot(str)
    def _opened(self, letter: str) -> None:
        if self._size is SizeClass.COMPACT:
            self._open_only(Section(letter), self.cards)
        elif self._size is SizeClass.SHORT:
            self._open_only(Section(letter), tuple(card for card in self.cards if card.section in _LATER))

    def _open_only(self, section: Section, among: tuple[SectionCard, ...]) -> None:
        for card in among:
            card.set_folded(folded=card.section is not section)
