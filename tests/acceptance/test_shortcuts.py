"""Every key does one thing: what the window and the visit on it ask for never meet."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from acceptance.conftest import Driver
from desks import CHEAP, PASSPHRASE, ROBIN
from therapist_desk.app.clock import SystemClock
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services import cases, clients, opening
from therapist_desk.services.visit import timing, visits
from therapist_desk.ui.visit.page import VisitPage


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_no_key_is_asked_for_twice_on_the_visit(driver: Driver, tmp_path: Path) -> None:
    # given a visit in session, which unlocking leads to
    desk, _ = opening.create_store(tmp_path / "charts", ROBIN, PASSPHRASE, SystemClock(), cost=CHEAP)
    client = clients.add_client(
        desk, ClientDetails(given_name="Ana", family_name="Prueba", date_of_birth=date(1980, 1, 2))
    )
    timing.start(desk, visits.start_visit(desk, cases.open_case(desk, client.id, "Neck pain").id).id)
    desk.close()

    # when the charts are unlocked
    driver.start(tmp_path / "charts")
    driver.bot.waitUntil(lambda: driver.window.findChild(VisitPage) is not None)

    # then no shortcut stands twice
    keys: list[QKeySequence] = []
    for action in driver.window.findChildren(QAction):
        keys += action.shortcuts()
    for shortcut in driver.window.findChildren(QShortcut):
        owner = shortcut.parent()
        # A window that pops up has the keyboard alone while it is open.
        if isinstance(owner, QWidget) and owner.window() is driver.window:
            keys += shortcut.keys()
    keys += [button.shortcut() for button in driver.window.findChildren(QAbstractButton)]
    counted = Counter(key.toString() for key in keys if not key.isEmpty())
    assert {"Ctrl+L", "Ctrl+T", "Alt+1", "Alt+H"} <= counted.keys()
    assert [key for key, times in counted.items() if times > 1] == []
