from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.settings.payers_card import PayersCard
from therapist_desk.ui.settings.rule_card_dialog import RuleCardDialog
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


def test_every_wrong_card_in_the_folder_is_named_until_it_is_gone(
    card: PayersCard, workplace: Workplace, qtbot: QtBot
) -> None:
    folder = workplace.desk.folder / "payers"
    folder.mkdir(exist_ok=True)
    wrong = [folder / f"{name}.toml" for name in ("first", "second")]
    for path in wrong:
        path.write_text("name = half", encoding="utf-8")
    card.read()
    qtbot.waitUntil(workplace.jobs.idle)
    (said,) = (label.text() for label in card.message.findChildren(QLabel) if label.text())
    assert "first.toml, line 1" in said
    assert "second.toml, line 1" in said

    for path in wrong:
        path.unlink()
    card.read()
    qtbot.waitUntil(workplace.jobs.idle)

    assert not card.message.isVisibleTo(card)


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


def test_a_press_shows_every_value_of_a_card_with_its_source_and_date(card: PayersCard) -> None:
    dialog = opened(card, "washington-li")
    titles = [row.title for row in dialog.list.rows]

    assert titles[:4] == [
        "How units are counted",
        "Not known: look it up with the payer, and say it in a visit or a bill",
        "Progress report",
        "Report after 6 visits or 30 days",
    ]
    assert {"Visits 1 to 6: nothing needed", "From visit 13: approval by the claim manager"} <= set(titles)
    assert {"Visits 7 to 12: form F245-417-000", "Visits of a day: 1"} <= set(titles)
    late = next(row for row in dialog.list.rows if row.title.startswith("P-03"))
    assert late.pill is not None
    assert late.pill[0] == "holds back"

    dialog.list.choose(titles.index("Report after 6 visits or 30 days"))
    assert "Source read on 23 Nov 2026: WAC 296-23-250" in source_of(dialog)
    dialog.list.choose(1)
    assert "Nothing is assumed" in source_of(dialog)


def test_every_value_of_every_shipped_card_is_shown(card: PayersCard, workplace: Workplace) -> None:
    for each in workplace.rule_cards.cards:
        shown = [row.caption for row in opened(card, each.id).list.rows if row.caption]

        assert sorted(shown) == sorted(source.words for source in each.sources)


def test_a_shipped_card_is_copied_from_there_to_be_edited(
    card: PayersCard, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    button = opened(card, "cash").findChild(QPushButton, "edit_card")
    assert button is not None

    button.click()
    assert workplace.jobs.flush(10)

    assert (workplace.desk.folder / "payers" / "cash.toml").exists()
    assert shown == [str(workplace.desk.folder / "payers")]
    again = opened(card, "cash").findChild(QPushButton, "edit_card")
    assert again is not None
    assert again.text() == "Show file"


def opened(card: PayersCard, card_id: str) -> RuleCardDialog:
    card.list.pressed_row.emit(card_id)
    return card.findChildren(RuleCardDialog)[-1]


def source_of(dialog: RuleCardDialog) -> str:
    label = dialog.findChild(QLabel, "card_source")
    assert label is not None
    return label.text()
