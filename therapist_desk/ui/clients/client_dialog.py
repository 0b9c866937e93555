"""Taking a client in, or changing one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client, ClientDetails, client_problems
from therapist_desk.domain.errors import ChangedElsewhereError, ExpectedError
from therapist_desk.services.clients import add_client, edit_client, get_client, same_person
from therapist_desk.ui.clients.client_form import ClientForm
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 680


class ClientDialog(FormDialog):
    """Says `saved` with the client. A refused save keeps every word. `name` begins a new one."""

    saved = Signal(object)  # Client
    form: ClientForm

    def __init__(self, workplace: Workplace, client: Client | None, parent: QWidget, *, name: str = "") -> None:
        form = ClientForm(workplace.desk.today())
        title = self.tr("Client details") if client else self.tr("New client")
        super().__init__(
            title, self.tr("Save") if client else self.tr("Add client"), form, width=_WIDTH, parent=parent
        )
        self.setObjectName("client_dialog")
        self._workplace = workplace
        self._client = client
        self._same: Client | None = None
        self._open_same = self.add_link(self.tr("Open existing"), "open_existing")
        self._add_anyway = self.add_link(self.tr("Add anyway"), "add_anyway")
        self.say("")
        self.order_wanted = False
        """Whether the order of whoever sent the new client is entered next."""
        if client is not None:
            form.show_details(client.details)
        else:
            go_on = Button(self.tr("Add, then enter the referral"), icon_name="doc")
            go_on.setObjectName("add_and_order")
            go_on.clicked.connect(self._save_and_order)
            self.add_aside(go_on)
        if client is None and name:
            form.show_name(name)
        self._open_same.clicked.connect(self._go_to_same)
        self._add_anyway.clicked.connect(self.save_now)

    @Slot()
    def save(self) -> None:
        """Save, after asking about somebody who may be the same person."""
        details = self.form.details()
        if details is None:
            return
        problems = client_problems(details, self._workplace.desk.today())
        if problems:
            self.form.show_problems(problems)
        elif self._client is not None:
            self._write(details)
        else:
            self._workplace.jobs.read(
                same_person, self._workplace.desk, details, owner=self, done=partial(self._weigh, details)
            )

    @Slot()
    def _save_and_order(self) -> None:
        self.order_wanted = True
        self.save()

    def _weigh(self, details: ClientDetails, same: tuple[Client, ...]) -> None:
        if not same:
            self._write(details)
            return
        self._same = same[0]
        words = self.tr("This could be {name}, born {day}, record {number}.").format(
            name=self._same.name, day=day_text(self._same.details.date_of_birth), number=self._same.record_number
        )
        self.say(words, self._open_same, self._add_anyway)
        self._open_same.setFocus()

    @Slot()
    def save_now(self) -> None:
        """Write what the form holds, whoever it may resemble."""
        details = self.form.details()
        if details is not None:
            self._write(details)

    def _write(self, details: ClientDetails) -> None:
        self.begin_writing()
        desk, jobs = self._workplace.desk, self._workplace.jobs
        if self._client is None:
            jobs.write(add_client, desk, details, owner=self, done=self._finish, failed=self.refuse)
        else:
            jobs.write(edit_client, desk, self._client, details, owner=self, done=self._finish, failed=self.refuse)

    def _finish(self, client: Client) -> None:
        self.saved.emit(client)
        self.close_saved()

    def refuse(self, error: ExpectedError) -> None:
        super().refuse(error)
        if isinstance(error, ChangedElsewhereError) and self._client is not None:
            self.say(
                self.tr("This client was changed in another window. Your words are kept: save again to use them.")
            )
            self._workplace.jobs.read(
                get_client, self._workplace.desk, self._client.id, owner=self, done=self._take_current
            )

    def _take_current(self, client: Client) -> None:
        self._client = client

    @Slot()
    def _go_to_same(self) -> None:
        self.discard()
        if self._same is not None:
            self._workplace.navigator.open_chart(self._same.id)
