"""A client with four visits to sign and one that is running, and a window to sign them in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.notes.note import Paragraph, Section
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.services.visit.notes import save_note
from therapist_desk.services.visit.visits import client_visits, open_visit
from therapist_desk.ui.workplace import Workplace
from told import tell_health

READY, RUNNING = 1, 5


@pytest.fixture
def files(workplace: Workplace, clients: dict[str, ClientId]) -> dict[int, VisitFile]:
    """The client's visits by number; the first is ready to be signed, the last one is running."""
    desk = workplace.desk
    numbers = {visit.number: visit.id for visit in client_visits(desk, clients["juniper"])}
    note = open_visit(desk, numbers[READY]).visit.note
    plan = Paragraph(Section.PLAN, "Weekly, same regions.")
    save_note(desk, numbers[READY], replace(note, paragraphs=(*note.paragraphs, plan)))
    tell_health(desk, numbers[READY])
    return {number: open_visit(desk, visit_id) for number, visit_id in numbers.items()}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    QVBoxLayout(result).addWidget(QLabel("Visit"))
    result.resize(1366, 768)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    return result
