"""The visit screen on a real encrypted store, with a clock that tests set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock, open_desk
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import Caution, CautionLevel, ClientDetails
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, clients
from therapist_desk.services.clinical.assessments import load_assessments
from therapist_desk.services.clinical.techniques import Techniques, load_techniques
from therapist_desk.services.clinical.trigger_points import load_trigger_points
from therapist_desk.services.desk import Desk
from therapist_desk.services.health import load_checklist
from therapist_desk.services.visit import visits
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.workplace import Workplace
from ui.desks import body_figures, watched_jobs

OpenPage = Callable[..., VisitPage]


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return body_figures()


@pytest.fixture(scope="session")
def techniques() -> Techniques:
    return load_techniques(resources_dir())


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    opened = open_desk(tmp_path / "charts", clock)
    yield opened
    opened.close()


@pytest.fixture
def visit_id(desk: Desk) -> VisitId:
    details = ClientDetails(
        given_name="Juniper",
        family_name="Sample-Hayes",
        date_of_birth=date(1987, 3, 14),
        cautions=(Caution("Apixaban: no deep pressure", CautionLevel.LOCAL), Caution("Arnica allergy")),
    )
    client = clients.add_client(desk, details)
    return visits.start_visit(desk, cases.open_case(desk, client.id, "Tension headache").id).id


@pytest.fixture
def workplace(desk: Desk, atlas: Atlas, techniques: Techniques) -> Iterator[Workplace]:
    with watched_jobs() as jobs:
        yield Workplace(
            desk,
            jobs,
            atlas,
            Navigator(),
            techniques,
            trigger_points=partial(load_trigger_points, resources_dir()),
            assessments=load_assessments(resources_dir()),
            checklist=load_checklist(resources_dir()),
        )


@pytest.fixture
def open_page(qtbot: QtBot, workplace: Workplace, visit_id: VisitId) -> OpenPage:
    """Gives a function that opens the visit in a new window, as after a restart."""
    windows: list[QWidget] = []

    def opened(width: int = 1366, height: int = 768, at: Workplace = workplace) -> VisitPage:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        page = VisitPage(at)
        line = QHBoxLayout(window)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(page)
        window.resize(width, height)
        window.show()
        page.show_visit(visit_id)
        page.arrive()
        settle(page)
        return page

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> VisitPage:
    return open_page()


@pytest.fixture
def session(workplace: Workplace, visit_id: VisitId) -> Iterator[VisitSession]:
    """The visit without any window."""
    held = VisitSession(workplace.desk, workplace.jobs)
    held.open(visit_id)
    assert workplace.jobs.flush(5)
    yield held
    assert workplace.jobs.flush(5)
    held.deleteLater()


def settle(page: VisitPage) -> None:
    """Let everything given to the disk arrive."""
    assert page._workplace.jobs.flush(5)


def stored(page: VisitPage) -> Visit:
    """The visit as the store has it, after everything typed was handed over."""
    page.session.flush()
    settle(page)
    return visits.open_visit(page._workplace.desk, page.session.visit.id).visit


def place_of(page: VisitPage, region: str, side: Side = Side.RIGHT) -> QPoint:
    """The pixel on the map in the middle of a region of the view shown."""
    body = page.map_panel.map
    found = body.figure_view.find(region, side)
    assert found is not None
    return body._transform.to_screen(found.anchor).toPoint()


def press(page: VisitPage, keys: str) -> None:
    """Type `keys` where the focus of the page's window, or of an open popover, is."""
    for key in keys:
        popover, finder = page.map_panel.popover, page.map_panel.finder
        top = next((each for each in (finder, popover) if each.isVisible()), page.window())
        inside = top.focusWidget()
        target = top if inside is None else inside
        if key == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif key == "\b":
            QTest.keyClick(target, Qt.Key.Key_Delete)
        elif key == "\x1b":
            QTest.keyClick(target, Qt.Key.Key_Escape)
        else:
            QTest.keyClicks(target, key)
