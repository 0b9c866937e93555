from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit.select import Select

TITLE = "Chronic neck pain with tension headache after a collision"


@pytest.mark.parametrize(("width", "cut"), [(160, True), (700, False)])
def test_words_that_are_cut_off_end_in_dots_and_are_read_out_whole(qtbot: QtBot, width: int, *, cut: bool) -> None:
    select = Select(name="Case")
    qtbot.addWidget(select)
    select.addItem(TITLE)
    select.resize(width, 32)

    option = QStyleOptionComboBox()
    select.initStyleOption(option)

    assert option.currentText.endswith("…") is cut
    assert option.fontMetrics.horizontalAdvance(option.currentText) < width
    assert select.currentText() == TITLE


@pytest.mark.parametrize(
    "words", ["none", "Range of motion", "Motor vehicle, PIP (generic)", "Visit 1, 24 Oct", TITLE]
)
def test_at_the_width_it_asks_for_no_word_is_cut_off(qtbot: QtBot, words: str) -> None:
    select = Select(name="Measured by")
    qtbot.addWidget(select)
    select.addItem(words)
    select.ensurePolished()
    select.resize(select.sizeHint())

    option = QStyleOptionComboBox()
    select.initStyleOption(option)

    assert option.currentText == words


def test_a_choice_without_end_asks_for_no_more_than_a_form_has(qtbot: QtBot) -> None:
    select = Select(name="Rule card")
    qtbot.addWidget(select)
    select.addItem("A" * 3000)

    assert select.minimumSizeHint().width() < select.sizeHint().width() < 640
