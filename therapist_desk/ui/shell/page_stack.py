"""The pages behind each other, each made when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from therapist_desk.ui.fields import Lead
from therapist_desk.ui.shell.page import ChartView, ClientsView, Leading, Offering, Page, VisitView
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.shell.place import PageKind, Place

PageMaker = Callable[[], QWidget]


class PageStack(QStackedWidget):
    """`makers` gives each page as a widget that is also a `Page`, and what its kind asks for beyond that."""

    def __init__(self, makers: Mapping[PageKind, PageMaker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._pages: dict[PageKind, QWidget] = {}
        self._shown: PageKind | None = None

    def show_place(self, place: Place) -> None:
        """Leave the page in front, and put the one of `place` there."""
        self.leave()
        page = self.page(place.kind)
        if isinstance(page, ChartView) and place.client_id is not None:
            page.show_client(place.client_id, place.tab, place.documents_of)
        elif isinstance(page, VisitView) and place.visit_id is not None:
            page.show_visit(place.visit_id)
        self._shown = place.kind
        self.setCurrentWidget(page)
        if isinstance(page, Page):
            page.arrive()

    def new_client(self, name: str = "") -> None:
        """Open the form for a new client on the page in front, if it has one; `name` is one typed already."""
        page: object = self.currentWidget()
        if isinstance(page, ClientsView):
            page.new_client(name)

    def import_clients(self) -> None:
        """Ask for a list of clients on the page in front, if it takes them."""
        page: object = self.currentWidget()
        if isinstance(page, ClientsView):
            page.import_clients()

    def lead(self, to: Lead) -> None:
        """Lead to a field of the page in front, if it has such fields."""
        page: object = self.currentWidget()
        if isinstance(page, Leading):
            page.lead(to)

    def offered(self) -> Sequence[PageAction]:
        """Name what can be done on the page in front."""
        page: object = self.currentWidget()
        return page.offered() if isinstance(page, Offering) else ()

    def page(self, kind: PageKind) -> QWidget:
        """The page of a kind, made if it is not there yet."""
        if kind not in self._pages:
            page = self._makers[kind]()
            self._pages[kind] = page
            self.addWidget(page)
        return self._pages[kind]

    def leave(self) -> None:
        """Have the page in front hand over what was typed."""
        if self._shown is not None:
            page = self._pages[self._shown]
            if isinstance(page, Page):
                page.leave()

    def leave_all(self) -> None:
        """Have every page hand over what was typed."""
        for page in self._pages.values():
            if isinstance(page, Page):
                page.leave()
