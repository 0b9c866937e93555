from __future__ import annotations

import pytest

from desks import HandClock
from therapist_desk.ui.visit.checks.missing_links import _ItemLink
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.page import VisitPage
from ui.fit import SIZES
from ui.visit.conftest import OpenPage, press, settle


def focused(page: VisitPage) -> str:
    target = page.window().focusWidget()
    return target.objectName() if target is not None else ""


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("no_times", "start"),
        ("no_pain_before", "pain_before"),
        ("no_pain_after", "pain_after"),
        ("no_response", "chip_improved"),
        ("no_subjective", "text_S"),
        ("no_findings", "map"),
        ("no_plan", "text_P"),
        ("no_limitation", "limitation"),
    ],
)
@pytest.mark.parametrize("size", SIZES)
def test_a_link_leads_to_the_field_that_mends_it(
    open_page: OpenPage, size: tuple[int, int], code: str, field: str
) -> None:
    page = open_page(*size)
    item = next(item for item in page.session.missing() if item.code == code)

    page.foot.missing.item_wanted.emit(item)

    assert focused(page) == field
    assert page.window().focusWidget().isVisible()


def test_a_running_clock_leads_to_its_stop(page: VisitPage) -> None:
    page.session.times.start()
    settle(page)
    item = next(item for item in page.session.missing() if item.code == "timer_running")

    page.foot.missing.item_wanted.emit(item)

    assert focused(page) == "stop"


def test_a_forgotten_clock_leads_to_its_question(page: VisitPage, clock: HandClock) -> None:
    page.session.times.start()
    settle(page)
    clock.wait(3 * 24 * 60)
    page.strip.refresh()
    item = next(item for item in page.session.missing() if item.code == "timer_running")

    page.foot.missing.item_wanted.emit(item)

    assert focused(page) == "ended_time"


def test_grades_missing_open_the_list_at_the_first_mark_without(page: VisitPage) -> None:
    press(page, "h/infraspinatus left\n")
    press(page, "2\n")
    item = next(item for item in page.session.missing() if item.code == "no_grade_after")

    page.foot.missing.item_wanted.emit(item)
    press(page, "1")

    assert page.map_panel.list.isVisible()
    assert page.session.visit.marks[0].after == 1
    assert page.map_panel.legend.grading.value() == Grading.AFTER
    settle(page)


def test_what_does_not_fit_is_in_the_menu(open_page: OpenPage) -> None:
    page = open_page(1093, 614)
    links = page.foot.missing.findChildren(_ItemLink)

    hidden = [link for link in links if not link.isVisible()]

    assert hidden
    assert any(link.isVisible() for link in links)
