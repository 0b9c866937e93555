"""Planning a visit, or charting one of a day that has passed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.order_watch import OrderNotice
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.orders import visit_notices
from therapist_desk.services.visit.days import start_on
from therapist_desk.services.visit.planning import PlanOffer, clients_to_plan, plan_offer
from therapist_desk.services.visit.visits import plan_visit
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.planning.order_words import notice_words
from therapist_desk.ui.planning.plan_form import PlanForm
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 520


class PlanDialog(FormDialog):
    """Says `planned` with the visit once it is in the store. `client_id` is who is asked for first.

    A visit of a day that has passed is not planned any more: it is begun, to be charted now, and gone to.
    `afterwards` proposes such a day.
    """

    planned = Signal(object)  # Visit
    form: PlanForm

    def __init__(
        self, workplace: Workplace, parent: QWidget, client_id: ClientId | None = None, *, afterwards: bool = False
    ) -> None:
        form = PlanForm(workplace.desk.clock.now(), client_id, afterwards=afterwards)
        super().__init__("", "", form, width=_WIDTH, parent=parent)
        self.setObjectName("plan_dialog")
        self._workplace = workplace
        self.caption.setText(self.tr("What you chart now says when it was signed. Its times are entered by hand."))
        self._word()
        if afterwards:
            self.first_focus = form.field("day").control
        form.client.currentIndexChanged.connect(self._read_cases)
        form.day_or_case_changed.connect(self._check_order)
        workplace.jobs.read(clients_to_plan, workplace.desk, owner=self, done=form.show_clients)

    @Slot()
    def _read_cases(self) -> None:
        self.form.forget_cases()
        client_id = self.form.client_id()
        if client_id is not None:
            done = partial(self._show_offer, client_id)
            self._workplace.jobs.read(plan_offer, self._workplace.desk, client_id, owner=self, done=done)

    def _show_offer(self, asked: ClientId, offer: PlanOffer) -> None:
        if asked == self.form.client_id():
            self.form.show_offer(offer)

    def _has_passed(self) -> bool:
        day = self.form.day_typed()
        return day is not None and day < self._workplace.desk.today()

    def _word(self) -> None:
        """Say what will be done: a day that has passed makes another thing of it."""
        passed = self._has_passed()
        title = self.tr("Chart an earlier visit") if passed else self.tr("Plan a visit")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.save_button.setText(self.tr("Chart this visit") if passed else self.tr("Plan visit"))
        self.caption.setVisible(passed)

    @Slot()
    def _check_order(self) -> None:
        """Say what the case's orders have against a visit on that day; it can be planned all the same."""
        self._word()
        asked = self.form.case_id(), self.form.day_typed()
        case_id, day = asked
        if case_id is None or day is None:
            self.say("")
            return
        done = partial(self._warn, asked)
        self._workplace.jobs.read(visit_notices, self._workplace.desk, case_id, day, owner=self, done=done)

    def _warn(self, asked: tuple[CaseId | None, date | None], notices: tuple[OrderNotice, ...]) -> None:
        if asked == (self.form.case_id(), self.form.day_typed()):
            today = self._workplace.desk.today()
            self.say(" ".join(notice_words(notice, today) for notice in notices))

    @Slot()
    def save(self) -> None:
        """Put the visit into the calendar."""
        if not self.form.names_client():
            return
        moment, case_id = self.form.moment(), self.form.case_id()
        if moment is None or case_id is None:
            return
        self.begin_writing()
        passed = self._has_passed()
        self._workplace.jobs.write(
            start_on if passed else plan_visit,
            self._workplace.desk,
            case_id,
            moment,
            self.form.minutes(),
            owner=self,
            done=self._go_there if passed else self._finish,
            failed=self.refuse,
        )

    def _go_there(self, visit: Visit) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.close_saved()
        self._workplace.navigator.open_visit(visit.id)

    def _finish(self, visit: Visit) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.planned.emit(visit)
        self.close_saved()
