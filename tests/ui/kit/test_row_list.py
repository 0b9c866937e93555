from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit.row_delegate import RowDelegate
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.theme.fonts import Text, text_width


@pytest.mark.parametrize("lead", ["9:00", "12:30 PM", "22 thg 11"])
def test_what_stands_first_in_a_row_is_not_cut_off(qtbot: QtBot, lead: str) -> None:
    rows = RowList("Visits")
    qtbot.addWidget(rows)

    rows.show_rows([Row(key="1", title="Juniper Sample-Hayes", lead=lead)])

    delegate = rows.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    assert delegate.lead_width > text_width(lead, Text.BODY_STRONG)


def test_a_title_on_two_lines_has_room_for_them(qtbot: QtBot) -> None:
    title = "Bartholomew Mockley: referral ends 9 Dec"
    rows = RowList("Needs attention")
    qtbot.addWidget(rows)
    rows.show_rows([Row(key="1", title=title, caption="6 of 8 visits used", icon="calendar", link="See referral")])
    rows.resize(800, 300)
    rows.show()
    alone = rows.content_height()

    rows.resize(340, 300)
    qtbot.waitUntil(lambda: rows.visualRect(rows.model().index(0, 0)).height() > alone)

    assert rows.content_height() == rows.visualRect(rows.model().index(0, 0)).height() == alone + 18
