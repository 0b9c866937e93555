from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.chart.progress.map_card import MapCard
from therapist_desk.ui.chart.progress.visit_slider import Player, VisitSlider
from therapist_desk.ui.kit.buttons import IconButton, LinkButton
from therapist_desk.ui.kit.pill import StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import expect_fit, find

Course = tuple[VisitId, ...]


@pytest.fixture
def page(chart: Chart, course: Course) -> ChartPage:  # noqa: ARG001 - the course is what is opened
    return chart.open("course", ChartTab.PROGRESS)


@pytest.fixture
def card(page: ChartPage) -> MapCard:
    found = page.findChild(MapCard)
    assert isinstance(found, MapCard)
    return found


def press(card: MapCard, group: str, value: str) -> None:
    find(card, ToggleGroup, group).option(value).click()


def lines(card: MapCard) -> list[tuple[str, str, str]]:
    return [(row.words, row.value, row.remark) for row in card.rows]


def pills(card: MapCard) -> list[str]:
    return [pill.text() for pill in card.findChildren(StatusPill) if pill.isVisible()]


def grades(card: MapCard) -> list[int | None]:
    return [mark.before for mark in card.second_map.marks]


def test_it_opens_with_the_first_visit_beside_the_latest_and_says_what_changed(card: MapCard) -> None:
    assert pills(card) == ["2 better", "1 resolved", "1 new"]
    assert lines(card) == [
        ("Right upper trapezius", "8 → 5", ""),
        (card.rows[1].words, "8 → 5", ""),
        ("Left suboccipital muscles", "3 → 0", "resolved 16 Nov"),
        ("Left sternocostal pectoralis major", "– → 2", "new 16 Nov"),
    ]
    assert card.rows[0].spoken == "active trigger point, Right upper trapezius, 8 → 5"
    assert [mark.before for mark in card.first_map.marks] == [8, 3, 8]


def test_after_compares_what_the_visits_ended_with(card: MapCard) -> None:
    press(card, "moments", "after")

    assert lines(card)[0] == ("Right upper trapezius", "7 → 4", "")
    assert grades(card)[0] == 4


def test_the_slider_plays_the_case_by_keyboard(card: MapCard) -> None:
    slider = find(card, VisitSlider, "visit_slider")
    slider.setFocus()

    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert find(card, Select, "second_visit").currentText() == "Visit 3, 9 Nov"
    assert grades(card)[0] == 6
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert grades(card)[0] == 8
    assert lines(card) == []
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert grades(card)[0] == 5
    assert "4 of 4" in slider.accessibleDescription()


def test_the_slider_goes_where_it_is_clicked(card: MapCard) -> None:
    slider = find(card, VisitSlider, "visit_slider")

    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())

    assert slider.value() in {1, 2}
    assert find(card, Select, "second_visit").currentIndex() == slider.value()


def test_played_it_goes_from_the_first_to_the_last_and_stops(qtbot: QtBot, card: MapCard) -> None:
    player = card.findChild(Player)
    assert isinstance(player, Player)
    player._timer.setInterval(5)
    seen: list[int] = []
    player.moved.connect(seen.append)

    find(card, IconButton, "play").click()
    assert player.playing

    qtbot.waitUntil(lambda: not player.playing)
    assert seen == [0, 1, 2, 3]


def test_the_first_visit_can_be_any_and_the_slider_begins_there(card: MapCard) -> None:
    first = find(card, Select, "first_visit")

    first.setCurrentIndex(2)
    first.activated.emit(2)

    assert find(card, VisitSlider, "visit_slider").minimum() == 2
    assert lines(card)[0] == ("Right upper trapezius", "6 → 5", "")


def test_overlaid_the_former_marks_are_ghosts_under_the_changes(card: MapCard) -> None:
    press(card, "modes", "over")

    assert not card.first_map.isVisible()
    assert [mark.before for mark in card.second_map.ghosts] == [8, 3, 8]
    assert next((mark.before, mark.after) for mark in card.second_map.marks) == (8, 5)
    assert "Dotted: Visit 1, 26 Oct." in [label.text() for label in card.findChildren(QLabel)]


def test_all_visits_count_where_pain_was_marked(card: MapCard) -> None:
    press(card, "modes", "all")

    assert ("Right upper trapezius", "", "4 of 4 visits") in lines(card)
    assert card.second_map.marks == ()
    press(card, "views", "front")
    assert lines(card) == []


def test_a_line_turns_the_map_to_its_mark(qtbot: QtBot, workplace: Workplace, card: MapCard) -> None:
    card.list.setFocus()

    card.list.setCurrentIndex(card.list.model().index(3, 0))

    assert find(card, ToggleGroup, "views").value() == View.FRONT.value
    qtbot.waitUntil(workplace.jobs.idle)
    assert [mark.view for mark in card.second_map.marks] == [View.FRONT]


def test_the_visit_on_the_right_opens(qtbot: QtBot, workplace: Workplace, card: MapCard, course: Course) -> None:
    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        find(card, LinkButton, "open_second").click()

    assert asked.args == [course[-1]]


@pytest.mark.parametrize("mode", ["over", "all"])
def test_each_way_fits(qtbot: QtBot, page: ChartPage, card: MapCard, mode: str) -> None:
    page.resize(1093, 614)

    press(card, "modes", mode)

    expect_fit(qtbot, page)


def test_reading_anew_keeps_the_visits_that_were_chosen(
    qtbot: QtBot, workplace: Workplace, page: ChartPage, card: MapCard
) -> None:
    find(card, VisitSlider, "visit_slider").setValue(2)

    page.arrive()
    qtbot.waitUntil(workplace.jobs.idle)

    assert find(card, Select, "second_visit").currentIndex() == 2


def test_the_card_is_freed_with_its_window(qtbot: QtBot, workplace: Workplace) -> None:
    card = MapCard(workplace)
    gone = weakref.ref(card)
    with qtbot.waitSignal(card.destroyed):
        card.deleteLater()
    del card
    gc.collect()

    assert gone() is None
