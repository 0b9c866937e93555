"""What holds documents back from the insurer, visit by visit, and the way on where it can't be mended any more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.services.readiness import Held
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.visit.checks.check_words import severity_words
from therapist_desk.ui.visit.checks.checks_dialog import ChecksDialog


class HeldDialog(ChecksDialog):
    """Leads to what is missing. Where all of it is signed, a reason lets the document go all the same: `gone_on`."""

    gone_on = Signal(str)  # the reason

    def __init__(self, held: Sequence[Held], parent: QWidget) -> None:
        first = held[0]
        signed = all(each.visit.signed for each in held)
        super().__init__(first.items, first.passed, first.payer, parent, signed=signed)
        if len(held) > 1:
            self._show_visits(held)
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._field = Field(
            self.tr("Reason to send it all the same"),
            self._reason,
            help_text=self.tr("Kept in the audit trail, not in the document."),
        )
        if signed:
            self.add_foot(self._field)
            go_on = Button(self.tr("Send it all the same"), role=ButtonRole.PRIMARY)
            go_on.setObjectName("go_on")
            self.add_action(go_on)
            go_on.clicked.connect(self._go_on)

    def _show_visits(self, held: Sequence[Held]) -> None:
        words = self.tr("Visit {number}, {day}")
        self.show_groups(
            [
                (words.format(number=each.visit.number, day=day_text(each.visit.service_date)), each.items)
                for each in held
            ]
        )
        self.caption.setText(severity_words(held[0].items[0].severity))
        self.list.choose(1)

    @Slot()
    def _go_on(self) -> None:
        reason = self._reason.text().strip()
        if not reason:
            self._field.set_problem(self.tr("Mend what is missing, or say why it is sent without."))
            self._reason.setFocus()
            return
        self.accept()
        self.gone_on.emit(reason)
