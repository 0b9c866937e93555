"""What Ctrl+K offers in a visit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.signing import sign_visit
from therapist_desk.ui.palette.palette import Palette
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.signing import SignDialog
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import OpenPage, settle


def test_signing_is_found_by_its_name(qtbot: QtBot, page: VisitPage, workplace: Workplace) -> None:
    palette = Palette(workplace, Commands(page, workplace.navigator), page, page.offered)
    palette.open()
    QTest.keyClicks(palette.search, "sign")
    titles = ["Sign the visit…", "Check all signed records…"]
    qtbot.waitUntil(lambda: [row.title for row in palette.rows.rows] == titles)

    QTest.keyClick(palette.search, Qt.Key.Key_Return)

    dialog = page.window().findChild(SignDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_the_timer_is_offered_as_it_stands(page: VisitPage) -> None:
    def timer() -> list[str]:
        return [action.words for action in page.offered() if action.name in {"timer", "stop"}]

    before = timer()
    page.strip.buttons.go.click()
    settle(page)

    assert before == ["Start the timer"]
    assert timer() == ["Pause the timer", "Stop the timer"]


def test_nothing_is_named_twice(page: VisitPage) -> None:
    offered = page.offered()

    assert len({action.name for action in offered}) == len({action.words for action in offered}) == len(offered) > 10


def test_a_signed_visit_offers_its_addendum_and_no_change(
    open_page: OpenPage, workplace: Workplace, visit_id: VisitId
) -> None:
    sign_visit(workplace.desk, visit_id, PASSPHRASE, override_reason="test")

    page = open_page()

    offered = [action.name for action in page.offered()]
    assert offered == ["addendum", "preview", "plan_next", "list", "chart"]
