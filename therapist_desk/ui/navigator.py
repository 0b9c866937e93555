"""Where a page asks to go; the shell answers. Pages know nothing of each other."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from therapist_desk.domain.ids import ClientId, VisitId


class ChartTab(StrEnum):
    """The tabs of a client's chart."""

    OVERVIEW = "overview"
    VISITS = "visits"
    CASE = "case"
    PROGRESS = "progress"
    DOCUMENTS = "documents"
    PROFILE = "profile"


class Navigator(QObject):
    """Signals carry ids as text; `documents_of` is a visit whose documents are wanted, or empty.

    `new_client_named` asks for a new client as `new_client_asked` does, with a name that was typed already.
    `lead_asked` gives the field that the page asked for before is to lead to: one of `ui/fields.py`.
    `sessions_changed` says that a timer was started, held, stopped or planned anew; the rail and its signals follow.
    """

    home_asked = Signal()
    clients_asked = Signal()
    new_client_asked = Signal()
    import_asked = Signal()
    new_client_named = Signal(str)
    chart_asked = Signal(str, str, str)
    visit_asked = Signal(str)
    settings_asked = Signal()
    lead_asked = Signal(object)
    export_asked = Signal()
    lock_asked = Signal()
    palette_asked = Signal()
    sessions_changed = Signal()

    def open_chart(
        self, client_id: ClientId, tab: ChartTab = ChartTab.OVERVIEW, *, documents_of: VisitId | None = None
    ) -> None:
        """Ask for a client's chart, at one of its tabs."""
        self.chart_asked.emit(client_id, tab.value, documents_of or "")

    def open_visit(self, visit_id: VisitId) -> None:
        """Ask for the visit screen."""
        self.visit_asked.emit(visit_id)
