from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.settings.payers_card import PayersCard
from therapist_desk.ui.workplace import Workplace

CARD = """name = "Example Mutual"

[units]
rule = "midpoint"
source = "provider manual, page 3"
date = 2026-11-23
"""


@pytest.fixture
def card(qtbot: QtBot, workplace: Workplace) -> PayersCard:
    shown = PayersCard(workplace)
    qtbot.addWidget(shown)
    return shown


def test_a_card_that_is_added_counts_at_once(card: PayersCard, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(CARD, encoding="utf-8")

    card.add(path)
    assert workplace.jobs.flush(10)

    assert "example" in {each.id for each in workplace.rule_cards.cards}
    (row,) = (row for row in card.list.rows if row.key == "example")
    assert row.pill is not None
    assert row.caption.startswith("midpoint rule")
    assert not card.message.isVisibleTo(card)


def test_a_wrong_card_is_refused_with_its_line_and_the_reason(
    card: PayersCard, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "example.toml"
    path.write_text(CARD.replace("midpoint", "half"), encoding="utf-8")
    before = workplace.rule_cards

    card.add(path)
    assert workplace.jobs.flush(10)

    assert card.message.isVisibleTo(card)
    assert any("example.toml, line 4" in label.text() for label in card.message.findChildren(QLabel))
    assert workplace.rule_cards == before
    assert not (workplace.desk.folder / "payers" / "example.toml").exists()


def test_a_card_is_looked_for_among_the_users_documents(card: PayersCard, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def choose(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    find_button = next(button for button in card.findChildren(QPushButton) if button.text() == "Add a card…")

    find_button.click()

    assert begun == [QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)]


def test_every_shipped_card_stands_there_with_what_is_known_of_it(card: PayersCard) -> None:
    captions = {row.key: row.caption for row in card.list.rows}

    assert "units rule not known" in captions["private-insurer"]
    assert "report after 6 visits or 30 days" in captions["washington-li"]
