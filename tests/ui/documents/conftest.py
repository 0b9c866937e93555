"""A client with one signed visit and a few drafts, and the tab of documents in a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.workplace import Workplace

CHART_HEAD = 134
"""What the chart's header and tabs take of the window."""


@dataclass(frozen=True)
class Chart:
    client_id: ClientId
    visits: dict[int, VisitId]
    """By number; the first is signed."""


class Answers:
    """Stands in for the system's dialogs: answers as told, and notes what it was asked."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.printed: Path | None = None
        self.suggested: list[Path] = []
        self.folders: list[Path] = []

    def choose_file(self, _parent: QWidget, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.path

    def choose_printer(self, _parent: QWidget, printer: QPrinter, _page_count: int) -> bool:
        if self.printed is None:
            return False
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return True

    def show_folder(self, folder: Path) -> None:
        self.folders.append(folder)


@pytest.fixture
def chart(workplace: Workplace, clients: dict[str, ClientId]) -> Chart:
    desk = workplace.desk
    visits = {visit.number: visit.id for visit in client_visits(desk, clients["juniper"])}
    sign_visit(desk, visits[1], PASSPHRASE, override_reason="a test")
    return Chart(clients["juniper"], visits)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def tab(workplace: Workplace, answers: Answers, qtbot: QtBot) -> Iterator[DocumentsTab]:
    """The tab in a window that is not shown yet."""
    window = QWidget()
    result = DocumentsTab(workplace, dialogs=answers)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, CHART_HEAD, 0, 0)
    column.addWidget(result)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    yield result
    window.close()
