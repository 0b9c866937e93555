"""The assessment of a client from the first question to the note, through the platform's accessibility tree alone."""

from __future__ import annotations

from functools import partial

import pytest

from accessibility.at_spi import AtSpi, Part
from accessibility.hands import CHECKED, PRESSED, SELECTED, SHOWING, Hands, names

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def hands(at_spi: AtSpi, program: Part) -> Hands:
    return Hands(at_spi, program)


def test_a_whole_assessment(at_spi: AtSpi, hands: Hands) -> None:
    # given how the client feels today
    hands.program.find("Pain now", "slider").set_grade(6)

    # when last visit's findings are answered: one is better, and its grade asked for; one is gone
    pain, tender = hands.ghosts.children
    pain.do("Better")
    hands.popup("Right rhomboids, Pain").find("Grade before treatment", "slider").set_grade(4)
    hands.close()
    tender.do("Resolved")

    # and the third, on a close-up that comes by itself
    (fingertip,) = at_spi.once(lambda: hands.ghosts.children or None, "finding on a close-up")
    assert fingertip.name == "left index finger, Numbness, tingling, unreviewed, last visit 2 of 10"
    fingertip.do("Same")
    assert names(hands.ghosts) == []

    # and two kinds are marked on two sides of the figure, and graded
    hands.turn("Back", "left quadratus lumborum")
    hands.take("Trigger point, active, pain 0 to 10")
    hands.mark("right upper trapezius").set_grade(8)
    hands.turn("Front", "left anterior knee (patella)")
    hands.take("Tender point, tenderness 0 to 4")
    knee = hands.mark("left anterior knee (patella)")
    knee.set_grade(2)
    thigh = hands.mark("left rectus femoris")
    assert names(hands.marks) == [
        "left anterior knee (patella), Tender point, 2 of 4",
        "left rectus femoris, Tender point",
    ]

    # and one is taken off, the other too, and that taken back
    thigh.do("Delete")
    knee.do("Delete")
    assert names(hands.marks) == []
    hands.press("Undo: deleted mark (Ctrl+Z)", "push button")

    # then the map has what was found, and the note says it
    assert at_spi.once(lambda: names(hands.marks) or None, "mark taken back") == [
        "left anterior knee (patella), Tender point, 2 of 4"
    ]
    hands.turn("Back", "left quadratus lumborum")
    assert names(hands.ghosts) == []
    assert names(hands.marks) == [
        "right rhomboids, Pain, 4 of 10",
        "left infraspinatus, Tender point, 0 of 4",
        "right upper trapezius, Trigger point, active, 8 of 10",
    ]
    sentences = [part.name for part in hands.program.walk() if SHOWING in part.states]
    (written,) = [name for name in sentences if name.startswith("Generated: ")]
    for said in ("Right upper trapezius", "Left anterior knee (patella)", "Right rhomboids"):
        assert said in written
    assert "rectus femoris" not in written


def test_a_mark_s_own_window_is_found_and_worked(hands: Hands) -> None:
    hands.take("Fascial restriction, restriction 0 to 3")
    hands.regions.find("right upper trapezius", "list item").do("Press")

    window = hands.popup("Right upper trapezius, Fascial restriction")
    window.find("Grade before treatment", "slider").set_grade(2)
    window.find("down and left", "check box").do("Press")
    window.find("Layer: levator scapulae", "check box").do("Press")
    window.find("Note", "text").write("since Monday")
    hands.close()

    (mark,) = hands.marks.children
    assert mark.name == "right upper trapezius, Fascial restriction, 2 of 3"
    mark.do("Press")
    again = hands.popup("Right upper trapezius, Fascial restriction")
    assert CHECKED in again.find("down and left", "check box").states
    assert CHECKED in again.find("Layer: levator scapulae", "check box").states
    assert again.find("Note", "text").written == "since Monday"


