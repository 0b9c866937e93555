"""What the visit screen shows while a visit is read."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.kit.pill import StatusPill
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import settle


def test_nothing_is_painted_of_a_visit_before_it_is_read_and_in_its_place(
    qtbot: QtBot, workplace: Workplace, visit_id: VisitId
) -> None:
    page = VisitPage(workplace)
    qtbot.addWidget(page)
    page.resize(1310, 768)
    page.show()

    page.show_visit(visit_id)
    page.arrive()
    assert not page.updatesEnabled()
    settle(page)

    assert page.updatesEnabled()
    assert not page.skeleton.isVisible()
    pills = [pill for pill in page.findChildren(StatusPill) if pill.isVisible()]
    assert pills
    assert all(pill.width() >= pill.sizeHint().width() for pill in pills)


def test_a_visit_that_takes_its_time_is_stood_in_for(qtbot: QtBot, workplace: Workplace, visit_id: VisitId) -> None:
    # given that what is written before the visit is read takes long
    page, held = VisitPage(workplace), Event()
    qtbot.addWidget(page)
    page.resize(1310, 768)
    page.show()
    workplace.jobs.write(held.wait)

    # when it is opened, then a skeleton covers the page
    page.show_visit(visit_id)
    qtbot.waitUntil(page.skeleton.isVisible)
    assert page.skeleton.geometry() == page.rect()
    assert page.updatesEnabled()

    # and goes once it is read
    held.set()
    settle(page)
    assert not page.skeleton.isVisible()


def test_a_visit_that_cannot_be_read_is_told(qtbot: QtBot, workplace: Workplace) -> None:
    page = VisitPage(workplace)
    qtbot.addWidget(page)
    page.show()

    page.show_visit(VisitId("gone"))
    settle(page)

    assert page.updatesEnabled()
    assert page._trouble.isVisible()
