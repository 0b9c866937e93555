"""Unlock: therapist, passphrase, and what to do without it. While locked it goes on showing the running clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.services.opening import CanUnlock
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.unlock.panel import Panel
from therapist_desk.ui.unlock.passphrase_entry import PassphraseEntry
from therapist_desk.ui.unlock.therapist_choice import TherapistChoice

if TYPE_CHECKING:
    from therapist_desk.ui.unlock.session_line import SessionLine


class UnlockPanel(Panel):
    """`people` is never empty. `unlock_asked` gives the therapist's id and the passphrase."""

    unlock_asked = Signal(str, str)
    recovery_asked = Signal(str)
    other_folder_asked = Signal()
    samples_asked = Signal()

    def __init__(
        self,
        people: Sequence[CanUnlock],
        *,
        caption: str,
        chosen_id: str = "",
        hint: str = "",
        offer_samples: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", caption, parent=parent)
        self.title.setText(self.tr("Unlock the charts"))
        self._session: SessionLine | None = None
        self.people = TherapistChoice(people, chosen_id)
        self.passphrase = PassphraseEntry(self.tr("Passphrase"))
        self.unlock = Button(
            self.tr("Unlock"), role=ButtonRole.PRIMARY, size=ButtonSize.ENTRY, icon_name="key", parent=self
        )
        self.recovery = LinkButton(self.tr("Use recovery code"))
        self.other_folder = LinkButton(self.tr("Open another chart folder…"))
        self.samples = LinkButton(self.tr("Explore with sample clients"), small=True)
        self.samples.setVisible(offer_samples)
        for name, widget in (
            ("passphrase", self.passphrase.edit),
            ("unlock", self.unlock),
            ("recovery", self.recovery),
            ("other_folder", self.other_folder),
            ("samples", self.samples),
        ):
            widget.setObjectName(name)
        self.body.addLayout(
            column(Label(self.tr("Therapist"), Text.SECONDARY_STRONG), self.people, spacing=Space.GRID)
        )
        if hint:
            self.body.addWidget(Label(hint, Text.SECONDARY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.unlock)
        self.body.addLayout(row(self.recovery, None, self.other_folder))
        self.body.addLayout(row(self.samples, None))
        self.unlock.clicked.connect(self._ask)
        self.passphrase.edit.returnPressed.connect(self._ask)
        self.recovery.clicked.connect(self._ask_recovery)
        self.other_folder.clicked.connect(self.other_folder_asked)
        self.samples.clicked.connect(self.samples_asked)
        self.people.chosen.connect(self._start_over)

    @property
    def session(self) -> SessionLine:
        """The clocks of sessions that go on, over the therapists; made when there is one to show."""
        from therapist_desk.ui.unlock.session_line import SessionLine  # noqa: PLC0415 - only while locked

        if self._session is None:
            self._session = SessionLine()
            self.body.insertWidget(1, self._session)
        return self._session

    def begin(self) -> None:
        self.passphrase.edit.setFocus()

    def take_over(self, typed: str, *, submit: bool) -> None:
        self.passphrase.edit.setText(typed)
        if submit:
            self._ask()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the passphrase is being tried; nothing else can be pressed meanwhile."""
        self.unlock.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))
        for widget in (self.people, self.unlock, self.recovery, self.other_folder, self.samples):
            widget.setEnabled(not busy)
        # A disabled field would lose the focus; read-only keeps it.
        self.passphrase.edit.setReadOnly(busy)

    def refuse(self, sentence: str) -> None:
        """Say at the field why the charts did not open, ready to type again."""
        self.set_busy(busy=False)
        self.passphrase.set_problem(sentence)
        self.passphrase.take_again()

    @Slot()
    def _ask(self) -> None:
        if self.passphrase.edit.isReadOnly():
            return
        if not self.passphrase.text():
            self.refuse(self.tr("Type your passphrase."))
            return
        self.passphrase.set_problem("")
        self.unlock_asked.emit(self.people.therapist_id(), self.passphrase.text())

    @Slot()
    def _ask_recovery(self) -> None:
        self.recovery_asked.emit(self.people.therapist_id())

    @Slot()
    def _start_over(self) -> None:
        self.passphrase.edit.clear()
        self.passphrase.set_problem("")
