"""Charged, paid and still due, side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.domain.claims.ledger import Account
from therapist_desk.ui.billing.words import money_text
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class Sums(QWidget):
    """What a visit costs, what came in for it, and the balance; a dash where the bill can't be reckoned yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charged, self._paid, self._balance = (Label("", Text.TITLE) for _ in range(3))
        self._balance.setObjectName("balance")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.GAP)
        for caption, label in (
            (self.tr("Charged"), self._charged),
            (self.tr("Paid"), self._paid),
            (self.tr("Balance"), self._balance),
        ):
            line.addLayout(column(Label(caption, Text.CAPTION, Tone.LABELS), label, spacing=0))
        line.addStretch(1)

    def show_account(self, account: Account) -> None:
        """Show an account."""
        charged = None if account.charged is None else account.charged + account.other_charges
        self._charged.setText(_or_dash(charged))
        self._paid.setText(money_text(account.client_paid + account.payer_paid))
        self._balance.setText(_or_dash(account.balance))
        due = account.balance
        self._balance.set_tone(Tone.INK if due is None or due > 0 else Tone.GREEN)


def _or_dash(cents: int | None) -> str:
    return "–" if cents is None else money_text(cents)
