from __future__ import annotations

from PySide6.QtCore import Qt

from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.visit.map.mark_delegate import name_lines
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import press, settle


def test_a_long_name_stands_whole_on_two_lines_of_a_higher_row(page: VisitPage) -> None:
    for keys in ("t/infraspinatus left\n2\n", "t/lumbar erector spinae left\n1\n"):
        press(page, keys)
    settle(page)
    page.map_panel.toolbar.list.setChecked(True)
    view = page.map_panel.list.view
    short, long = (view.visualRect(view.marks.index(row)) for row in (0, 1))
    assert long.height() > short.height()
    assert long.top() > short.bottom()
    assert view.marks.index(1).data(Qt.ItemDataRole.ToolTipRole).startswith("Left lumbar erector spinae")


def test_a_name_breaks_between_words_and_nothing_of_it_is_lost() -> None:
    name = "L lumbar erector spinae"
    width = text_width("L lumbar erector", Text.SECONDARY_STRONG) + 1
    assert name_lines(name, width) == ("L lumbar erector", "spinae")
    assert name_lines(name, 1000) == (name,)
    assert " ".join(name_lines(name, 1)) == name
