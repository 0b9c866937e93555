from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.notes.note import Section
from therapist_desk.services import signing
from therapist_desk.services.desk import Desk
from therapist_desk.store.errors import StoreFullError
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.visit.outbox import Delivery, Outbox
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.save_state import SaveState
from ui.visit.conftest import settle, stored


class FailingDisk:
    """A write that fails until the disk has room again."""

    def __init__(self) -> None:
        self.full = True
        self.written: list[str] = []

    def write(self, _desk: Desk, text: str) -> str:
        if self.full:
            raise StoreFullError(folder="")
        self.written.append(text)
        return text


def test_a_failed_save_says_so_keeps_the_text_and_is_tried_again(qtbot: QtBot, desk: Desk) -> None:
    # given a disk without room
    jobs, disk = Jobs(), FailingDisk()
    outbox = Outbox(desk, jobs, retry_after=10)
    state = SaveState(outbox)
    qtbot.addWidget(state)

    # when something is written
    outbox.send("note", disk.write, "first")
    assert state.words == "Saving…"
    assert jobs.flush(5)

    # then it says so, and writes it once there is room
    assert outbox.delivery is Delivery.FAILED
    assert state.words == "Not saved yet, trying again"
    disk.full = False
    qtbot.waitUntil(lambda: outbox.delivery is Delivery.SAVED, timeout=2000)
    assert disk.written == ["first"]
    assert state.words == "Saved 12:00"
    jobs.close()


def test_a_later_change_replaces_the_one_kept_back(
    desk: Desk,
) -> None:
    jobs, disk = Jobs(), FailingDisk()
    outbox = Outbox(desk, jobs)
    outbox.send("note", disk.write, "older")
    assert jobs.flush(5)

    disk.full = False
    outbox.send("note", disk.write, "newer")
    outbox.try_again()
    assert jobs.flush(5)

    assert disk.written == ["newer"]
    jobs.close()


def test_the_header_tells_the_time_of_the_last_acknowledged_write(page: VisitPage) -> None:
    assert page.header.saved.words == "Saved"

    page.session.type_text(Section.PLAN, "Weekly")
    page.session.flush()
    assert page.header.saved.words == "Saving…"
    settle(page)

    assert page.header.saved.words == "Saved 12:00"


def test_leaving_hands_over_what_was_just_typed(page: VisitPage) -> None:
    QTest.keyClicks(page.note.plan.text, "Weekly")

    page.leave()
    settle(page)

    assert stored(page).note.own_text(Section.PLAN) == "Weekly"


def test_a_change_of_a_visit_signed_meanwhile_is_taken_back(page: VisitPage, desk: Desk) -> None:
    signing.sign_visit(desk, page.session.visit.id, PASSPHRASE, override_reason="test")

    page.session.type_text(Section.PLAN, "too late")
    page.session.flush()
    settle(page)

    assert page.session.locked
    assert page._trouble.isVisible()
    assert page.note.plan.text.toPlainText() == ""


def test_a_signed_visit_is_read_only_everywhere(page: VisitPage, desk: Desk) -> None:
    signing.sign_visit(desk, page.session.visit.id, PASSPHRASE, override_reason="test")
    signing.add_addendum(desk, page.session.visit.id, "Left out", "Slept better.", PASSPHRASE)
    page.session.open_again()
    settle(page)

    assert page.note.notice.isVisible()
    assert page.note.findChild(QWidget, "addendum_1") is not None
    assert not page.foot.sign.isVisible()
    assert not page.strip.buttons.isVisible()
    assert page.note.subjective.text.isReadOnly()
    assert not page.note.subjective.pain.isEnabled()
    assert not page.map_panel.palette_column.isEnabled()
    page.map_panel.finding.open()
    assert not page.map_panel.finder.isVisible()
