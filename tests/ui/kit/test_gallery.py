"""What holds for every widget of the kit, shown on one page in light and dark."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QGraphicsEffect, QLabel, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.theme.tokens import DARK, LIGHT

SOURCE = Path(__file__).parents[3] / "tools" / "kit_gallery.py"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    spec = importlib.util.spec_from_file_location("kit_gallery", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    result = module.gallery()
    assert isinstance(result, QWidget)
    qtbot.addWidget(result)
    result.show()
    qtbot.waitExposed(result)
    return result


def focusable(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    ]


def test_whatever_takes_the_focus_has_a_name(page: QWidget) -> None:
    nameless = [
        widget
        for widget in focusable(page)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]

    assert nameless == []


def test_whatever_is_pressed_is_large_enough_to_hit(page: QWidget) -> None:
    small = [
        widget
        for widget in focusable(page)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < 24
    ]

    assert small == []


def test_no_button_cuts_its_text(page: QWidget) -> None:
    cut = [
        button.text()
        for button in focusable(page)
        if isinstance(button, QAbstractButton) and button.width() < button.sizeHint().width()
    ]

    assert cut == []


def test_labels_never_read_their_text_as_html(page: QWidget) -> None:
    rich = [label for label in page.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]

    assert rich == []


def test_nothing_draws_through_a_graphics_effect(page: QWidget) -> None:
    assert page.findChildren(QGraphicsEffect) == []


@pytest.mark.parametrize(("scheme", "ground"), [(Scheme.LIGHT, LIGHT.win), (Scheme.DARK, DARK.win)], ids=str)
def test_the_page_is_drawn_in_the_colours_of_its_scheme(
    page: QWidget, theme: Theme, scheme: Scheme, ground: object
) -> None:
    theme.use(scheme)

    assert page.grab().toImage().pixelColor(page.width() - 3, 3) == ground