def test_a_referral_is_made_moved_and_taken_away(at_spi: AtSpi, hands: Hands) -> None:
    # given a trigger point
    hands.take("Trigger point, active, pain 0 to 10")
    mark = hands.mark("right upper trapezius")
    occipitalis = hands.regions.find("right occipitalis", "list item")

    # when it refers to another region
    occipitalis.do("Refer here")

    # then the far end stands there, and walks to the neighbours
    (end,) = hands.referrals.children
    words = end.name
    assert words == "right upper trapezius refers to right occipitalis"
    assert mark.description == "refers to right occipitalis"
    x, y, width, height = end.extents
    left, top, across, down = occipitalis.extents
    assert left <= x + width // 2 <= left + across
    assert top <= y + height // 2 <= top + down
    end.do("Move down")
    (moved,) = hands.referrals.children
    assert moved.name == "right upper trapezius refers to right suboccipital muscles"
    assert SELECTED in moved.states

    # and it is undone, and taken away
    hands.press("Undo: changed mark (Ctrl+Z)", "push button")
    at_spi.once(lambda: True if names(hands.referrals) == [words] else None, "end put back")
    end.do("Delete")
    assert names(hands.referrals) == []
    assert names(hands.marks) == ["right upper trapezius, Trigger point, active"]


def test_areas_whole_regions_and_several_marks(at_spi: AtSpi, hands: Hands) -> None:
    # given the cross-hair, brought to the middle of the map
    assert CHECKED not in hands.cross_hair.states
    hands.take("Pain, pain 0 to 10")
    hands.cross_hair.do("Toggle")
    assert CHECKED in hands.cross_hair.states
    assert hands.cross_hair.description in names(hands.regions)

    # when it is held and moved
    hands.cross_hair.do("Hold")
    assert PRESSED in hands.cross_hair.states
    for way in ("left", "left", "down", "down", "right", "right"):
        hands.cross_hair.do(f"Move far {way}")
    hands.cross_hair.do("Hold")

    # then there is an area
    (area,) = at_spi.once(lambda: hands.marks.children or None, "area")
    assert area.description.startswith("drawn area")
    hands.close()
    hands.cross_hair.do("Toggle")
    assert CHECKED not in hands.cross_hair.states

    # when a whole region is marked, and another added to it
    hands.take("Whole region")
    region = hands.mark("left latissimus dorsi")
    assert region.description.startswith("whole region")
    hands.regions.find("left lumbar erector spinae", "list item").do("Add")
    assert region.name == "left latissimus dorsi, left lumbar erector spinae, Pain"

    # and the area is selected beside it and moved alone again
    area.do("Select also")
    assert [SELECTED in mark.states for mark in (area, region)] == [True, True]
    before = area.extents
    area.do("Move down")
    assert [SELECTED in mark.states for mark in (area, region)] == [True, False]
    assert area.extents[1] > before[1]
    assert "Move down" not in region.actions


def test_a_badge_leads_to_what_another_picture_has(at_spi: AtSpi, hands: Hands) -> None:
    hands.turn("Front", "left anterior knee (patella)")
    (badge,) = hands.badges.children
    assert badge.name == "1 to review: palm of left hand"

    badge.do("Press")

    (ghost,) = at_spi.once(lambda: hands.ghosts.children or None, "ghost on the close-up")
    assert ghost.name == "left index finger, Numbness, tingling, unreviewed, last visit 2 of 10"
    assert SELECTED in ghost.states
    ghost.do("Worse")
    window = hands.popup("Left index finger, Numbness")
    window.find("Grade before treatment", "slider").set_grade(5)
    assert names(hands.marks) == ["left index finger, Numbness, tingling, 5 of 10"]

    # and from there the review goes on to what is left, on the side where it lies
    hands.close()
    left = at_spi.once(lambda: hands.ghosts.children or None, "what is left")
    assert [SELECTED in part.states for part in left] == [True, False]


def test_the_menu_of_close_ups_and_the_search_for_a_region_are_found(at_spi: AtSpi, hands: Hands) -> None:
    hands.press("Close-ups", "check box")
    menu = at_spi.once(partial(hands.program.look_for, "Palm of left hand", "menu item"), "close-ups")
    menu.do("Press")
    at_spi.once(partial(hands.regions.look_for, "left index finger"), "fingers")
