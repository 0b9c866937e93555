"""What was often given before is ticked ahead, and counts only once it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.services import signing
from therapist_desk.services.clinical.techniques import Techniques
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import timing, visits
from therapist_desk.ui.kit.segment_row import SegmentButton
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.times.dialog import TimesDialog
from ui.visit.conftest import OpenPage, settle, stored


@pytest.fixture
def visit_id(visit_id: VisitId, desk: Desk, clock: HandClock, techniques: Techniques) -> VisitId:
    """The third visit of a case: trigger points were treated in both before, cupping in one of three."""
    case_id: CaseId = visits.open_visit(desk, visit_id).visit.case_id
    given = {each.id: each for each in techniques.all}
    for extra in ("cupping", None, None):
        timing.switch(desk, visit_id, given["trp"])
        clock.wait(20)
        if extra is not None:
            timing.switch(desk, visit_id, given[extra])
            clock.wait(5)
        timing.stop(desk, visit_id)
        signing.sign_visit(desk, visit_id, PASSPHRASE, override_reason="a test")
        clock.wait(24 * 60)
        visit_id = visits.start_visit(desk, case_id).id
    return visit_id


@pytest.fixture
def page(open_page: OpenPage, qtbot: QtBot) -> VisitPage:
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.habits.favourites.often))
    return page


def button(page: VisitPage, key: str) -> SegmentButton:
    found = page.strip.techniques.row.button(key)
    assert isinstance(found, SegmentButton)
    return found


def test_what_is_often_given_is_ticked_and_comes_first_and_what_is_given_sometimes_follows(page: VisitPage) -> None:
    assert page.strip.techniques.row.keys()[:3] == ("intake", "trp", "cupping")
    assert button(page, "trp").likely
    assert not button(page, "cupping").likely
    assert "3 of the last 3 visits of this case, usually 20 min" in button(page, "trp").toolTip()
    assert not button(page, "trp").isChecked()


def test_a_tick_ahead_is_nothing_in_the_record_until_it_is_done(page: VisitPage, clock: HandClock) -> None:
    assert stored(page).events == ()
    assert not any(each.source == "treatment" for each in page.session.generated())

    button(page, "trp").click()
    settle(page)
    clock.wait(10)
    page.strip.refresh()

    assert not button(page, "trp").likely
    assert [each.technique.id for each in stored(page).segments(clock.now())] == ["trp"]


def test_afterwards_what_is_often_given_stands_in_the_form_ahead(page: VisitPage, clock: HandClock) -> None:
    clock.wait(40)
    page.strip.correction_wanted.emit()
    dialog = page.window().findChild(TimesDialog)
    assert dialog is not None

    assert dialog.form.chosen().id == "trp"
    assert dialog.form.minutes.value() == 20
    assert "counts once you enter it" in dialog.habit.text()
    assert stored(page).by_hand == ()
    dialog.enter.click()
    settle(page)

    assert [(each.technique.id, each.minutes) for each in stored(page).by_hand] == [("trp", 20)]
    assert dialog.habit.isHidden()
    dialog.reject()


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1093, 614)])
def test_the_strip_with_ticks_fits(page: VisitPage, size: QSize) -> None:
    page.window().resize(size)
    strip = page.strip
    shown = [each for each in strip.findChildren(QWidget) if each.isVisible()]

    assert all(each.mapTo(strip, each.rect().topRight()).x() <= strip.width() for each in shown)
    assert button(page, "trp").isVisible()
