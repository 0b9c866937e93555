from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import ClientId
from therapist_desk.services.clients import archive_client, get_client
from therapist_desk.ui.clients.page import ClientsPage
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.showing import expect_fit, find, show, titles


@pytest.mark.usefixtures("clients")
def test_clients_stand_in_the_order_of_their_family_names(qtbot: QtBot, workplace: Workplace) -> None:
    page = ClientsPage(workplace)
    show(qtbot, workplace, page)

    assert titles(page.list)[:4] == [
        "Mockley, Bartholomew",
        "Placeholder, Tamsin",
        "Sample-Hayes, Juniper",
        "Testcase, Odo",
    ]
    assert page.search.hasFocus()


def test_typing_narrows_the_list_and_return_opens_the_one_left(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    page = ClientsPage(workplace)
    show(qtbot, workplace, page)

    QTest.keyClicks(page.search, "hayes jun")
    qtbot.waitUntil(lambda: titles(page.list) == ["Sample-Hayes, Juniper"])
    with qtbot.waitSignal(workplace.navigator.chart_asked) as asked:
        QTest.keyClick(page.search, Qt.Key.Key_Return)

    assert asked.args[0] == clients["juniper"]


def test_archived_clients_show_only_when_asked_for(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]
) -> None:
    archive_client(workplace.desk, get_client(workplace.desk, clients["odo"]))
    page = ClientsPage(workplace)
    show(qtbot, workplace, page)
    assert "Testcase, Odo" not in titles(page.list)

    find(page, QCheckBox, "archived").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [row] = [row for row in find(page, RowList, "clients").rows if row.title == "Testcase, Odo"]
    assert "Archived" in row.sentence


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(
    qtbot: QtBot,
    workplace: Workplace,
    theme: Theme,
    size: tuple[int, int],
    scheme: Scheme,
) -> None:
    theme.use(scheme)
    page = ClientsPage(workplace)
    show(qtbot, workplace, page, size)

    expect_fit(qtbot, page)
