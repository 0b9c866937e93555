"""Taking a client in, or changing one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.errors import ChangedElsewhereError, ExpectedError, InvalidError
from therapist_desk.services.clients import add_client, edit_client, get_client, same_person
from therapist_desk.ui.clients.client_form import ClientForm
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 680


class ClientDialog(Dialog):
    """Says `saved` with the client. A refused save keeps every word; closing asks once where words would be lost."""

    saved = Signal(object)  # Client

    def __init__(self, workplace: Workplace, client: Client | None, parent: QWidget) -> None:
        title = self.tr("Client details") if client else self.tr("New client")
        super().__init__(title, width=_WIDTH, parent=parent)
        self.setObjectName("client_dialog")
        self._workplace = workplace
        self._client = client
        self._same: Client | None = None
        self._changed = False
        self.form = ClientForm(workplace.desk.today())
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("message")
        self._open_same = self._message.add_action(self.tr("Open existing"))
        self._open_same.setObjectName("open_existing")
        self._add_anyway = self._message.add_action(self.tr("Add anyway"))
        self._add_anyway.setObjectName("add_anyway")
        self._discard = self._message.add_action(self.tr("Discard"))
        self._discard.setObjectName("discard")
        self._save = Button(self.tr("Save") if client else self.tr("Add client"), role=ButtonRole.PRIMARY)
        self._save.setObjectName("save")
        cancel = Button(self.tr("Cancel"))
        cancel.setObjectName("cancel")
        self.body.addWidget(self.form)
        self.add_foot(self._message)
        self.add_action(cancel)
        self.add_action(self._save)
        self._say("")
        if client is not None:
            self.form.show_details(client.details)
        self.form.changed.connect(self._note_change)
        self._save.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)
        self._discard.clicked.connect(self._close_anyway)
        self._open_same.clicked.connect(self._go_to_same)
        self._add_anyway.clicked.connect(self._add_all_the_same)

    def has_changes(self) -> bool:
        """Whether anything was typed since it was opened or saved."""
        return self._changed

    def reject(self) -> None:
        """Close, unless something typed would be lost: then ask first."""
        if not self._changed:
            super().reject()
            return
        self._say(self.tr("What you changed is not saved."), self._discard)
        self._discard.setFocus()

    @Slot()
    def save(self) -> None:
        """Save, after asking about somebody who may be the same person."""
        details = self.form.details()
        if details is None:
            return
        self._say("")
        if self._client is not None:
            self._write(details)
            return
        work = partial(same_person, self._workplace.desk, details)
        self._workplace.jobs.read(work, owner=self, done=partial(self._weigh, details))

    def _weigh(self, details: ClientDetails, same: tuple[Client, ...]) -> None:
        if not same:
            self._write(details)
            return
        self._same = same[0]
        words = self.tr("This could be {name}, born {day}, record {number}.")
        self._say(
            words.format(
                name=self._same.name,
                day=day_text(self._same.details.date_of_birth),
                number=self._same.record_number,
            ),
            self._open_same,
            self._add_anyway,
        )
        self._open_same.setFocus()

    @Slot()
    def _add_all_the_same(self) -> None:
        details = self.form.details()
        if details is not None:
            self._write(details)

    def _write(self, details: ClientDetails) -> None:
        self._save.setEnabled(False)
        desk, jobs = self._workplace.desk, self._workplace.jobs
        if self._client is None:
            jobs.write(add_client, desk, details, owner=self, done=self._finish, failed=self._refuse)
        else:
            jobs.write(edit_client, desk, self._client, details, owner=self, done=self._finish, failed=self._refuse)

    def _finish(self, client: Client) -> None:
        self._changed = False
        self.saved.emit(client)
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self._save.setEnabled(True)
        if isinstance(error, InvalidError):
            self.form.show_problems(error.problems)
            return
        self._say(sentence(error))
        if isinstance(error, ChangedElsewhereError) and self._client is not None:
            self._say(
                self.tr("This client was changed in another window. Your words are kept: save again to use them.")
            )
            self._workplace.jobs.read(
                get_client, self._workplace.desk, self._client.id, owner=self, done=self._take_current
            )

    def _take_current(self, client: Client) -> None:
        self._client = client

    @Slot()
    def _note_change(self) -> None:
        self._changed = True

    @Slot()
    def _close_anyway(self) -> None:
        self._changed = False
        super().reject()

    @Slot()
    def _go_to_same(self) -> None:
        self._close_anyway()
        if self._same is not None:
            self._workplace.navigator.open_chart(self._same.id)

    def _say(self, words: str, *links: QWidget) -> None:
        self._message.set_sentence(words)
        self._message.setVisible(bool(words))
        for link in (self._open_same, self._add_anyway, self._discard):
            link.setVisible(link in links)
