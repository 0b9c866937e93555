"""The card of the logo, in a real window on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.services.documents.logo import read_logo
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.settings.logo_card import LogoCard
from therapist_desk.ui.workplace import Workplace


class Files:
    """Stands in for the system's dialog."""

    def __init__(self) -> None:
        self.path: Path | None = None

    def choose_picture(self, _parent: QWidget) -> Path | None:
        return self.path


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def card(workplace: Workplace, files: Files, qtbot: QtBot) -> LogoCard:
    made = LogoCard(workplace, files)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def drawn(folder: Path, colour: str) -> Path:
    picture = QImage(120, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    path = folder / "logo.png"
    picture.save(str(path))
    return path


def test_a_logo_is_chosen_shown_and_removed(
    card: LogoCard, files: Files, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    card.read()
    assert not card.paper.isVisible()
    files.path = drawn(tmp_path, "#0B3B4C")

    qtbot.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(card.paper.isVisible)

    assert read_logo(workplace.desk) is not None
    shown = card.paper.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2).name() == "#0b3b4c"
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.paper.isVisible())
    assert read_logo(workplace.desk) is None


def test_a_bad_file_is_refused_in_a_sentence(card: LogoCard, files: Files, qtbot: QtBot, tmp_path: Path) -> None:
    files.path = tmp_path / "logo.svg"
    files.path.write_text("<svg/>")

    qtbot.mouseClick(card.choose, Qt.MouseButton.LeftButton)

    banner = card.findChildren(Banner, "logo_trouble")[0]
    qtbot.waitUntil(banner.isVisible)
    assert "logo.svg is not a PNG or JPEG" in " ".join(label.text() for label in banner.findChildren(QLabel))


def test_a_pale_logo_is_told(card: LogoCard, files: Files, qtbot: QtBot, tmp_path: Path) -> None:
    files.path = drawn(tmp_path, "#FFE9A8")
    qtbot.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    pale = card.findChildren(QWidget, "pale_logo")[0]
    qtbot.waitUntil(pale.isVisible)
