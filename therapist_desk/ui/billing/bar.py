"""Above a bill: what is charged, paid and due, and the ways to change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.documents.bills import BillFile, open_bill
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.billing.account_dialog import AccountDialog
from therapist_desk.ui.billing.claim_dialog import ClaimDialog
from therapist_desk.ui.billing.details_dialog import BillDetailsDialog
from therapist_desk.ui.billing.line_up_dialog import LineUpDialog
from therapist_desk.ui.billing.sums import Sums
from therapist_desk.ui.billing.units_rule_dialog import UnitsRuleDialog
from therapist_desk.ui.documents.kinds import Kind
from therapist_desk.ui.documents.maker import references_of
from therapist_desk.ui.kit.buttons import Button, ButtonSize, IconButton
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

BILLS = frozenset({DocumentKind.SUPERBILL, DocumentKind.CLAIM_VALUES, DocumentKind.CLAIM_FORM, DocumentKind.RECEIPT})
"""Documents of money."""


class BillBar(Card):
    """Shows itself for documents that ask for money. Says `changed` when such a document must be made anew."""

    changed = Signal()
    page_wanted = Signal(object)  # a page to print for lining up the claim form

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.GRID, parent=parent)
        self.setObjectName("bill_bar")
        self._workplace = workplace
        self._visit_id: VisitId | None = None
        self._file: BillFile | None = None
        self.sums = Sums()
        self._payments = Button(self.tr("Payments…"), size=ButtonSize.SMALL)
        self._payments.setObjectName("payments")
        self._details = Button(self.tr("Bill details…"), size=ButtonSize.SMALL)
        self._details.setObjectName("bill_details")
        self._claim = Button(self.tr("Claim details…"), size=ButtonSize.SMALL)
        self._claim.setObjectName("claim_details")
        self._line_up = IconButton("gear", self.tr("Line up the claim form with the printer"))
        self._line_up.setObjectName("line_up")
        line = row(self.sums, self._payments, self._details, self._claim, self._line_up)
        line.setStretch(0, 1)
        line.setContentsMargins(Space.GRID, 0, 0, 0)
        self.body.addLayout(line)
        self._payments.clicked.connect(self._open_payments)
        self._details.clicked.connect(self.open_details)
        self._claim.clicked.connect(self._open_claim)
        self._line_up.clicked.connect(self._open_line_up)
        self._forget()
        self.hide()

    def show_for(self, visit_id: VisitId | None, kind: Kind) -> None:
        """Show the account of a visit beside its bill; beside other documents there is none to show."""
        wanted = visit_id is not None and kind in BILLS
        self.setVisible(wanted)
        self._claim.setVisible(kind in (DocumentKind.CLAIM_VALUES, DocumentKind.CLAIM_FORM))
        self._line_up.setVisible(kind is DocumentKind.CLAIM_FORM)
        if wanted and visit_id != self._visit_id:
            self._forget()
        self._visit_id = visit_id if wanted else None
        self.read()

    def read(self) -> None:
        """Read the account again."""
        if self._visit_id is not None:
            visit_id = self._visit_id
            read = partial(open_bill, self._workplace.desk, visit_id, references_of(self._workplace))
            self._workplace.jobs.read(read, owner=self, done=partial(self._show, visit_id), failed=self._refuse)

    def _show(self, visit_id: VisitId, file: BillFile) -> None:
        if visit_id == self._visit_id:
            self._file = file
            self.sums.show_account(file.account)
            self._payments.setEnabled(True)
            self._details.setEnabled(True)
            self._claim.setEnabled(file.basis.record.payer is not None)

    def _refuse(self, _error: ExpectedError) -> None:
        self._forget()  # the preview says why there is no bill

    def _forget(self) -> None:
        self._file = None
        for button in (self._payments, self._details, self._claim):
            button.setEnabled(False)

    @Slot()
    def _open_payments(self) -> None:
        if self._file is not None and self._visit_id is not None:
            dialog = AccountDialog(self._workplace, self._visit_id, self._file, references_of(self._workplace), self)
            dialog.changed.connect(self._tell)
            dialog.open()

    @Slot()
    def open_details(self) -> None:
        """Open what is settled for the bill."""
        if self._file is not None and self._visit_id is not None:
            dialog = BillDetailsDialog(
                self._workplace, self._visit_id, self._file, references_of(self._workplace), self
            )
            dialog.saved.connect(self._tell)
            dialog.rule_wanted.connect(self._open_rule)
            dialog.open()

    @Slot()
    def _open_rule(self) -> None:
        payer = self._file.basis.record.payer if self._file else None
        if payer is not None:
            dialog = UnitsRuleDialog(self._workplace, payer, self)
            dialog.saved.connect(self._tell)
            dialog.open()

    @Slot()
    def _open_claim(self) -> None:
        payer = self._file.basis.record.payer if self._file else None
        if self._file is not None and payer is not None:
            dialog = ClaimDialog(self._workplace, self._file, payer, self)
            dialog.saved.connect(self._tell)
            dialog.open()

    @Slot()
    def _open_line_up(self) -> None:
        dialog = LineUpDialog(self._workplace, self)
        dialog.page_wanted.connect(self.page_wanted)
        dialog.saved.connect(self.changed)
        dialog.open()

    @Slot()
    def _tell(self) -> None:
        self.read()
        self.changed.emit()
