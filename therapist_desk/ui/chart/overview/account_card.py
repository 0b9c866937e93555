"""The card with the client's account over all visits: what is open, and with whom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.claims.account import ClientAccount, Sums
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.billing.balances import client_account
from therapist_desk.ui.billing.words import money_text
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace


class AccountCard(Card):
    """Shown once something was billed or paid. It is read each time it is looked at, after the rest of the chart."""

    statement_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._client_id: ClientId | None = None
        self._begun = False
        self._header = CardHeader(self.tr("Account"))
        link = LinkButton(self.tr("Statement"), small=True)
        link.setObjectName("statement")
        link.setAccessibleName(self.tr("Statement of account"))
        link.clicked.connect(self.statement_wanted)
        self._header.add_action(link)
        self._rows = QWidget()
        self.body.addWidget(self._header)
        self.body.addWidget(self._rows)
        self.hide()

    def show_contents(self, contents: ChartContents) -> None:
        """Take the client of a chart; the account itself is read where the overview is seen."""
        self._begun = any(visit.status is not VisitStatus.PLANNED for visit in contents.visits)
        if contents.client.id != self._client_id or not self._begun:
            self.hide()
        self._client_id = contents.client.id
        if (around := self.parentWidget()) is not None and around.isVisible():
            self.read()

    def read(self) -> None:
        """Read the account, where there has been a visit."""
        if self._begun and self._client_id is not None:
            work = partial(client_account, self._workplace.desk, self._client_id, self._workplace.rule_cards)
            done = partial(self._show, self._client_id)
            self._workplace.jobs.read(work, owner=self, done=done, failed=self._refuse)

    def _refuse(self, _error: ExpectedError) -> None:
        self.hide()  # what cannot be read is told where its visit is opened

    def _show(self, client_id: ClientId, account: ClientAccount) -> None:
        if client_id != self._client_id:
            return
        self.setVisible(bool(account.bills))
        sums = account.sums
        words = self.tr("charged {charged}, paid {paid}")
        paid = sums.client_paid + sums.payer_paid
        self._header.set_caption(words.format(charged=money_text(sums.charged), paid=money_text(paid)))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line(self.tr("Still open"), sums, strong=True))
        if len(account.groups) > 1 or any(payer for _, payer, _ in account.groups):
            for case, payer, own in account.groups:
                column.addLayout(self._line(f"{case} · {payer or self.tr('the client pays')}", own))
        if older := sum(account.ages[1:]):
            told = self.tr("{amount} of it for visits more than 30 days ago").format(amount=money_text(older))
            column.addWidget(Label(told, Text.SECONDARY, Tone.LABELS, wrap=True))
        if sums.waiting:
            words = self.tr("1 bill waits") if sums.waiting == 1 else self.tr("{n} bills wait")
            told = self.tr("{bills}: the superbill says for what").format(bills=words.format(n=sums.waiting))
            column.addWidget(Label(told, Text.SECONDARY, Tone.LABELS, wrap=True))
        self.body.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _line(self, words: str, sums: Sums, *, strong: bool = False) -> QHBoxLayout:
        told = Label(words, Text.BODY_STRONG if strong else Text.SECONDARY, wrap=True)
        amount = Label(money_text(sums.due), Text.TITLE if strong else Text.SECONDARY_STRONG)
        amount.setAccessibleName(f"{words}: {money_text(sums.due)}")
        if strong:
            amount.setObjectName("balance")
            amount.set_tone(Tone.INK if sums.due > 0 else Tone.GREEN)
        line = row(told, amount)
        line.setStretch(0, 1)
        return line
