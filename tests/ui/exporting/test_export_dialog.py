"""Exporting from the windows: one client from the chart, everything from Settings and the palette."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from services.billed import PAYER, signed_visit
from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.clients import add_client
from therapist_desk.ui.exporting.export_dialog import ExportDialog
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.label import ElidedLabel
from therapist_desk.ui.preferences import UnkeptPreferences
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.samples import JUNIPER
from ui.showing import expect_fit, find, show


class ChosenFolder:
    """Answers as if the user had chosen this folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.shown: list[Path] = []

    def choose_folder(self, parent: QWidget, now: Path) -> Path | None:
        del parent, now
        return self.folder

    def show_folder(self, folder: Path) -> None:
        self.shown.append(folder)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def opened(
    qtbot: QtBot,
    workplace: Workplace,
    files: ChosenFolder,
    client_id: ClientId | None = None,
    size: tuple[int, int] = SIZES[0],
) -> tuple[ExportDialog, SettingsPage]:
    page = SettingsPage(workplace, UnkeptPreferences(), "1.0")
    show(qtbot, workplace, page, size)
    dialog = ExportDialog(workplace, client_id, page, files)
    dialog.open()
    find(dialog, QPushButton, "choose_folder").click()
    return dialog, page


def said(dialog: QWidget, name: str) -> str:
    banner = dialog.findChild(Banner, name)
    return banner.findChildren(QLabel)[0].text() if banner is not None and banner.isVisible() else ""


def test_a_client_is_written_into_the_folder_chosen_and_the_trail_knows(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId], out: Path
) -> None:
    files = ChosenFolder(out)
    dialog, _page = opened(qtbot, workplace, files, clients["juniper"])
    assert find(dialog, ElidedLabel, "export_folder").text() == str(out)

    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: said(dialog, "exported") != "", timeout=20_000)

    (written,) = out.iterdir()
    assert said(dialog, "exported") == f"Exported: {written.name}"
    with zipfile.ZipFile(written) as archive:
        assert any(name.endswith("fhir/bundle.json") for name in archive.namelist())
    with workplace.desk.store.reading() as charts:
        line = charts.audit.last(AuditAction.DATA_EXPORTED)
    assert line is not None
    assert line.subject == clients["juniper"]
    find(dialog, QPushButton, "cancel").click()
    assert workplace.preferences.load().document_folder == str(out)


def test_bills_that_wait_are_told(qtbot: QtBot, workplace: Workplace, clock: HandClock, out: Path) -> None:
    for details in (JUNIPER, replace(JUNIPER, given_name="Wren", family_name="Fictional")):
        client = add_client(workplace.desk, details)
        signed_visit(workplace.desk, clock, client.id, payer=replace(PAYER, billing_tax_id=""))
    dialog, _page = opened(qtbot, workplace, ChosenFolder(out))

    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: said(dialog, "exported") != "", timeout=20_000)

    assert said(dialog, "held") == "2 bills wait for something, so they are not inside; bills.txt says for what."
    assert said(dialog, "left_out") == ""


def test_nothing_ticked_cannot_be_exported(qtbot: QtBot, workplace: Workplace, out: Path) -> None:
    dialog, _page = opened(qtbot, workplace, ChosenFolder(out))

    for name in ("fhir", "tables", "notes", "papers"):
        assert find(dialog, QPushButton, "export").isEnabled()
        find(dialog, QCheckBox, name).click()

    assert not find(dialog, QPushButton, "export").isEnabled()


def test_closed_while_it_writes_it_leaves_nothing(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId], out: Path
) -> None:
    assert clients
    dialog, _page = opened(qtbot, workplace, ChosenFolder(out))

    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: any(out.iterdir()))
    find(dialog, QPushButton, "cancel").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert list(out.iterdir()) == []
    with workplace.desk.store.reading() as charts:
        assert charts.audit.last(AuditAction.DATA_EXPORTED) is None


def test_a_folder_that_cannot_be_written_is_said_and_another_can_be_chosen(
    qtbot: QtBot, workplace: Workplace, out: Path
) -> None:
    files = ChosenFolder(out / "gone")
    dialog, _page = opened(qtbot, workplace, files)

    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: said(dialog, "message") != "")
    assert str(out / "gone") in said(dialog, "message")

    files.folder = out
    find(dialog, QPushButton, "choose_folder").click()
    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: said(dialog, "exported") != "", timeout=20_000)
    assert said(dialog, "message") == ""


def test_settings_offer_all_charts(qtbot: QtBot, workplace: Workplace) -> None:
    page = SettingsPage(workplace, UnkeptPreferences(), "1.0")
    show(qtbot, workplace, page)

    page.exporting.export.click()

    dialog = find(page.window(), ExportDialog, "export_dialog")
    assert dialog.accessibleName() == "Export all charts"


@pytest.mark.parametrize("size", SIZES)
def test_it_fits(qtbot: QtBot, workplace: Workplace, out: Path, size: tuple[int, int]) -> None:
    dialog, _page = opened(qtbot, workplace, ChosenFolder(out), size=size)

    expect_fit(qtbot, dialog)
    find(dialog, QPushButton, "export").click()
    qtbot.waitUntil(lambda: said(dialog, "exported") != "", timeout=20_000)
    expect_fit(qtbot, dialog)


def test_nothing_behind_an_export_can_be_read_until_it_is_closed(
    qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId], out: Path
) -> None:
    # given the dialog over a page that shines through
    del clients
    dialog, page = opened(qtbot, workplace, ChosenFolder(out))
    window = page.window()
    assert len(shades(window)) > 1

    # when it writes, and when it is done
    find(dialog, QPushButton, "export").click()
    during = shades(window)
    said_so = find(dialog, QLabel, "doing").text()
    qtbot.waitUntil(lambda: said(dialog, "exported") != "", timeout=20_000)

    # then beside the card there is one plain shade, and the dialog says that the lock waits
    assert len(during) == len(shades(window)) == 1
    assert "the idle lock waits until it is done" in said_so


def shades(window: QWidget) -> set[int]:
    """Give the colours along the left edge of a window, far from the card over it."""
    picture = window.grab().toImage()
    return {picture.pixel(x, y) for x in range(0, 300, 2) for y in range(0, picture.height(), 2)}
