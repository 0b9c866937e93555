from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.notes.note import Section
from therapist_desk.services import signing
from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.visit.page import VisitPage
from ui.fit import SIZES, misfits
from ui.visit.conftest import OpenPage, press, settle


def mark_two(page: VisitPage) -> None:
    for keys in ("a/upper trapezius right\n7\n", "t/infraspinatus left\n2\n"):
        press(page, keys)
    settle(page)


def treating(page: VisitPage, clock: HandClock) -> None:
    mark_two(page)
    page.session.times.start()
    settle(page)
    clock.wait(20)
    page.map_panel.toolbar.list.setChecked(True)


def near_the_end(page: VisitPage, clock: HandClock) -> None:
    treating(page, clock)
    page.strip.refresh()
    clock.wait(36)


def forgotten(page: VisitPage, clock: HandClock) -> None:
    page.session.times.start()
    settle(page)
    clock.wait(95)


def reviewing(page: VisitPage, clock: HandClock) -> None:
    treating(page, clock)
    page.session.times.stop()
    settle(page)
    page.map_panel.focus_first_without(page.map_panel.editor.grading)
    press(page, "1")
    page.note.unfold(Section.ASSESSMENT)
    page.note.assessment.pain.setFocus()
    press(page, "3")
    settle(page)


def signed(page: VisitPage, clock: HandClock) -> None:
    reviewing(page, clock)
    desk, visit_id = page._workplace.desk, page.session.visit.id
    signing.sign_visit(desk, visit_id, PASSPHRASE, override_reason="test")
    signing.add_addendum(desk, visit_id, "Left out", "Slept better after the last visit.", PASSPHRASE)
    page.session.open_again()
    settle(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("become", [treating, near_the_end, forgotten, reviewing, signed])
def test_the_visit_fits_in_every_state(
    qtbot: QtBot,
    open_page: OpenPage,
    clock: HandClock,
    size: tuple[int, int],
    become: Callable[[VisitPage, HandClock], None],
) -> None:
    page = open_page(*size)
    become(page, clock)
    page.strip.refresh()

    def fits() -> None:
        assert page.window().size().toTuple() == size
        assert misfits(page.window()) == []

    qtbot.waitUntil(fits, timeout=5000)


@pytest.mark.parametrize("section", list(Section))
def test_each_section_fits_when_it_is_the_open_one(
    qtbot: QtBot, open_page: OpenPage, theme: Theme, section: Section
) -> None:
    theme.use(Scheme.DARK)
    page = open_page(1093, 614)

    page.note.unfold(section)

    assert [card.section for card in page.note.cards if not card.folded] == [section]
    qtbot.waitUntil(lambda: misfits(page.window()) == [], timeout=5000)
