"""What comes next: home care until the next visit, what that one is for, and when it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.notes.note import Paragraph, Section
from therapist_desk.domain.sentences.carried import is_home_care, unconfirmed
from therapist_desk.domain.sentences.next_steps import offered_home_care
from therapist_desk.ui.dates import near_day_text, time_text
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.spelling.fields import LineSpelling
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.visit.commands import change_scores, scores
from therapist_desk.ui.visit.note.item_chips import ItemChips
from therapist_desk.ui.visit.note_commands import drop_lines, keep_lines
from therapist_desk.ui.visit.override import lets_through
from therapist_desk.ui.visit.session import VisitSession


class HomeCareChips(ItemChips):
    """What the client is to do at home; `looked_at` follows a carried one kept or dropped."""

    looked_at = Signal()

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(name=self.tr("Home care"), hint=self.tr("what, how often"), parent=parent)
        self.setObjectName("home_care")
        self._session = session
        self.switched.connect(self._switch)
        self.added.connect(self._add)
        self.kept.connect(self._keep)
        self.dropped.connect(self._drop)

    def show_care(self) -> None:
        """Show what is agreed, what is offered, and what waits for a look."""
        session = self._session
        agreed, last = session.note.home_care, session.file.last
        waiting = [line for line in unconfirmed(session.note, Section.PLAN) if is_home_care(line)]
        carried = {line.text.casefold() for line in waiting}
        known = {each.casefold(): each for each in agreed}
        for each in offered_home_care(session.file.case_file.case, last.note if last else None):
            if each.casefold() not in carried:
                known.setdefault(each.casefold(), each)
        self.show_items(tuple(known.values()), agreed, waiting, locked=session.locked)

    @Slot(str, bool)
    def _switch(self, words: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        rest = tuple(each for each in self._session.note.home_care if each != words)
        self._put((*rest, words) if on else rest)

    @Slot(str)
    def _add(self, typed: str) -> None:
        if typed.casefold() not in {each.casefold() for each in self._session.note.home_care}:
            self._put((*self._session.note.home_care, typed))

    def _put(self, care: tuple[str, ...]) -> None:
        change_scores(self._session, replace(scores(self._session), home_care=care))

    @Slot(object)
    def _keep(self, line: Paragraph) -> None:
        keep_lines(self._session, (line,))
        self.looked_at.emit()

    @Slot(object)
    def _drop(self, line: Paragraph) -> None:
        drop_lines(self._session, (line,))
        self.looked_at.emit()


class NextLine(QLineEdit):
    """What the next visit is for. `left` follows the loss of the focus."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next_visit")
        self.setProperty("scale", "small")
        self.setFixedHeight(Height.SMALL)
        self.setAccessibleName(self.tr("Plan for the next visit"))
        self.setPlaceholderText(self.tr("what to work on, what to test again"))

    def event(self, event: QEvent) -> bool:
        return lets_through(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NextRow(QWidget):
    """The line, and when the next visit is; a press plans it, or moves it: `plan_wanted`."""

    plan_wanted = Signal()

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.line = NextLine()
        self.line.textEdited.connect(session.type_next_visit)
        self.line.left.connect(session.flush)
        self.when = Button("", size=ButtonSize.SMALL, icon_name="calendar")
        self.when.setObjectName("next_when")
        self.when.clicked.connect(self.plan_wanted)
        line = row(self.line, self.when, spacing=8)
        line.setStretch(0, 1)
        self.setLayout(line)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of the line."""
        LineSpelling(self.line, spelling)

    def show_next(self) -> None:
        """Show what is planned; what is being typed is left alone."""
        session = self._session
        if self.line.text() != session.note.next_visit:
            self.line.setText(session.note.next_visit)
        self.line.setReadOnly(session.locked)
        planned = session.file.next_on
        if planned is None:
            self.when.setText(self.tr("Plan visit…"))
            self.when.setAccessibleName(self.tr("Plan the next visit"))
        else:
            day = near_day_text(planned.day, session.visit.service_date)
            words = self.tr("{day}, {time}").format(day=day, time=time_text(planned.local))
            self.when.setText(words)
            self.when.setAccessibleName(self.tr("Next visit: {when}. Move it").format(when=words))
        self.when.setToolTip(self.when.accessibleName())
