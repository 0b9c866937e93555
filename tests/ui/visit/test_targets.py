"""What is tapped is large enough for a finger: at least 24 pixels each way, also in the smallest window."""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from therapist_desk.domain.mark import MarkKind
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, press

LEAST: Final = 24


def small(widget: QWidget) -> list[str]:
    buttons = [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]
    assert buttons
    return [
        f"{button.objectName() or button.accessibleName() or button.text()} {button.width()}x{button.height()}"
        for button in buttons
        if min(button.width(), button.height()) < LEAST
    ]


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1093, 614)])
def test_the_tools_of_the_map_are_large_enough(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width, height)
    assert small(page.map_panel.palette_column) == []
    assert small(page.map_panel.toolbar) == []


@pytest.mark.parametrize("kind", [MarkKind.TRIGGER_ACTIVE, MarkKind.FASCIAL, MarkKind.PAIN])
def test_what_the_window_of_a_mark_offers_is_large_enough(page: VisitPage, kind: MarkKind) -> None:
    press(page, f"{kind.value.lower()}/upper trapezius right\n")
    popover = page.map_panel.popover
    assert popover.isVisible()
    assert small(popover) == []
    for numbers in (popover.before, popover.after):
        assert min(numbers.width() / (numbers.maximum() + 1), numbers.height()) >= LEAST
    popover.close()
