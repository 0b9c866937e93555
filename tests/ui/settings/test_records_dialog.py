"""Checking all signed records, from Settings."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from services.test_record_check import tamper
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.preferences import UnkeptPreferences
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.settings.records_dialog import RecordsDialog
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.showing import expect_fit, find, show, titles


def opened(
    qtbot: QtBot, workplace: Workplace, size: tuple[int, int] = SIZES[0]
) -> tuple[RecordsDialog, SettingsPage]:
    page = SettingsPage(workplace, UnkeptPreferences(), "1.0")
    show(qtbot, workplace, page, size)
    find(page, QPushButton, "check_records").click()
    dialog = page.window().findChildren(RecordsDialog)[-1]
    qtbot.waitUntil(lambda: any(banner.isVisible() for banner in dialog.findChildren(Banner)))
    return dialog, page


def said(dialog: RecordsDialog) -> str:
    (banner,) = (banner for banner in dialog.findChildren(Banner) if banner.isVisible())
    return banner.findChildren(QLabel)[0].text()


def test_nothing_signed_is_said_as_such(qtbot: QtBot, workplace: Workplace) -> None:
    dialog, _page = opened(qtbot, workplace)

    assert said(dialog) == "Nothing is signed in these charts yet."


@pytest.mark.parametrize("size", SIZES)
def test_what_does_not_hold_is_named_and_what_holds_is_intact(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId], size: tuple[int, int]
) -> None:
    # given two signed visits
    first, second = sorted(client_visits(workplace.desk, clients["juniper"]), key=lambda visit: visit.number)[:2]
    for visit in (first, second):
        sign_visit(workplace.desk, visit.id, PASSPHRASE, override_reason="a test")

    # then both are intact
    dialog, _page = opened(qtbot, workplace, size)
    assert said(dialog) == "Intact: all 2 signed records are as they were signed, and none is missing."
    dialog.reject()

    # when the first is changed behind the program's back, then it is named
    tamper(workplace.desk, "UPDATE signed_records SET canonical = x'7b7d' WHERE sequence = 1")
    dialog, _page = opened(qtbot, workplace, size)
    assert said(dialog).startswith("1 of 2 signed records do not hold: ")
    assert titles(dialog.flawed) == [f"Juniper Sample-Hayes, visit 1, {first.service_date.day} Oct 2026"]
    expect_fit(qtbot, dialog.window())
    dialog.reject()
