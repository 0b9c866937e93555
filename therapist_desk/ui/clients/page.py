"""All clients, by family name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.clients import find_clients
from therapist_desk.ui.clients.client_dialog import ClientDialog
from therapist_desk.ui.clients.client_rows import client_rows
from therapist_desk.ui.fields import ChartField, ChartForm, go_to
from therapist_desk.ui.importing.import_dialog import ImportDialog
from therapist_desk.ui.importing.import_files import ImportFiles, NativeImportFiles
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.search_edit import SearchEdit
from therapist_desk.ui.spelling.fields import check_texts
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_MOST = 500
_PAUSE_MS = 60


class ClientsPage(QWidget):
    """The list narrows while one types; Return opens the chart."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None, files: ImportFiles | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._files = files or NativeImportFiles()
        self._dialog: ClientDialog | None = None
        self.search = SearchEdit(self.tr("Find by name, date of birth or record number"))
        self.search.setObjectName("search")
        self._archived = QCheckBox(self.tr("Archived too"))
        self._archived.setObjectName("archived")
        new = Button(self.tr("New client"), size=ButtonSize.ENTRY, icon_name="plus")
        new.setObjectName("new_client")
        bring = Button(self.tr("Import clients…"), size=ButtonSize.ENTRY, icon_name="doc")
        bring.setObjectName("import_clients")
        self._count = Label("", Text.SECONDARY, Tone.LABELS)
        self.list = RowList(self.tr("Clients"))
        self.list.setObjectName("clients")
        self._empty = EmptyState("clients", "", "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out(bring, new)
        self._pause.timeout.connect(self._read)
        self.search.textChanged.connect(self._pause.start)
        self.search.moved.connect(self._move)
        self.search.activated.connect(self._open_chosen)
        self._archived.toggled.connect(self._read)
        new.clicked.connect(self.new_client)
        bring.clicked.connect(self.import_clients)
        self.list.pressed_row.connect(self._open)
        self.list.picked_row.connect(self._open)

    def arrive(self) -> None:
        """Read the list and put the cursor into the search box."""
        self.search.setFocus()
        self._read()

    def leave(self) -> None:
        """Save a form that is complete, so that a lock loses nothing of it."""
        if self._dialog is not None:
            self._dialog.hand_over()

    @Slot()
    def new_client(self, name: str = "") -> None:
        """Open a form for a new client, empty but for a name typed already."""
        if self._dialog is not None:
            return
        self._dialog = ClientDialog(self._workplace, None, self, name=name)
        self._dialog.saved.connect(self._go_to)
        self._dialog.destroyed.connect(self._forget_dialog)
        check_texts(self._dialog, self._workplace)
        self._dialog.open()

    @Slot()
    def import_clients(self) -> None:
        """Ask for another product's list of clients, and bring them over."""
        path = self._files.choose_csv(self)
        if path is not None:
            dialog = ImportDialog(self._workplace, path, self, self._files)
            dialog.imported.connect(self._read)
            dialog.open()

    @Slot(object)
    def _go_to(self, client: Client) -> None:
        navigator = self._workplace.navigator
        if self._dialog is not None and self._dialog.order_wanted:
            go_to(navigator, client.id, ChartField(ChartForm.NEW_ORDER, "title"))
        else:
            navigator.open_chart(client.id)

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot()
    def _read(self) -> None:
        text = self.search.text().strip()
        archived = self._archived.isChecked()
        work = partial(find_clients, self._workplace.desk, text, archived=archived, limit=_MOST)
        self._workplace.jobs.read(work, owner=self, done=partial(self._show, text, archived))

    def _show(self, text: str, archived: bool, clients: tuple[Client, ...]) -> None:  # noqa: FBT001 - bound by partial
        if (text, archived) != (self.search.text().strip(), self._archived.isChecked()):
            return
        self.list.show_rows(client_rows(clients, self._workplace.desk.today()))
        self._count.setText(self._count_words(len(clients)))
        self.list.setVisible(bool(clients))
        self._empty.setVisible(not clients)
        if text:
            self._empty.show_words(
                self.tr("Nobody found"),
                self.tr("Try another spelling, part of the name, or the date of birth."),
            )
        else:
            self._empty.show_words(
                self.tr("No clients yet"),
                self.tr("Add the first one: a name and a date of birth are enough to begin."),
            )

    def _count_words(self, count: int) -> str:
        if count == _MOST:
            return self.tr("The first {n}. Type to find others.").format(n=count)
        return self.tr("{n} clients").format(n=count) if count != 1 else self.tr("1 client")

    @Slot(int)
    def _move(self, step: int) -> None:
        last = len(self.list.rows) - 1
        self.list.choose(max(0, min(last, self.list.currentIndex().row() + step)))

    @Slot()
    def _open_chosen(self) -> None:
        row = self.list.chosen() or (self.list.rows[0] if len(self.list.rows) == 1 else None)
        if row is not None:
            self._open(row.key)

    @Slot(str)
    def _open(self, key: str) -> None:
        self._workplace.navigator.open_chart(ClientId(key))

    def _lay_out(self, *buttons: Button) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.GAP)
        head.addWidget(self.search, 1)
        for button in buttons:
            head.addWidget(button)
        title = QHBoxLayout()
        title.setContentsMargins(Space.CARD - 1, 8, Space.CARD - 1, 8)
        title.setSpacing(Space.GRID)
        title.addWidget(Label(self.tr("Clients"), Text.TITLE))
        title.addWidget(self._count)
        title.addStretch(1)
        title.addWidget(self._archived)
        card = Card(padding=1, spacing=0)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.body.setContentsMargins(1, 1, 1, 5)
        card.body.addLayout(title)
        card.body.addWidget(self.list)
        card.body.addWidget(self._empty)
        self._empty.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(Space.PAGE_X, 20, Space.PAGE_X, 20)
        page.setSpacing(Space.GAP)
        page.addLayout(head)
        page.addWidget(card)
        page.addStretch(1)
