"""A follow-up visit: what the last one found is reviewed, one key or click each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from desks import HandClock
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, visits
from therapist_desk.ui.signing.check_rows import check_rows
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.wording import missing_words
from ui.visit.conftest import OpenPage, place_of, press, settle, stored

LAST = (
    ("trap_upper", Side.RIGHT, MarkKind.TRIGGER_ACTIVE, 7, 4),
    ("infraspinatus", Side.LEFT, MarkKind.HYPERTONICITY, 3, None),
    ("rhomboids", Side.RIGHT, MarkKind.TENDER, 4, 2),
    ("lat", Side.LEFT, MarkKind.PAIN, 5, 0),
)


@pytest.fixture
def last_marks(desk: Desk, visit_id: VisitId, atlas: Atlas) -> tuple[Mark, ...]:
    view = atlas.view(Figure.NEUTRAL, View.BACK)
    marks = tuple(
        mark_in(view, region, side, kind=kind, before=before, after=after)
        for region, side, kind, before, after in LAST
    )
    for mark in marks:
        marking.put_mark(desk, visit_id, mark)
    return marks


@pytest.fixture
def follow_up(
    desk: Desk, clock: HandClock, visit_id: VisitId, last_marks: tuple[Mark, ...], open_page: OpenPage
) -> VisitPage:
    clock.wait(7 * 24 * 60)
    page = open_page()
    case = visits.open_visit(desk, visit_id).visit.case_id
    page.show_visit(visits.start_visit(desk, case).id)
    settle(page)
    page.arrive()
    assert last_marks
    return page


def ghosts(page: VisitPage) -> list[str]:
    return [ghost.regions[0].region for ghost in page.map_panel.map.ghosts]


def test_what_was_left_last_time_is_shown_and_counted(follow_up: VisitPage) -> None:
    assert ghosts(follow_up) == ["trap_upper", "infraspinatus", "rhomboids"]
    assert follow_up.map_panel.legend.to_review.text() == "3 to review"
    assert follow_up.session.visit.marks == ()


def test_three_keys_review_three_findings_that_are_the_same_or_gone(follow_up: VisitPage) -> None:
    press(follow_up, "ssx")

    marks = stored(follow_up).marks
    assert [(mark.regions[0].region, mark.before, mark.after) for mark in marks] == [
        ("trap_upper", 4, None),
        ("infraspinatus", 3, None),
        ("rhomboids", 0, None),
    ]
    assert ghosts(follow_up) == []
    assert follow_up.map_panel.legend.to_review.isHidden()


def test_the_check_before_signing_says_what_was_not_reviewed_and_leads_to_the_first(follow_up: VisitPage) -> None:
    page = follow_up
    page.map_panel.map.choose_ghost("")
    item = next(item for item in page.session.missing() if item.code == "unreviewed")
    assert missing_words(item) == "3 findings of the last visit not reviewed"
    assert any(missing_words(item) in row.words for row in check_rows(page.session.visit, [item], page.session.now()))

    page.foot.missing.item_wanted.emit(item)
    press(page, "s")

    assert stored(page).marks[0].regions[0].region == "trap_upper"


def test_a_worse_finding_asks_for_its_grade_and_then_goes_on(qtbot: QtBot, follow_up: VisitPage) -> None:
    press(follow_up, "w")
    assert follow_up.map_panel.popover.isVisible()
    press(follow_up, "8")

    assert not follow_up.map_panel.popover.isVisible()
    assert stored(follow_up).marks[0].before == 8
    assert ghosts(follow_up) == ["infraspinatus", "rhomboids"]
    qtbot.waitUntil(lambda: follow_up.map_panel.map.selected_ghost != "")


def test_a_one_waits_for_the_nought_of_a_ten(qtbot: QtBot, follow_up: VisitPage) -> None:
    press(follow_up, "w")
    press(follow_up, "1")
    assert follow_up.map_panel.popover.isVisible()
    press(follow_up, "0")

    assert not follow_up.map_panel.popover.isVisible()
    assert stored(follow_up).marks[0].before == 10
    qtbot.waitUntil(lambda: follow_up.map_panel.map.selected_ghost != "")


def test_a_click_on_a_ghost_and_one_on_its_verdict_review_it(follow_up: VisitPage) -> None:
    body, popover = follow_up.map_panel.map, follow_up.map_panel.ghost_popover
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(follow_up, "rhomboids"))
    assert popover.isVisible()
    assert "4/4 → 2/4" in popover.accessibleName()
    same = popover.findChild(QWidget, "verdict_S")
    assert same is not None
    QTest.mouseClick(same, Qt.MouseButton.LeftButton)

    (mark,) = stored(follow_up).marks
    assert (mark.regions[0].region, mark.before) == ("rhomboids", 2)
    assert popover.isVisible()  # with the next one
    popover.close()


def test_a_tap_on_todays_grade_goes_on_to_the_next(qtbot: QtBot, follow_up: VisitPage) -> None:
    body, panel = follow_up.map_panel.map, follow_up.map_panel
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(follow_up, "rhomboids"))
    worse = panel.ghost_popover.findChild(QWidget, "verdict_W")
    assert worse is not None
    QTest.mouseClick(worse, Qt.MouseButton.LeftButton)
    numbers = panel.popover.before
    QTest.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=QPoint(numbers.width() - 5, 10))

    (mark,) = stored(follow_up).marks
    assert (mark.regions[0].region, mark.before) == ("rhomboids", 4)
    assert not panel.popover.isVisible()
    qtbot.waitUntil(panel.ghost_popover.isVisible)
    panel.ghost_popover.close()

    panel.open_popover(mark.id)
    QTest.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert panel.popover.isVisible()  # asked for by hand it stays, for all that can be said of a mark
    panel.popover.close()


def test_the_counter_leads_to_what_is_left(follow_up: VisitPage) -> None:
    QTest.mouseClick(follow_up.map_panel.legend.to_review, Qt.MouseButton.LeftButton)
    popover = follow_up.map_panel.ghost_popover
    assert popover.isVisible()
    QTest.keyClicks(popover, "xxx")

    assert [mark.before for mark in stored(follow_up).marks] == [0, 0, 0]
    assert not popover.isVisible()


def test_a_review_can_be_undone_and_is_unreviewed_again(follow_up: VisitPage) -> None:
    press(follow_up, "s")
    follow_up.session.undo_stack.undo()

    assert stored(follow_up).marks == ()
    assert len(ghosts(follow_up)) == 3
    assert follow_up.map_panel.legend.to_review.text() == "3 to review"


def test_letters_choose_kinds_again_once_no_ghost_is_selected(follow_up: VisitPage) -> None:
    press(follow_up, "\x1bs")

    assert follow_up.map_panel.map.kind is MarkKind.SKIN
    assert follow_up.session.visit.marks == ()


def test_a_first_visit_has_nothing_to_review(page: VisitPage) -> None:
    assert ghosts(page) == []
    assert page.map_panel.legend.to_review.isHidden()


def test_ghosts_of_another_figure_are_placed_by_region_and_said_to_be_approximate(
    follow_up: VisitPage, last_marks: tuple[Mark, ...]
) -> None:
    session, body = follow_up.session, follow_up.map_panel.map
    session._file = replace(session.file, visit=replace(session.visit, figure=Figure.FEMALE))
    session.opened.emit()

    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(follow_up, "trap_upper"))
    popover = follow_up.map_panel.ghost_popover
    assert popover.isVisible()
    assert popover._about.isVisible()
    assert "place is approximate" in popover.accessibleName()
    assert body.words_of(last_marks[0]).endswith("place approximate")
    QTest.keyClicks(popover, "s")
    popover.close()

    (mark,) = session.visit.marks
    assert mark.figure is Figure.FEMALE
    assert mark.regions == last_marks[0].regions
    assert follow_up.map_panel.map.figure_view.regions_of(mark.anchor) == mark.regions
    settle(follow_up)


def test_after_the_last_finding_a_digit_is_the_pain_now(follow_up: VisitPage) -> None:
    press(follow_up, "sss6")

    assert stored(follow_up).note.pain_before == 6


def test_a_visit_that_has_begun_selects_no_finding_by_itself(follow_up: VisitPage) -> None:
    press(follow_up, "s")
    settle(follow_up)
    follow_up.map_panel.map.choose_ghost("")
    follow_up.session.open_again()
    settle(follow_up)

    assert follow_up.map_panel.map.selected_ghost == ""


def test_while_a_ghost_is_selected_its_letters_answer_as_the_line_says_and_with_shift_choose_a_kind(
    follow_up: VisitPage,
) -> None:
    body, legend = follow_up.map_panel.map, follow_up.map_panel.legend
    said = [each.text() for each in legend.findChildren(QLabel)]
    assert body.selected_ghost
    assert "B better · S same · W worse · X resolved" in said

    QTest.keyClick(body, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)

    assert body.kind is MarkKind.SKIN
    assert len(ghosts(follow_up)) == 3
    assert stored(follow_up).marks == ()


def test_in_a_first_visit_the_pain_now_leads_on_to_what_limits(page: VisitPage) -> None:
    subjective = page.note.subjective
    assert page.window().focusWidget() is page.map_panel.map

    subjective.pain.setFocus()
    QTest.keyClick(subjective.pain, Qt.Key.Key_1)
    assert page.window().focusWidget() is subjective.pain
    QTest.keyClick(subjective.pain, Qt.Key.Key_0)
    assert page.window().focusWidget() is subjective.limitation
    QTest.keyClick(subjective.limitation, Qt.Key.Key_Return)
    assert page.window().focusWidget() is subjective.text
    assert stored(page).note.pain_before == 10

    subjective.pain.setFocus()
    QTest.keyClick(subjective.pain, Qt.Key.Key_4)
    assert page.window().focusWidget() is subjective.pain
