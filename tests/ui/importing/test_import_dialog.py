from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.services.clients import add_client, find_clients
from therapist_desk.ui.clients.page import ClientsPage
from therapist_desk.ui.importing.import_dialog import ImportDialog
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES
from ui.samples import JUNIPER
from ui.showing import expect_fit, find, show, titles

LIST = (
    "Client No;First Name;Last Name;DOB;Phone;Email;Address;City;Favourite colour\n"
    "77;Juniper;Sample-Hayes;14/03/1987;555 0142;juniper@example.org;12 Elm Street;Testville;green\n"
    "78;Wren;Fictional;02/04/1990;555 0143;wren@example.org;3 Oak Road;Testville;blue\n"
    "79;Odo;;31/12/1971;555 0144;odo at example;;;\n"
)


class ChosenFiles:
    """Answers as if the user had chosen these."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def choose_csv(self, parent: QWidget) -> Path | None:
        del parent
        return self.path

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        del parent
        return self.path.parent / name


@pytest.fixture
def files(tmp_path: Path) -> ChosenFiles:
    path = tmp_path / "clients.csv"
    path.write_bytes(LIST.encode("latin-1"))
    return ChosenFiles(path)


def opened(qtbot: QtBot, workplace: Workplace, files: ChosenFiles, size: tuple[int, int] = SIZES[0]) -> ClientsPage:
    page = ClientsPage(workplace, files=files)
    show(qtbot, workplace, page, size)
    find(page, QPushButton, "import_clients").click()
    qtbot.waitUntil(workplace.jobs.idle)
    return page


def go_on(qtbot: QtBot, workplace: Workplace, page: QWidget) -> None:
    find(page, QPushButton, "next").click()
    qtbot.waitUntil(workplace.jobs.idle)


def message(page: QWidget, name: str) -> str:
    return find(page, Banner, name).findChildren(QLabel)[0].text()


def test_a_list_is_looked_at_checked_and_taken_in(qtbot: QtBot, workplace: Workplace, files: ChosenFiles) -> None:
    add_client(workplace.desk, JUNIPER)
    page = opened(qtbot, workplace, files)
    assert find(page, Select, "meaning_3").currentText() == "Date of birth"
    assert find(page, Select, "meaning_8").currentText() == "Leave out"
    assert titles(find(page, RowList, "preview"))[1:] == ["Fictional, Wren", "Line 4 is not taken"]
    assert find(page, ToggleGroup, "order").value() == "day first"

    go_on(qtbot, workplace, page)
    assert find(page, QPushButton, "next").text() == "Add 1 client"
    assert not find(page, QCheckBox, "twin_2").isChecked()
    assert len(find_clients(workplace.desk, "")) == 1
    go_on(qtbot, workplace, page)

    assert {client.name for client in find_clients(workplace.desk, "")} == {JUNIPER.name, "Wren Fictional"}
    assert "Fictional, Wren" in titles(page.list)
    assert titles(find(page, RowList, "rejected")) == ["Line 4 is not taken"]
    find(page, QPushButton, "save_report").click()
    qtbot.waitUntil(workplace.jobs.idle)
    [report] = files.path.parent.glob("import-*.csv")
    assert "3,added,,TD-000002,78" in report.read_text(encoding="utf-8-sig")


def test_where_nobody_can_come_in_the_reasons_can_be_saved_all_the_same(
    qtbot: QtBot, workplace: Workplace, files: ChosenFiles
) -> None:
    files.path.write_text("Name,DOB\nWren Fictional,\nOdo Testcase,1.1.1700\n", encoding="utf-8")
    page = opened(qtbot, workplace, files)
    go_on(qtbot, workplace, page)
    assert not find(page, QPushButton, "next").isEnabled()

    find(page, QPushButton, "save_report").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [report] = files.path.parent.glob("import-*.csv")
    assert report.read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "2,rejected,There is no date of birth.,,",
        "3,rejected,Nobody is that old. Check the year of birth.,,",
    ]
    assert not find(page, QPushButton, "next").isEnabled()
    assert find_clients(workplace.desk, "") == ()


def test_dates_that_can_be_read_in_two_ways_are_asked_about(
    qtbot: QtBot, workplace: Workplace, files: ChosenFiles
) -> None:
    files.path.write_text("Name,DOB\nWren Fictional,03/04/1990\n", encoding="utf-8")
    page = opened(qtbot, workplace, files)
    assert "two ways" in message(page, "columns_message")
    go_on(qtbot, workplace, page)
    assert find(page, RowList, "preview").rows == ()

    find(page, ToggleGroup, "order").option("day first").click()
    go_on(qtbot, workplace, page)
    go_on(qtbot, workplace, page)

    [client] = find_clients(workplace.desk, "")
    assert client.details.date_of_birth.isoformat() == "1990-04-03"


def test_a_file_read_in_the_wrong_way_is_read_again_as_the_therapist_says(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes("First Name,Last Name,DOB\nJos\u00e9,Fictional,25/03/1987\n".encode("mac_roman"))
    page = opened(qtbot, workplace, ChosenFiles(path))
    assert titles(find(page, RowList, "preview")) != ["Fictional, Jos\u00e9"]

    encoding = find(page, Select, "encoding")
    encoding.setCurrentIndex(encoding.findData("mac_roman"))
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(workplace.jobs.idle)
    assert titles(find(page, RowList, "preview")) == ["Fictional, Jos\u00e9"]

    separator = find(page, Select, "separator")
    assert find(page, Select, "encoding").currentText() == "Mac Roman"
    separator.setCurrentIndex(separator.findData(";"))
    separator.activated.emit(separator.currentIndex())
    qtbot.waitUntil(workplace.jobs.idle)
    assert "Say which columns hold the name" in message(page, "columns_message")


def test_a_file_that_is_no_list_is_refused_and_another_can_be_chosen(
    qtbot: QtBot, workplace: Workplace, files: ChosenFiles
) -> None:
    good, bad = files.path, files.path.with_name("book.xlsx")
    bad.write_bytes(b"PK\x03\x04")
    files.path = bad
    page = opened(qtbot, workplace, files)
    assert "not a CSV file" in message(page, "message")

    files.path = good
    find(page, QPushButton, "another_file").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert len(find(page, RowList, "preview").rows) == 3


def test_cancelled_in_the_middle_nothing_is_imported(qtbot: QtBot, workplace: Workplace, files: ChosenFiles) -> None:
    rows = "".join(f"{n};Given{n};Family{n};14/03/1987;;;;;\n" for n in range(3000))
    files.path.write_text(LIST.splitlines()[0] + "\n" + rows, encoding="utf-8")
    page = opened(qtbot, workplace, files)
    find(page, QPushButton, "next").click()
    dialog = find(page, ImportDialog, "import_dialog")

    with qtbot.waitSignal(dialog.destroyed):
        find(page, QPushButton, "cancel").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert find_clients(workplace.desk, "") == ()


@pytest.mark.parametrize("size", SIZES)
def test_each_step_fits(qtbot: QtBot, workplace: Workplace, files: ChosenFiles, size: tuple[int, int]) -> None:
    add_client(workplace.desk, JUNIPER)
    page = opened(qtbot, workplace, files, size)
    expect_fit(qtbot, page)
    go_on(qtbot, workplace, page)
    expect_fit(qtbot, page)
    go_on(qtbot, workplace, page)
    expect_fit(qtbot, page)
