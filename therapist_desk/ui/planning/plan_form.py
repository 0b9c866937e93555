"""Whose visit is planned, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.services.visit.planning import USUAL_MINUTES, PlanOffer
from therapist_desk.ui.kit.select import Select, make_findable
from therapist_desk.ui.planning.when_form import WhenForm, next_half_hour


class PlanForm(WhenForm):
    """Whose visit, for which case, when and how long. `wanted` is chosen among the clients as soon as they come.

    `afterwards` asks for a visit that took place: the day before is proposed.

    Says `day_or_case_changed` when another day or case is asked for.
    """

    day_or_case_changed = Signal()

    def __init__(
        self,
        now: Instant,
        wanted: ClientId | None = None,
        *,
        afterwards: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._day_before = now.day - timedelta(days=1) if afterwards else None
        super().__init__(self._day_before or now.day, next_half_hour(now), USUAL_MINUTES, parent)
        self._wanted = wanted
        self._when_typed = False
        self.client = Select()
        make_findable(self.client)
        self.add("client", self.tr("Client"), self.client)
        self._case = Select()
        self.add("case", self.tr("Case"), self._case)
        self.place("client")
        self.place("case")
        self.place_when()
        self._day.textEdited.connect(self._note_typed)
        self._time.textEdited.connect(self._note_typed)
        self._day.date_changed.connect(self.day_or_case_changed)
        self._case.currentIndexChanged.connect(self.day_or_case_changed)

    def client_id(self) -> ClientId | None:
        """The client chosen; None while other letters stand in the field than a client's name."""
        chosen = self.client.currentData()
        named = self.client.currentText().strip() == self.client.itemText(self.client.currentIndex())
        return ClientId(chosen) if chosen and named else None

    def case_id(self) -> CaseId | None:
        """The case chosen."""
        chosen = self._case.currentData()
        return CaseId(chosen) if chosen else None

    def names_client(self) -> bool:
        """Tell whether a client is chosen; the field says so if not."""
        named = self.client_id() is not None
        self.field("client").set_problem("" if named else self.tr("Choose a client from the list."))
        if not named:
            self.client.setFocus()
        return named

    def show_clients(self, clients: Iterable[Client]) -> None:
        """Offer these clients; the first is chosen unless another was wanted."""
        for client in clients:
            self.client.addItem(client.details.sorted_name, client.id)
        place = self.client.findData(self._wanted) if self._wanted else -1
        if place >= 0:
            self.client.setCurrentIndex(place)

    def forget_cases(self) -> None:
        """Offer no case until those of the client chosen now are read: never one of the client before."""
        self._case.clear()

    def show_offer(self, offer: PlanOffer) -> None:
        """Offer the open cases, and when the visit is likely to be unless that was typed already."""
        self._case.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._case.clear()
        for case in offer.cases:
            self._case.addItem(case.title, case.id)
        self._case.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if not self._when_typed:
            day = self._day_before or offer.moment.date()
            self.propose(datetime.combine(day, offer.moment.time()), offer.minutes)
            if self._day.hasFocus():
                self._day.selectAll()  # the next key writes another day
        none = self.tr("This client has no open case. Open one in the chart first.")
        self.field("case").set_problem("" if offer.cases else none)
        self.day_or_case_changed.emit()

    @Slot()
    def _note_typed(self) -> None:
        self._when_typed = True
