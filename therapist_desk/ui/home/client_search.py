"""The search box of Home, with the clients and visits it finds below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.domain.names import split_name
from therapist_desk.services.searching import Found, search
from therapist_desk.ui.finding.found_rows import CLIENT, SEEN, client_row, first_choice, next_choice, visit_rows
from therapist_desk.ui.finding.index_keeper import IndexKeeper
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.workplace import Workplace

_PAUSE_MS = 60
_CLIENTS = 5
_VISITS = 5
_ROW = 48
NEW_CLIENT = "new client"


class ClientSearch(SearchEdit):
    """Finds clients, and words in the notes and marks of visits, while one types. Arrows choose, Return opens.

    An answer to an older question is dropped.
    """

    new_wanted = Signal(str)
    """Somebody new is wanted; the text is what was typed."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__("", key_hint=self.tr("Ctrl K"), parent=page)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Find a client by name or birth date, or words in notes"))
        self.setAccessibleName(self.tr("Find a client, or words in notes and marks"))
        self._workplace = workplace
        self._page = page
        self._popup = QFrame(page)
        self._popup.setProperty("role", "popover")
        self._popup.setProperty("floating", True)  # noqa: FBT003 - a property's value
        self._popup.hide()
        self._found = RowList(self.tr("Found"), height=_ROW, led=True, parent=self._popup)
        self._found.setObjectName("found")
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self._popup)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self._found)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._keeper = IndexKeeper(workplace, self)
        self._keeper.caught_up.connect(self._ask_again)
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
            if not self._popup.isVisible():
                self._keeper.catch_up()
            self._pause.start()
        else:
            self._pause.stop()
            self._popup.hide()

    @Slot()
    def _ask(self) -> None:
        text = self.text()
        work = partial(search, self._workplace.desk, text, archived=True, clients=_CLIENTS, visits=_VISITS)
        self._workplace.jobs.read(work, owner=self, done=partial(self._show, text))

    @Slot()
    def _ask_again(self) -> None:
        if self.text().strip() and not self._pause.isActive():
            self._ask()

    def _show(self, asked: str, found: Found) -> None:
        if asked != self.text():
            return
        rows = [*map(client_row, found.clients), *visit_rows(found.visits, self._workplace.desk.today())]
        if not rows:
            rows = [Row(key=NEW_CLIENT, icon="plus", title=_new_words(asked))]
        if rows != list(self._found.rows) or not self._popup.isVisible():
            self._found.show_rows(rows)
            self._found.choose(first_choice(rows))
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
            self._found.choose(next_choice(self._found.rows, self._found.currentIndex().row(), step))

    @Slot()
    def _open_chosen(self) -> None:
        row = self._found.chosen()
        if self._popup.isVisible() and row is not None:
            self._open(row.key)
        elif self.text().strip():
            self._ask()

    @Slot(str)
    def _open(self, key: str) -> None:
        typed = self.text()
        self.clear()
        if key == NEW_CLIENT:
            self.new_wanted.emit(typed)
        elif key.startswith(SEEN):
            self._workplace.navigator.open_visit(VisitId(key.removeprefix(SEEN)))
        else:
            self._workplace.navigator.open_chart(ClientId(key.removeprefix(CLIENT)))


def _new_words(asked: str) -> str:
    name = " ".join(part for part in split_name(asked) if part)
    if not name:
        return QCoreApplication.translate("ClientSearch", "Nothing found. Add a new client")
    return QCoreApplication.translate("ClientSearch", "Nothing found. Add {name} as a new client").format(name=name)
