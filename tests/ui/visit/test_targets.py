"""What is tapped is large enough for a finger: at least 24 pixels each way, also in the smallest window."""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from body_map.builders import mark_in
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, press, settle

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
    page.map_panel.legend.show_to_review(3)
    assert small(page.map_panel.legend) == []


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1093, 614)])
def test_what_the_list_and_the_menu_offer_is_large_enough(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width, height)
    press(page, "t/upper trapezius right\n\x1b")
    panel = page.map_panel
    panel.toolbar.list.setChecked(True)
    panel.list.show_to_review(3)
    settle(page)
    assert small(panel.list) == []
    assert panel.list.view.visualRect(panel.list.view.marks.index(0)).height() >= LEAST
    menu = panel.toolbar.closeups.menu_of_closeups()
    heights = {menu.actionGeometry(action).height() for action in menu.actions() if not action.isSeparator()}
    menu.deleteLater()
    assert min(heights) >= LEAST


def test_what_a_finding_of_the_last_visit_offers_is_large_enough(page: VisitPage) -> None:
    body, popover = page.map_panel.map, page.map_panel.ghost_popover
    place = body.rect().translated(body.mapToGlobal(body.rect().topLeft()))
    popover.open_at(mark_in(body.figure_view), "2026-07-01", place, place, approximate=True)
    assert small(popover) == []
    popover.close()


@pytest.mark.parametrize("kind", [MarkKind.TRIGGER_ACTIVE, MarkKind.FASCIAL, MarkKind.PAIN])
def test_what_the_window_of_a_mark_offers_is_large_enough(page: VisitPage, kind: MarkKind) -> None:
    press(page, f"{kind.value.lower()}/upper trapezius right\n")
    popover = page.map_panel.popover
    assert popover.isVisible()
    assert small(popover) == []
    for numbers in (popover.before, popover.after):
        assert min(numbers.width() / (numbers.maximum() + 1), numbers.height()) >= LEAST
    popover.close()
