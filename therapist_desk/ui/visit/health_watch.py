"""What the client's health asks of a visit: areas on the map, decisions before the timer, the history at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from therapist_desk.domain.health.cautions import area_marks, closed_areas
from therapist_desk.domain.health.screening import undecided
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.ui.health.decision_dialog import DecisionDialog
from therapist_desk.ui.health.history_dialog import HistoryDialog
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.open_form import OpenForm
from therapist_desk.ui.visit.commands import change_marks
from therapist_desk.ui.visit.health_row import HealthRow
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.workplace import Workplace


class HealthWatch(QObject):
    """Follows the session; `banner` stands over the note while something is to be decided."""

    def __init__(self, workplace: Workplace, session: VisitSession, row: HealthRow) -> None:
        super().__init__(session)
        self._workplace = workplace
        self._session = session
        self._row = row
        self._open_form = OpenForm(workplace, self)
        self._asked_for: VisitId | None = None
        self.banner = Banner("", BannerKind.RED)
        self.banner.setObjectName("undecided")
        link = self.banner.add_action(self.tr("Decide…"))
        link.setObjectName("decide")
        link.clicked.connect(self.open_decision)
        self.banner.hide()
        row.history_wanted.connect(self.open_history)
        session.opened.connect(self._follow)
        session.noted.connect(self._tell)
        session.times.decision_wanted.connect(self.open_decision)

    @Slot()
    def open_decision(self) -> None:
        """Ask what is decided on everything that forbids treatment."""
        session = self._session
        on = session.forbidding()
        if session.locked or not on or self._open_form.is_open:
            return
        dialog = DecisionDialog(self._workplace, session.visit.id, on, self._row)
        dialog.decided.connect(session.take_decision)
        self._open_form.show(dialog)

    @Slot()
    def open_history(self) -> None:
        """Open the checklist; what is saved there answers the question with yes."""
        if self._session.locked or self._open_form.is_open:
            return
        file = self._session.file
        dialog = HistoryDialog(self._workplace, file.client, file.background.history, self._row)
        dialog.taken.connect(self._take_history)
        self._open_form.show(dialog)

    @Slot()
    def open_consent(self) -> None:
        """Go to where consent is signed."""
        self._session.flush()
        self._workplace.navigator.open_chart(self._session.visit.client_id, ChartTab.PROFILE)

    @Slot()
    def hand_over(self) -> None:
        """Save a history that is complete, before the page goes."""
        self._open_form.hand_over()

    @Slot(object)
    def _take_history(self, history: object) -> None:
        del history
        self._row.record(changed=True)
        self._session.open_again()

    @Slot()
    def _follow(self) -> None:
        self._draw_areas()
        self._tell()
        self._ask_at_once()

    def _ask_at_once(self) -> None:
        """Ask before the session begins, once for each visit; put off, the banner and the timer ask again."""
        session = self._session
        visit = session.visit
        if visit.id == self._asked_for or not self._row.isVisible():
            return
        self._asked_for = visit.id
        waiting = undecided(visit.screening, session.file.background.cautions)
        if waiting and visit.status is VisitStatus.DRAFT and session.reading().state is TimerState.IDLE:
            self.open_decision()

    def _draw_areas(self) -> None:
        session = self._session
        history = session.file.background.history
        if history is None or session.locked or session.visit.status is not VisitStatus.DRAFT:
            return
        visit = session.visit
        drawn = visit.screening.drawn
        fresh = tuple(area.key for area in closed_areas(history) if area.key not in drawn)
        if not fresh:
            return
        marks = area_marks(history, drawn, visit.marks, visit.id, visit.figure, self._workplace.atlas)
        change_marks(session, marks, self.tr("areas not to work on"))
        session.note_drawn(fresh)

    @Slot()
    def _tell(self) -> None:
        session = self._session
        waiting = () if session.locked else undecided(session.visit.screening, session.file.background.cautions)
        words = self.tr("Decide before treating: {list}").format(list="; ".join(waiting))
        self.banner.set_sentence(words)
        self.banner.setVisible(bool(waiting))
