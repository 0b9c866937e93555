"""The order's card: its scan, its renewal, and a case that comes with the first order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.care.orders import case_orders
from therapist_desk.services.cases import case_files
from therapist_desk.services.clients import add_client
from therapist_desk.ui.chart.case.paper_files import NativePaperFiles
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def words(page: ChartPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def press(qtbot: QtBot, workplace: Workplace, page: QWidget, name: str) -> None:
    find(page, QAbstractButton, name).click()
    qtbot.waitUntil(workplace.jobs.idle, timeout=30_000)


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scan that the system's dialog gives when it is asked."""
    path = tmp_path / "scan.pdf"  # its name lies: the content tells
    image = QImage(400, 500, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert image.save(str(path), "PNG")  # type: ignore[call-overload]
    monkeypatch.setattr(NativePaperFiles, "choose_scan", lambda *_: path)
    monkeypatch.setattr(NativePaperFiles, "choose_place", lambda *_: tmp_path / "copy.png")
    return path


def test_a_scanned_order_is_attached_looked_at_saved_and_removed(
    qtbot: QtBot, workplace: Workplace, chart: Chart, scan: Path
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    assert find(page, QPushButton, "scan").text() == "Attach the order"
    press(qtbot, workplace, page, "scan")
    assert find(page, QPushButton, "scan").text() == "Order, scanned"

    press(qtbot, workplace, page, "scan")
    assert find(page, QLabel, "page").pixmap().width() > 0
    assert "Page 1 of 1" in words(page)
    press(qtbot, workplace, page, "save_copy")
    assert (scan.parent / "copy.png").read_bytes() == scan.read_bytes()
    press(qtbot, workplace, page, "remove_paper")
    press(qtbot, workplace, page, "remove_paper")

    assert find(page, QPushButton, "scan").text() == "Attach the order"


def test_a_torn_scan_is_refused_with_a_sentence(qtbot: QtBot, workplace: Workplace, chart: Chart, scan: Path) -> None:
    scan.write_bytes(scan.read_bytes()[:-40])
    told: list[ExpectedError] = []
    workplace.jobs.unhandled_problem.connect(told.append)
    page = chart.open("juniper", ChartTab.CASE)

    press(qtbot, workplace, page, "scan")

    assert [error.code for error in told] == ["paper_torn"]
    assert find(page, QPushButton, "scan").text() == "Attach the order"


def test_a_renewal_keeps_the_order_before_it_and_an_overlap_is_asked_about(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    assert "At one visit a week, 10 of 12 are used by its end" in words(page)
    find(page, QAbstractButton, "new_referral").click()
    for name, text in (("ordered_on", "20 Dec 2026"), ("starts_on", "20 Dec 2026"), ("expires_on", "20 Mar 2027")):
        type_into(page, name, text)
    press(qtbot, workplace, page, "save")
    assert any(text.startswith("Overlaps the order of 12 Oct to 30 Dec") for text in words(page))

    press(qtbot, workplace, page, "save_overlap")

    [file] = case_files(workplace.desk, chart.clients["juniper"])
    starts = [order.referral.starts_on for order in case_orders(workplace.desk, file.case.id)]
    assert starts == [date(2026, 12, 20), date(2026, 10, 12)]
    assert find(page, LinkButton, "former_referral").text().startswith("20 Dec to 20 Mar 2027")


def test_the_first_order_opens_a_case(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    details = ClientDetails(given_name="Noor", family_name="Newhere", date_of_birth=date(1980, 1, 1))
    chart.clients["noor"] = add_client(workplace.desk, details).id
    page = chart.open("noor", ChartTab.CASE)
    find(page, QPushButton, "first_referral").click()
    for name, text in (
        ("physician_name", "Ilse Placeholder"),
        ("ordered_on", "20 Nov 2026"),
        ("starts_on", "20 Nov 2026"),
        ("visits_allowed", "6"),
    ):
        type_into(page, name, text)

    press(qtbot, workplace, page, "save")

    [file] = case_files(workplace.desk, chart.clients["noor"])
    assert file.case.title == "Ordered by Ilse Placeholder"
    assert file.referral is not None
    assert file.referral.visits_allowed == 6


def test_an_order_starts_the_day_it_is_written_unless_said_otherwise(chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    find(page, QAbstractButton, "new_referral").click()

    type_into(page, "ordered_on", "12/20/2026\r")
    assert find(page, QLineEdit, "starts_on").text() == "20 Dec 2026"
    type_into(page, "starts_on", "4 Jan 2027\t")
    type_into(page, "ordered_on", "21 Dec 2026\t")

    assert find(page, QLineEdit, "starts_on").text() == "4 Jan 2027"
