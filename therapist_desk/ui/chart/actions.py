"""What is done with a client from the chart: begin, plan, move and remove visits; edit and archive the client."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import Visit, VisitStatus
from therapist_desk.services.clients import archive_client, restore_client
from therapist_desk.ui.chart.chart_forms import ChartForms
from therapist_desk.ui.clients.client_dialog import ClientDialog
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.exporting.export_dialog import ExportDialog
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.planning.planned_dialog import PlannedDialog
from therapist_desk.ui.planning.starting import VisitStarter
from therapist_desk.ui.planning.words import planned_words
from therapist_desk.ui.workplace import Workplace


class ChartActions(ChartForms):
    """Says `changed` with a sentence when something was done, and `case_needed` where a visit has no open case."""

    case_needed = Signal()

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(workplace, page)
        self._starter = VisitStarter(workplace, page)
        self._starter.failed.connect(workplace.jobs.unhandled_problem)

    @Slot()
    def go_to_visit(self) -> None:
        """Continue today's visit, begin the one planned for today, or begin one."""
        if self._contents is None:
            return
        case = self._contents.file.case if self._contents.file else None
        if case is None or case.closed_on is not None:
            self.case_needed.emit()
            return
        self._starter.start_case(case.id)

    @Slot(str)
    def open_listed(self, visit_id: str) -> None:
        """Open a visit of the list; a planned one with what can be done about it."""
        visits = self._contents.visits if self._contents else ()
        visit = next((visit for visit in visits if visit.id == visit_id), None)
        if visit is None or visit.status is not VisitStatus.PLANNED:
            self._workplace.navigator.open_visit(VisitId(visit_id))
            return
        dialog = PlannedDialog(self._workplace, visit, self._page)
        dialog.changed.connect(self.changed)
        dialog.open()

    @Slot()
    def plan_visit(self) -> None:
        """Open the form for a planned visit of this client."""
        if self._contents is not None:
            dialog = PlanDialog(self._workplace, self._page, self._contents.client.id)
            dialog.planned.connect(self._tell_planned)
            dialog.open()

    @Slot()
    def chart_earlier(self) -> None:
        """Open the form for a visit of this client that took place on an earlier day."""
        if self._contents is not None:
            PlanDialog(self._workplace, self._page, self._contents.client.id, afterwards=True).open()

    @Slot()
    def edit_client(self, at: str = "") -> None:
        """Open the form of the client's details, at one of its fields."""
        if self._contents is not None and not self._open_form.is_open:
            dialog = ClientDialog(self._workplace, self._contents.client, self._page)
            dialog.saved.connect(self._tell_saved)
            self._open_form.show(dialog)
            self._open_form.lead_to(at)

    @Slot()
    def export_client(self) -> None:
        """Take this client's chart elsewhere."""
        if self._contents is not None:
            ExportDialog(self._workplace, self._contents.client.id, self._page).open()

    @Slot()
    def archive_or_restore(self) -> None:
        """Take the client out of the lists, or put an archived one back."""
        if self._contents is not None:
            client = self._contents.client
            work = restore_client if client.archived else archive_client
            self._workplace.jobs.write(work, self._workplace.desk, client, owner=self, done=self._tell_archived)

    def _tell_archived(self, client: Client) -> None:
        if not client.archived:
            self.changed.emit(self.tr("Taken out of the archive"))
        elif self._contents is not None and self._contents.kept_until is not None:
            words = self.tr("Archived. Keep the record at least until {day}")
            self.changed.emit(words.format(day=day_text(self._contents.kept_until)))
        else:
            self.changed.emit(self.tr("Archived"))

    @Slot(object)
    def _tell_planned(self, visit: Visit) -> None:
        self.changed.emit(planned_words(visit, self._workplace.desk.today()))

    @Slot(object)
    def _tell_saved(self, client: Client) -> None:
        # A form that is opened before all is read again begins with what was kept just now.
        if self._contents is not None:
            self._contents = replace(self._contents, client=client)
        self.changed.emit(self.tr("Saved"))
