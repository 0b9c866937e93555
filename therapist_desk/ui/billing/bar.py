"""Above a bill: what is charged, paid and due, and the ways to change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.accounts import BillFile, open_bill
from therapist_desk.services.documents import DocumentKind, References
from therapist_desk.ui.billing.account_dialog import AccountDialog
from therapist_desk.ui.billing.sums import Sums
from therapist_desk.ui.documents.kinds import Kind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

BILLS = frozenset({DocumentKind.SUPERBILL, DocumentKind.CLAIM_VALUES, DocumentKind.CLAIM_FORM})
"""Documents that ask for money."""


class BillBar(Card):
    """Shows itself for documents that ask for money. Says `changed` when such a document must be made anew."""

    changed = Signal()

    def __init__(self, workplace: Workplace, references: References, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.GRID, parent=parent)
        self.setObjectName("bill_bar")
        self._workplace, self._references = workplace, references
        self._visit_id: VisitId | None = None
        self._file: BillFile | None = None
        self.sums = Sums()
        self._payments = Button(self.tr("Payments…"))
        self._payments.setObjectName("payments")
        line = row(self.sums, self._payments)
        line.setStretch(0, 1)
        line.setContentsMargins(Space.GRID, 0, 0, 0)
        self.body.addLayout(line)
        self._payments.clicked.connect(self._open_payments)
        self.hide()

    def show_for(self, visit_id: VisitId | None, kind: Kind) -> None:
        """Show the account of a visit beside its bill; beside other documents there is none to show."""
        wanted = visit_id is not None and kind in BILLS
        self.setVisible(wanted)
        if wanted and visit_id != self._visit_id:
            self._forget()
        self._visit_id = visit_id if wanted else None
        self.read()

    def read(self) -> None:
        """Read the account again."""
        if self._visit_id is not None:
            visit_id = self._visit_id
            read = partial(open_bill, self._workplace.desk, visit_id, self._references)
            self._workplace.jobs.read(read, owner=self, done=partial(self._show, visit_id), failed=self._refuse)

    def _show(self, visit_id: VisitId, file: BillFile) -> None:
        if visit_id == self._visit_id:
            self._file = file
            self.sums.show_account(file.account)
            self._payments.setEnabled(True)

    def _refuse(self, _error: ExpectedError) -> None:
        self._forget()  # the preview says why there is no bill

    def _forget(self) -> None:
        self._file = None
        self._payments.setEnabled(False)

    @Slot()
    def _open_payments(self) -> None:
        if self._file is not None and self._visit_id is not None:
            dialog = AccountDialog(self._workplace, self._visit_id, self._file, self._references, self)
            dialog.changed.connect(self._tell)
            dialog.open()

    @Slot()
    def _tell(self) -> None:
        self.read()
        self.changed.emit()
