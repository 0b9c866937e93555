"""The account on the overview: what is open, and a payment that is entered meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from reports.test_bill import card
from services.billed import MANUAL, PAYER, signed_visit
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services.billing.accounts import EntryDraft, enter
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.clients import add_client
from therapist_desk.ui.chart.chart_reader import read_chart
from therapist_desk.ui.chart.overview.account_card import AccountCard
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.workplace import Workplace
from ui.showing import find


def balances(card: AccountCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel, "balance") if label.isVisible()]


def test_the_account_says_what_is_open_and_follows_payments(
    qtbot: QtBot, workplace: Workplace, clock: HandClock
) -> None:
    pooled = card(UnitRule.CMS_EIGHT_MINUTE)
    workplace.rules.cards = RuleCards(cards=(pooled,))
    desk = workplace.desk
    details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    client_id = add_client(desk, details).id
    host = QWidget()
    shown = AccountCard(workplace)
    QVBoxLayout(host).addWidget(shown)
    qtbot.addWidget(host)
    host.show()
    shown.show_contents(read_chart(desk, client_id, None))
    qtbot.waitUntil(workplace.jobs.idle)
    assert not shown.isVisible()

    visit_id = signed_visit(desk, clock, client_id, (MANUAL, 30), payer=replace(PAYER, rule_card=pooled.id))
    shown.show_contents(read_chart(desk, client_id, None))
    qtbot.waitUntil(lambda: balances(shown) == ["$80.00"])

    enter(desk, visit_id, EntryDraft(kind=EntryKind.CLIENT_PAID, on=desk.today(), cents=3000, method=Method.CASH))
    shown.read()

    qtbot.waitUntil(lambda: balances(shown) == ["$50.00"])
    with qtbot.waitSignal(shown.statement_wanted):
        find(shown, LinkButton, "statement").click()
