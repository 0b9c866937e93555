"""The Case tab as a therapist handles it: buttons pressed, forms saved, what it says read."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from therapist_desk.services.cases import CaseFile, case_files
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def only_file(workplace: Workplace, chart: Chart, name: str) -> CaseFile:
    [file] = case_files(workplace.desk, chart.clients[name])
    return file


def press(page: QWidget, name: str) -> None:
    find(page, QAbstractButton, name).click()


def save(qtbot: QtBot, workplace: Workplace, page: ChartPage) -> None:
    press(page, "save")
    qtbot.waitUntil(workplace.jobs.idle)


def choose_in(page: QWidget, name: str, value: str) -> None:
    box = find(page, QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def search(qtbot: QtBot, workplace: Workplace, page: QWidget, text: str) -> None:
    type_into(page, "code_search", text)
    qtbot.waitUntil(workplace.jobs.idle, timeout=30_000)


def problem(page: QWidget, name: str) -> str:
    field = find(page, QWidget, name).parentWidget()
    assert isinstance(field, Field)
    return field.problem()


def words(page: ChartPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
