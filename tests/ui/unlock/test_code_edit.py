from __future__ import annotations

from pytestqt.qtbot import QtBot

from therapist_desk.ui.unlock.code_edit import CodeEdit, grouped


def test_any_way_of_writing_becomes_groups_of_four() -> None:
    assert grouped("abcd efgh-12") == "ABCD-EFGH-12"


def test_dashes_come_by_themselves_while_one_types(qtbot: QtBot) -> None:
    edit = CodeEdit()
    qtbot.addWidget(edit)

    qtbot.keyClicks(edit, "abcdef")

    assert edit.text() == "ABCD-EF"
    assert edit.cursorPosition() == 7


def test_the_mistyped_group_is_selected(qtbot: QtBot) -> None:
    edit = CodeEdit()
    qtbot.addWidget(edit)
    edit.setText("AAAA-BBBB-CCCC")

    edit.go_to_group(2)

    assert edit.selectedText() == "BBBB"
