"""The search box of Home, with the clients it finds below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.clients import find_clients
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.workplace import Workplace

_PAUSE_MS = 60
_MOST = 6
_ROW = 48
NEW_CLIENT = "new client"


class ClientSearch(SearchEdit):
    """Finds clients while one types. Arrows choose, Return opens; an answer to an older question is dropped."""

    new_wanted = Signal()

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__("", key_hint=self.tr("Ctrl K"), parent=page)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Find a client by name, date of birth or record number"))
        self.setAccessibleName(self.tr("Find a client"))
        self._workplace = workplace
        self._page = page
        self._popup = QFrame(page)
        self._popup.setProperty("role", "popover")
        self._popup.setProperty("floating", True)  # noqa: FBT003 - a property's value
        self._popup.hide()
        self._found = RowList(self.tr("Clients found"), height=_ROW, led=True, parent=self._popup)
        self._found.setObjectName("found")
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self._popup)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self._found)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._note_change)
        self.moved.connect(self._move)
        self.activated.connect(self._open_chosen)
        self.escaped.connect(self._popup.hide)
        self._found.pressed_row.connect(self._open)
        self._found.picked_row.connect(self._open)

    def close_popup(self) -> None:
        """Take the list of found clients away."""
        self._popup.hide()

    @Slot()
    def _note_change(self) -> None:
        if self.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._popup.hide()

    @Slot()
    def _ask(self) -> None:
        text = self.text().strip()
        work = partial(find_clients, self._workplace.desk, text, archived=True, limit=_MOST)
        self._workplace.jobs.read(work, owner=self, done=partial(self._show, text))

    def _show(self, asked: str, clients: tuple[Client, ...]) -> None:
        if asked != self.text().strip():
            return
        rows = [
            Row(
                key=client.id,
                initials=client.initials,
                title=client.name,
                caption=self.tr("Born {day}, record {number}").format(
                    day=day_text(client.details.date_of_birth), number=client.record_number
                ),
                trailing=self.tr("archived") if client.archived else "",
            )
            for client in clients
        ]
        if not rows:
            rows = [Row(key=NEW_CLIENT, icon="plus", title=self.tr("Nobody found. Add a new client"))]
        self._found.show_rows(rows)
        self._found.choose(0)
        self._place()

    def _place(self) -> None:
        page = self._page
        corner = self.mapTo(page, QPoint(0, self.height() + 4))
        height = min(self._found.content_height() + 10, page.height() - corner.y() - 8)
        self._popup.setGeometry(corner.x(), corner.y(), self.width(), height)
        self._popup.raise_()
        self._popup.show()

    @Slot(int)
    def _move(self, step: int) -> None:
        if self._popup.isVisible():
            last = len(self._found.rows) - 1
            self._found.choose(max(0, min(last, self._found.currentIndex().row() + step)))

    @Slot()
    def _open_chosen(self) -> None:
        row = self._found.chosen()
        if self._popup.isVisible() and row is not None:
            self._open(row.key)
        elif self.text().strip():
            self._ask()

    @Slot(str)
    def _open(self, key: str) -> None:
        self.clear()
        if key == NEW_CLIENT:
            self.new_wanted.emit()
        else:
            self._workplace.navigator.open_chart(ClientId(key))
