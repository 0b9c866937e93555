"""Whose visit is planned, and when."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.services.cases import CaseFile
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.planning.when_form import USUAL_MINUTES, WhenForm, next_half_hour


class PlanForm(WhenForm):
    """Whose visit, for which case, when and how long. `wanted` is chosen among the clients as soon as they come."""

    def __init__(self, now: Instant, wanted: ClientId | None = None, parent: QWidget | None = None) -> None:
        super().__init__(now.day, next_half_hour(now), USUAL_MINUTES, parent)
        self._wanted = wanted
        self.client = Select()
        self.add("client", self.tr("Client"), self.client)
        self._case = Select()
        self.add("case", self.tr("Case"), self._case)
        self.place("client", "case")
        self.place_when()

    def client_id(self) -> ClientId | None:
        """The client chosen."""
        chosen = self.client.currentData()
        return ClientId(chosen) if chosen else None

    def case_id(self) -> CaseId | None:
        """The case chosen."""
        chosen = self._case.currentData()
        return CaseId(chosen) if chosen else None

    def show_clients(self, clients: Iterable[Client]) -> None:
        """Offer these clients."""
        for client in clients:
            self.client.addItem(client.details.sorted_name, client.id)
        place = self.client.findData(self._wanted) if self._wanted else -1
        if place >= 0:
            self.client.setCurrentIndex(place)

    def show_cases(self, files: Iterable[CaseFile]) -> None:
        """Offer the cases among `files` that are open."""
        self._case.clear()
        for file in files:
            if file.case.closed_on is None:
                self._case.addItem(file.case.title, file.case.id)
        none = self.tr("This client has no open case. Open one in the chart first.")
        self.field("case").set_problem("" if self._case.count() else none)
