"""The fields of a planned visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Final

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.services.cases import CaseFile
from therapist_desk.ui.home.time_edit import TimeEdit
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height

_LENGTHS: Final = (30, 45, 60, 75, 90)
_USUAL: Final = 60


class PlanForm(Form):
    """Whose visit, for which case, when and how long."""

    def __init__(self, now: Instant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client = Select()
        self.add("client", self.tr("Client"), self.client)
        self._case = Select()
        self.add("case", self.tr("Case"), self._case)
        self._day = self.day("day", self.tr("Day"), now.day)
        self._time = TimeEdit(_next_half_hour(now))
        self._time.textEdited.connect(self.changed)
        self.add("time", self.tr("Time"), self._time)
        lengths = [(str(minutes), str(minutes)) for minutes in _LENGTHS]
        self._minutes = ToggleGroup(lengths, value=str(_USUAL), height=Height.CONTROL)
        self.add("minutes", self.tr("Minutes"), self._minutes)
        self.place("client", "case")
        self.place("day", "time")
        self.place("minutes")

    def client_id(self) -> ClientId | None:
        """The client chosen."""
        chosen = self.client.currentData()
        return ClientId(chosen) if chosen else None

    def case_id(self) -> CaseId | None:
        """The case chosen."""
        chosen = self._case.currentData()
        return CaseId(chosen) if chosen else None

    def minutes(self) -> int:
        """How long the session is meant to be."""
        return int(self._minutes.value() or _USUAL)

    def show_clients(self, clients: Iterable[Client]) -> None:
        """Offer these clients."""
        for client in clients:
            self.client.addItem(client.details.sorted_name, client.id)

    def show_cases(self, files: Iterable[CaseFile]) -> None:
        """Offer the cases among `files` that are open."""
        self._case.clear()
        for file in files:
            if file.case.closed_on is None:
                self._case.addItem(file.case.title, file.case.id)
        none = self.tr("This client has no open case. Open one in the chart first.")
        self.field("case").set_problem("" if self._case.count() else none)

    def moment(self) -> Instant | None:
        """When the visit is planned; None, and the reason at the field, where the day or the time is missing."""
        readable = self.read_days()
        day, clock = self._day.date(), self._time.typed_time()
        if day is None and readable:
            self.field("day").set_problem(self.tr("Enter the day of the visit."))
        if clock is None:
            self.field("time").set_problem(self.tr("This is not a time. Type it like 14:30."))
        if day is None or clock is None or not readable:
            self.focus_first_problem()
            return None
        local = datetime.combine(day, clock).astimezone()
        offset = local.utcoffset()
        return Instant(local.astimezone(UTC), round(offset.total_seconds() / 60) if offset else 0)


def _next_half_hour(now: Instant) -> time:
    minutes = (now.local.hour * 60 + now.local.minute) // 30 * 30 + 30
    return time(minutes // 60 % 24, minutes % 60)
