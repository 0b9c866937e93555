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
