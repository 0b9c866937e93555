"""Planning a visit: whose, for which case, when and how long."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial
from typing import Final

from PySide6.QtCore import QTime, Signal, Slot
from PySide6.QtWidgets import QTimeEdit, QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.visit import Visit
from therapist_desk.services.cases import CaseFile, case_files
from therapist_desk.services.clients import find_clients
from therapist_desk.services.visits import plan_visit
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.layouts import form_row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height
from therapist_desk.ui.workplace import Workplace

_LENGTHS: Final = (30, 45, 60, 75, 90)
_USUAL: Final = 60
_MOST_CLIENTS: Final = 5000
_WIDTH: Final = 520


class PlanDialog(Dialog):
    """Says `planned` once the visit is in the store."""

    planned = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(self.tr("Plan a visit"), width=_WIDTH, parent=parent)
        self._workplace = workplace
        self.client = Select()
        self.client.setObjectName("client")
        self.client.setEditable(False)
        self._client_field = Field(self.tr("Client"), self.client)
        self.case = Select()
        self.case.setObjectName("case")
        self._case_field = Field(self.tr("Case"), self.case)
        self.day = DateEdit()
        self.day.setObjectName("day")
        self.day.set_date(workplace.desk.today())
        self._day_field = Field(self.tr("Day"), self.day)
        self.day.problem_changed.connect(self._day_field.set_problem)
        self.time = QTimeEdit(_next_half_hour(workplace.desk.clock.now()))
        self.time.setObjectName("time")
        self.time.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self._time_field = Field(self.tr("Time"), self.time)
        options = [(str(minutes), str(minutes)) for minutes in _LENGTHS]
        self.minutes = ToggleGroup(options, value=str(_USUAL), height=Height.CONTROL, name=self.tr("Planned minutes"))
        self.minutes.setObjectName("minutes")
        save = Button(self.tr("Plan visit"), role=ButtonRole.PRIMARY)
        save.setObjectName("save")
        cancel = Button(self.tr("Cancel"))
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        self.client.currentIndexChanged.connect(self._read_cases)
        self.body.addLayout(form_row(self._client_field, self._case_field))
        self.body.addLayout(form_row(self._day_field, self._time_field))
        self.body.addWidget(Field(self.tr("Minutes"), self.minutes))
        self.add_action(cancel)
        self.add_action(save)
        work = partial(find_clients, workplace.desk, "", limit=_MOST_CLIENTS)
        workplace.jobs.read(work, owner=self, done=self._show_clients)

    def _show_clients(self, clients: tuple[Client, ...]) -> None:
        for client in clients:
            self.client.addItem(client.details.sorted_name, client.id)

    @Slot()
    def _read_cases(self) -> None:
        client_id = ClientId(str(self.client.currentData()))
        self._workplace.jobs.read(
            case_files, self._workplace.desk, client_id, owner=self, done=partial(self._show_cases, client_id)
        )

    def _show_cases(self, asked: ClientId, files: tuple[CaseFile, ...]) -> None:
        if asked != self.client.currentData():
            return
        self.case.clear()
        for file in files:
            if file.case.closed_on is None:
                self.case.addItem(file.case.title, file.case.id)
        none = self.tr("This client has no open case. Open one in the chart first.")
        self._case_field.set_problem("" if self.case.count() else none)

    @Slot()
    def _save(self) -> None:
        self.day.read()
        day, case_id = self.day.date(), self.case.currentData()
        if day is None and not self.day.problem():
            self._day_field.set_problem(self.tr("Enter the day of the visit."))
        if day is None or case_id is None:
            return
        chosen = self.time.time()
        local = datetime.combine(day, time(chosen.hour(), chosen.minute())).astimezone()
        offset = local.utcoffset()
        moment = Instant(local.astimezone(UTC), round(offset.total_seconds() / 60) if offset else 0)
        work = partial(plan_visit, self._workplace.desk, CaseId(case_id), moment, int(self.minutes.value() or _USUAL))
        self._workplace.jobs.write(work, owner=self, done=self._tell)

    def _tell(self, _visit: Visit) -> None:
        self.planned.emit()
        self.accept()


def _next_half_hour(now: Instant) -> QTime:
    minutes = (now.local.hour * 60 + now.local.minute) // 30 * 30 + 30
    return QTime(minutes // 60 % 24, minutes % 60)
