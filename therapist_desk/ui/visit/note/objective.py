"""Objective: what the map writes, and what was found besides."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.note import Section
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.note.generated_text import GeneratedText
from therapist_desk.ui.visit.note.hint_box import HintBox
from therapist_desk.ui.visit.note.own_text import OwnText
from therapist_desk.ui.visit.note.section_card import SectionCard
from therapist_desk.ui.visit.session import VisitSession

_MARK = "mark:"


class ObjectiveCard(SectionCard):
    """What the therapist finds and does."""

    mark_wanted = Signal(str)

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(Section.OBJECTIVE, parent)
        self._session = session
        self.add_action(Label(self.tr("follows the map and the timer"), Text.SECONDARY, Tone.QUIET))
        self.generated = GeneratedText()
        self.generated.setObjectName("generated_O")
        self.generated.sentence_chosen.connect(self._lead)
        self._hint = HintBox(self.tr("Each mark on the map writes its sentence here."))
        self.text = OwnText(name=self.tr("Objective, own words"), hint=self.tr("Posture, tests, what else was found"))
        self.text.setObjectName("text_O")
        self.text.typed.connect(self._type)
        self.text.left.connect(session.flush)
        self.body.addWidget(self.generated)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.text, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)

    def show_note(self) -> None:
        """Show the note as it stands."""
        session = self._session
        written = [each for each in session.generated() if each.section is Section.OBJECTIVE]
        self.generated.show_sentences(written)
        self._hint.setVisible(not written)
        own = session.note.own_text(Section.OBJECTIVE)
        self.text.show_text(own)
        self.text.setReadOnly(session.locked)
        self.set_summary(" ".join([*(each.text for each in written), own]))

    def show_selected(self, mark_id: str) -> None:
        """Let the sentence of the selected mark stand out."""
        self.generated.show_hot(_MARK + mark_id if mark_id else "")

    @Slot(str)
    def _lead(self, source: str) -> None:
        self.mark_wanted.emit(source.removeprefix(_MARK) if source.startswith(_MARK) else "")

    @Slot(str)
    def _type(self, text: str) -> None:
        self._session.type_text(Section.OBJECTIVE, text)
