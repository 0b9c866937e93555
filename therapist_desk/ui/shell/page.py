"""What the shell asks of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.ui.fields import Lead
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.shell.page_action import PageAction


@runtime_checkable
class Page(Protocol):
    """A widget that fills the window beside the rail, made on the first visit and kept until the window goes."""

    def arrive(self) -> None:
        """Come to the front: read what may have changed and take the focus. Called each time, after `show_...`."""
        ...

    def leave(self) -> None:
        """Hand all text typed so far to `jobs.write`, before another page, the lock or the end; safe to repeat."""
        ...


@runtime_checkable
class Leading(Protocol):
    """A page whose fields others lead to, right after it came to the front."""

    def lead(self, to: Lead) -> None:
        """Put the keyboard into a field of the page, in its dialog where it has one."""
        ...


@runtime_checkable
class Offering(Protocol):
    """A page with actions that the palette finds by name."""

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done now."""
        ...


@runtime_checkable
class ClientsView(Page, Protocol):
    """The list of clients."""

    def new_client(self, name: str = "") -> None:
        """Open a form for a new client, empty but for a name typed already."""
        ...

    def import_clients(self) -> None:
        """Ask for a list of clients to bring over."""
        ...


@runtime_checkable
class ChartView(Page, Protocol):
    """A client's chart."""

    def show_client(self, client_id: ClientId, tab: ChartTab, documents_of: VisitId | None = None) -> None:
        """Turn to a client's chart at a tab; `documents_of` is a visit whose documents are wanted."""
        ...


@runtime_checkable
class VisitView(Page, Protocol):
    """The visit screen."""

    def show_visit(self, visit_id: VisitId) -> None:
        """Turn to a visit."""
        ...
