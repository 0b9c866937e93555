"""A planned visit: move it, begin it, or remove it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.visit import Visit, VisitSummary
from therapist_desk.services.visit.visits import remove_visit, replan_visit
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.planning.starting import VisitStarter
from therapist_desk.ui.planning.when_form import WhenForm, next_half_hour
from therapist_desk.ui.planning.words import planned_words
from therapist_desk.ui.workplace import Workplace

_WIDTH = 560


class PlannedDialog(FormDialog):
    """Says `changed` with a sentence once the visit was moved or removed; one begun is gone to."""

    changed = Signal(str)
    form: WhenForm

    def __init__(self, workplace: Workplace, visit: VisitSummary, parent: QWidget) -> None:
        planned, now = visit.planned_for, workplace.desk.clock.now()
        clock = planned.local.time() if planned else next_half_hour(now)
        form = WhenForm(visit.service_date, clock, visit.planned_minutes)
        form.place_when()
        words = self.tr("Visit {n}, planned").format(n=visit.number)
        super().__init__(words, self.tr("Move visit"), form, width=_WIDTH, parent=parent)
        self.setObjectName("planned_dialog")
        self._workplace = workplace
        self._visit = visit
        self._starter = VisitStarter(workplace, self)
        self._starter.begun.connect(self.close_saved)
        self._starter.failed.connect(self.refuse)
        self.caption.setText(self.tr("{client}, {case}").format(client=visit.client_name, case=visit.case_title))
        self.caption.show()
        # Both stand aside: Enter in a field moves the visit, and neither begins nor removes it.
        start = Button(self.tr("Start now"), icon_name="play")
        start.setObjectName("start_now")
        start.clicked.connect(self._start)
        self.add_aside(start)
        remove = Button(self.tr("Remove…"), role=ButtonRole.DANGER)
        remove.setObjectName("remove")
        remove.clicked.connect(self._ask)
        self.add_aside(remove)
        self._sure = self.add_link(self.tr("Remove the visit"), "remove_sure")
        self._sure.clicked.connect(self._remove)
        self.say("")

    @Slot()
    def save(self) -> None:
        """Move the visit to the time typed."""
        moment = self.form.moment()
        if moment is None:
            return
        self.begin_writing()
        self._workplace.jobs.write(
            replan_visit,
            self._workplace.desk,
            self._visit.id,
            moment,
            self.form.minutes(),
            owner=self,
            done=self._tell_moved,
            failed=self.refuse,
        )

    @Slot()
    def _ask(self) -> None:
        self.say(self.tr("A removed visit cannot be brought back."), self._sure)
        self._sure.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.begin_writing()
        self._workplace.jobs.write(
            remove_visit,
            self._workplace.desk,
            self._visit.id,
            owner=self,
            done=self._tell_removed,
            failed=self.refuse,
        )

    @Slot()
    def _start(self) -> None:
        self.say("")
        self._starter.start_planned(self._visit.id)

    def _tell_moved(self, visit: Visit) -> None:
        self._finish(planned_words(visit, self._workplace.desk.today()))

    def _tell_removed(self, _nothing: None) -> None:
        self._finish(self.tr("Visit {n} removed").format(n=self._visit.number))

    def _finish(self, words: str) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.close_saved()
        self.changed.emit(words)
