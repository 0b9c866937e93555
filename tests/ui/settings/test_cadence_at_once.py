"""A card with a cadence, added while the program runs, counts on Home, in the chart and in documents at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.payer import Payer
from therapist_desk.services.cases import list_payers, save_payer
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.documents.maker import references_of
from therapist_desk.ui.home.page import HomePage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.settings.payers_card import PayersCard
from therapist_desk.ui.workplace import Workplace
from ui.showing import find, show, titles

CARD = """name = "Example Mutual"

[report]
visits = 4
source = "contract of 2 May, page 4"
date = 2026-11-23
"""
DUE = "Juniper Sample-Hayes: progress report overdue"


def test_a_cadence_that_is_added_counts_at_once(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId], tmp_path: Path
) -> None:
    # given pages that are open, and a payer whose card is not there yet
    client = clients["juniper"]
    payer: Payer = list_payers(workplace.desk)[0]
    save_payer(workplace.desk, replace(payer, rule_card="example"))
    home, chart = HomePage(workplace), ChartPage(workplace)
    show(qtbot, workplace, home)
    chart.show_client(client, ChartTab.OVERVIEW)
    show(qtbot, workplace, chart)
    assert DUE not in titles(home.findChildren(RowList, "attention")[0])

    # when the card is added in Settings, and one comes back
    card = PayersCard(workplace)
    qtbot.addWidget(card)
    path = tmp_path / "example.toml"
    path.write_text(CARD, encoding="utf-8")
    card.add(path)
    qtbot.waitUntil(workplace.jobs.idle, timeout=30_000)
    home.arrive()
    chart.arrive()
    qtbot.waitUntil(workplace.jobs.idle, timeout=30_000)

    # then the report is due everywhere
    assert DUE in titles(home.findChildren(RowList, "attention")[0])
    assert find(chart, LinkButton, "report_due").text().startswith("Due: 5 visits since")
    assert "example" in {each.id for each in references_of(workplace).cards.cards}
