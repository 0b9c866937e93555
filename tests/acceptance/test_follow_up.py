"""A follow-up visit with no surprises: from Home to signed in at most fifteen actions and without typing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from acceptance.actions import Hands
from acceptance.conftest import Driver
from body_map.builders import mark_in
from desks import CHEAP, PASSPHRASE, ROBIN, HandClock
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.notes.note import Note, Paragraph, Response, Section
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services import cases, clients, opening, signing
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.visit import marking, notes, timing, visits
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.signing import SignDialog
from therapist_desk.ui.visit.page import VisitPage
from told import tell_health

AT_MOST = 15
FOUND = (
    ("trap_upper", Side.RIGHT, MarkKind.TRIGGER_ACTIVE, 7, 4),
    ("rhomboids", Side.RIGHT, MarkKind.TENDER, 3, 2),
    ("infraspinatus", Side.LEFT, MarkKind.HYPERTONICITY, 3, 2),
    ("lev_scap", Side.LEFT, MarkKind.TRIGGER_LATENT, 5, 3),
)
NOTE = Note(
    pain_before=6,
    pain_after=4,
    limitation="turning right while driving",
    response=Response.IMPROVED,
    paragraphs=(
        Paragraph(Section.SUBJECTIVE, "Screen work 6 to 7 h a day."),
        Paragraph(Section.PLAN, "Weekly 60 min: upper trapezius, levator."),
    ),
    home_care=("Chin tucks 2 × 10 daily", "Heat 15 min before desk work"),
    next_visit="test rotation again",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Charts with a signed first visit of last week and a second one planned for today."""
    now = datetime.now(UTC)
    clock = HandClock(now - timedelta(days=7))
    charts = tmp_path / "charts"
    desk, _ = opening.create_store(charts, ROBIN, PASSPHRASE, clock, cost=CHEAP)
    try:
        born = datetime(1987, 3, 14, tzinfo=UTC).date()
        client = clients.add_client(
            desk, ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=born)
        )
        case = cases.open_case(desk, client.id, "Tension headache").id
        visit = visits.start_visit(desk, case)
        view = Atlas(resources_dir() / "body_map").view(Figure.NEUTRAL, View.BACK)
        for region, side, kind, before, after in FOUND:
            marking.put_mark(desk, visit.id, mark_in(view, region, side, kind=kind, before=before, after=after))
        timing.start(desk, visit.id, load_techniques(resources_dir()).usual[2])
        clock.wait(50)
        timing.stop(desk, visit.id)
        notes.save_note(desk, visit.id, NOTE)
        tell_health(desk, visit.id)
        signing.sign_visit(desk, visit.id, PASSPHRASE)
        here = SystemClock().now()
        clock.set(now)
        visits.plan_visit(desk, case, Instant(here.utc, here.offset_minutes, here.steady_ms, here.boot))
    finally:
        desk.close()
    return charts


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_a_follow_up_without_surprises_takes_at_most_fifteen_actions(
    driver: Driver, folder: Path, hands: Hands
) -> None:
    driver.start(folder)
    hands.actions = 0

    # when today's visit begins, four findings are the same as last time, and pain is asked for
    begin(driver, hands)
    for _ in FOUND:
        hands.keys("s")
        driver.settle()
    hands.keys("6")
    # and health is as it was
    hands.click(driver.find(ToggleGroup, "health_check").option("no"))
    # and what was carried forward still holds
    hands.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    # and the technique of last time, which is ticked ahead, is given
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    driver.bot.waitUntil(lambda: _has_treated(driver), timeout=20_000)
    hands.click(driver.find(QWidget, "stop"))
    driver.settle()
    hands.keys("3")
    driver.settle()
    # and the visit is signed
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.find(QPushButton, "sign_and_lock")
    with hands.typing(actions=1):
        hands.keys(PASSPHRASE)
    hands.key(Qt.Key.Key_Return)
    driver.bot.waitUntil(lambda: driver.window.findChild(SignDialog) is None, timeout=20_000)
    driver.settle()
    print(f"actions: {hands.actions}")  # noqa: T201 - the figure is what this test is about
    driver.quit()

    # then it is locked, says what was found and carried, and took no more than that
    desk = opening.unlock(folder, ROBIN.therapist.id, PASSPHRASE, SystemClock())
    try:
        (client,) = clients.find_clients(desk, "juniper")
        summary, _ = visits.client_visits(desk, client.id)
        today = visits.open_visit(desk, summary.id).visit
    finally:
        desk.close()
    assert today.status is VisitStatus.SIGNED
    assert [mark.before for mark in today.marks] == [4, 2, 2, 3]
    assert (today.note.pain_before, today.note.pain_after, today.note.response) == (6, 3, Response.IMPROVED)
    assert today.screening.check is not None
    assert today.note.limitation == NOTE.limitation
    assert (today.note.home_care, today.note.next_visit) == (NOTE.home_care, NOTE.next_visit)
    assert [today.note.own_text(section) for section in (Section.SUBJECTIVE, Section.PLAN)] == [
        NOTE.own_text(Section.SUBJECTIVE),
        NOTE.own_text(Section.PLAN),
    ]
    assert hands.actions <= AT_MOST


def _has_treated(driver: Driver) -> bool:
    page = driver.window.findChild(VisitPage)
    assert page is not None
    return any(part.technique.hands_on and part.seconds > 0 for part in page.session.reading().segments)


def begin(driver: Driver, hands: Hands) -> None:
    """Press Start in the row of today's visit."""
    today = driver.find(RowList, "today")
    driver.bot.waitUntil(lambda: any(not row.heading for row in today.rows))
    place = next(place for place, row in enumerate(today.rows) if not row.heading)
    driver.settle()
    driver.bot.waitUntil(lambda: today.viewport().height() >= today.content_height())
    row = today.visualRect(today.model().index(place, 0))
    hands.click(today.viewport(), QPoint(row.right() - 40, row.center().y()))
    driver.settle()
    driver.bot.waitUntil(lambda: driver.window.findChild(VisitPage) is not None)
    driver.settle()
