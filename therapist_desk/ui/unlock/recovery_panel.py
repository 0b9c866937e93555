"""A lost passphrase: the recovery code from paper, and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.services.opening import CanUnlock
from therapist_desk.ui.first_run.new_passphrase import NewPassphrase
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, LinkButton
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.unlock.code_edit import CodeEdit
from therapist_desk.ui.unlock.panel import Panel
from therapist_desk.ui.unlock.therapist_choice import TherapistChoice
from therapist_desk.ui.wording import field_sentence


class RecoveryPanel(Panel):
    """`recover_asked` gives the therapist's id, the code as typed and the new passphrase."""

    recover_asked = Signal(str, str, str)
    back_asked = Signal()

    def __init__(
        self, people: Sequence[CanUnlock], chosen_id: str, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent=parent)
        self.title.setText(self.tr("Use the recovery code"))
        self.caption.setText(self.tr("It was shown once when the charts were set up: eight groups of four."))
        self.caption.setVisible(True)
        self.code = CodeEdit()
        self.code.setObjectName("code")
        self._code_field = Field(self.tr("Recovery code"), self.code)
        self.people = TherapistChoice(people, chosen_id)
        self.passphrase = NewPassphrase(jobs)
        self.recover = Button(
            self.tr("Set passphrase and unlock"), role=ButtonRole.PRIMARY, size=ButtonSize.ENTRY, icon_name="key"
        )
        self.recover.setObjectName("recover")
        self._back = LinkButton(self.tr("Back"))
        self.body.addWidget(self._code_field)
        self.body.addLayout(column(Label(self.tr("Therapist"), Text.SECONDARY_STRONG), self.people))
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.recover)
        self.body.addLayout(row(self._back, None))
        self.recover.clicked.connect(self._ask)
        self.passphrase.submitted.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        self._back.clicked.connect(self.back_asked)

    def begin(self) -> None:
        self.code.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the code is being tried."""
        self.recover.setText(self.tr("Unlocking…") if busy else self.tr("Set passphrase and unlock"))
        for widget in (self.people, self.recover, self._back):
            widget.setEnabled(not busy)

    def refuse_code(self, sentence: str, group: int | None = None) -> None:
        """Say what is wrong with the code and go to the group, counted from 1, where it is known."""
        self.set_busy(busy=False)
        self._code_field.set_problem(sentence)
        self.code.go_to_group(group)

    def refuse_passphrase(self, sentence: str) -> None:
        """Say what is wrong with the new passphrase."""
        self.set_busy(busy=False)
        self.passphrase.refuse(sentence)

    def problem(self) -> str:
        """The sentence at the code, or an empty string."""
        return self._code_field.problem()

    @Slot()
    def _ask(self) -> None:
        if not self.recover.isEnabled():
            return
        self._code_field.set_problem("")
        if not self.code.text().strip():
            self.refuse_code(field_sentence(FieldProblem("code", "required")))
        elif self.passphrase.check():
            self.recover_asked.emit(self.people.therapist_id(), self.code.text(), self.passphrase.text())
