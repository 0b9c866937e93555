"""Since the last visit: better, the same or worse, and what the client reports of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.note import HomeDone, Report, SinceLast
from therapist_desk.domain.sentences.since_last import offered_reports, report_of
from therapist_desk.ui.kit.layouts import column
from therapist_desk.ui.spelling.spelling import Spelling
from therapist_desk.ui.visit.choice_chips import ChoiceChips
from therapist_desk.ui.visit.commands import change_scores, scores
from therapist_desk.ui.visit.note.item_chips import ItemChips
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.wording import home_done_name, report_words, since_last_name


class SinceRow(QWidget):
    """Follows the session when told to; B, S and W answer by the keyboard."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reports: dict[str, Report] = {}
        name = self.tr("Since the last visit")
        self.answer = ChoiceChips(
            [(each.value, since_last_name(each)) for each in SinceLast],
            name=name,
            keys={"B": SinceLast.BETTER, "S": SinceLast.SAME, "W": SinceLast.WORSE},
        )
        self.answer.setObjectName("since_last")
        self.answer.chosen.connect(self._choose)
        hint = self.tr("sleep poor, or worse: driving")
        self.reports = ItemChips(name=self.tr("Reported"), hint=hint, lead=self.answer)
        self.reports.setObjectName("reported")
        self.reports.switched.connect(self._switch)
        self.reports.added.connect(self._add)
        self.setLayout(column(self.reports))
        self.setFocusProxy(self.answer.first)

    def check_spelling(self, spelling: Spelling) -> None:
        """Check the spelling of what is added."""
        self.reports.check_spelling(spelling)

    def show_answers(self) -> None:
        """Show what was answered."""
        session, note = self._session, self._session.note
        last = session.file.last
        known = (*note.reported, *(offered_reports(session.file.case_file.case, last.note) if last else ()))
        self._reports = {}
        for each in known:
            self._reports.setdefault(report_words(each), each)
        self.answer.show_choice(note.since_last)
        self.answer.setEnabled(not session.locked)
        said = [report_words(each) for each in note.reported]
        self.reports.show_items(tuple(self._reports), said, locked=session.locked)

    @Slot(object)
    def _choose(self, value: str | None) -> None:
        answered = SinceLast(value) if value else None
        change_scores(self._session, replace(scores(self._session), since_last=answered))

    @Slot(str, bool)
    def _switch(self, words: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        report, said = self._reports[words], self._session.note.reported
        rest = tuple(each for each in said if each != report)
        self._put((*rest, report) if on else rest)

    @Slot(str)
    def _add(self, typed: str) -> None:
        report = report_of(typed)
        if report is not None and report not in self._session.note.reported:
            self._put((*self._session.note.reported, report))

    def _put(self, reported: tuple[Report, ...]) -> None:
        change_scores(self._session, replace(scores(self._session), reported=reported))


class HomeDoneChips(ChoiceChips):
    """How much of the home care was done; D, P and N answer by the keyboard."""

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        self._session = session
        super().__init__(
            [(each.value, home_done_name(each)) for each in HomeDone],
            name=self.tr("Home care since the last visit"),
            keys={"D": HomeDone.DONE, "P": HomeDone.PARTLY, "N": HomeDone.NOT_DONE},
            parent=parent,
        )
        self.setObjectName("home_done")
        self.chosen.connect(self._choose)

    def show_answer(self) -> None:
        """Show what was answered."""
        self.show_choice(self._session.note.home_done)
        self.setEnabled(not self._session.locked)

    @Slot(object)
    def _choose(self, value: str | None) -> None:
        answered = HomeDone(value) if value else None
        change_scores(self._session, replace(scores(self._session), home_done=answered))
