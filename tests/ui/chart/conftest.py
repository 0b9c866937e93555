"""A chart page on a store with a few clients."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import ClientId
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.showing import find, show


class Chart:
    """Opens charts of the sample clients, by first name."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> None:
        self.clients = clients
        self._qtbot = qtbot
        self._workplace = workplace

    def open(
        self, name: str = "juniper", tab: ChartTab = ChartTab.OVERVIEW, size: tuple[int, int] = (1366, 768)
    ) -> ChartPage:
        page = ChartPage(self._workplace)
        page.show_client(self.clients[name], tab)
        show(self._qtbot, self._workplace, page, size)
        return page


def pick(page: ChartPage, action: str) -> None:
    """Choose an action of the header's menu."""
    find(page, IconButton, "more").click()
    menu = page.findChildren(QMenu)[-1]
    next(item for item in menu.actions() if item.text() == action).trigger()
    menu.close()


@pytest.fixture
def chart(qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> Chart:
    return Chart(qtbot, workplace, clients)
