"""The Documents tab as a therapist handles it: kinds and visits chosen, what it says read."""

from __future__ import annotations

import io

from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kind_list import KindList
from therapist_desk.ui.documents.kinds import Kind
from therapist_desk.ui.kit import Select
from therapist_desk.ui.kit.rows import Row, row_of
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Chart


def show(tab: DocumentsTab, chart: Chart, qtbot: QtBot, number: int = 1) -> None:
    tab.show_client(chart.client_id, chart.visits[number])
    tab.window().show()
    wait_for(tab, chart, qtbot, number)


def wait_for(tab: DocumentsTab, chart: Chart, qtbot: QtBot, number: int) -> None:
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.visit_id == chart.visits[number])
    qtbot.waitUntil(tab.preview.pages.is_drawn)


def kind_rows(tab: DocumentsTab) -> list[Row]:
    model = kinds(tab).model()
    return [row_of(model.index(place, 0)) for place in range(model.rowCount())]


def kinds(tab: DocumentsTab) -> KindList:
    return tab.findChildren(KindList, "kinds")[0]


def visits(tab: DocumentsTab) -> Select:
    return tab.findChildren(Select, "visits")[0]


def turn_to(tab: DocumentsTab, kind: Kind) -> None:
    kinds(tab).show_kind(kind)
    kinds(tab).turned.emit(kind)


def turn_to_visit(tab: DocumentsTab, visit_id: VisitId) -> None:
    choose(visits(tab), visit_id)


def choose(select: Select, data: object) -> None:
    place = select.findData(data)
    select.setCurrentIndex(place)
    select.activated.emit(place)


def button(tab: DocumentsTab, name: str) -> QAbstractButton:
    found = tab.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def label(tab: DocumentsTab, name: str) -> str:
    found = tab.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def text_of(tab: DocumentsTab) -> str:
    pages = PdfReader(io.BytesIO(tab.document.data)).pages if tab.document else []
    return " ".join(page.extract_text() for page in pages)


def trail(workplace: Workplace, chart: Chart, number: int = 1) -> list[str]:
    with workplace.desk.store.reading() as charts:
        return [event.detail for event in charts.audit.of(chart.visits[number])]
