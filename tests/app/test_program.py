"""From the first window to the lock, with real windows on a real encrypted store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.conftest import Starts, give_passphrase, unlock_panel
from desks import PASSPHRASE, open_desk
from therapist_desk.app.clock import SystemClock
from therapist_desk.app.handover import VARIABLE, Handover, take_handover
from therapist_desk.app.last_place import HOME, first_place, read_place, write_place
from therapist_desk.app.paths import resources_dir
from therapist_desk.app.program import Program, Surroundings
from therapist_desk.app.settings import Settings
from therapist_desk.app.settings_file import settings_file
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import CaseId, ClientId, TherapistId, VisitId
from therapist_desk.services import cases, clients, opening
from therapist_desk.services.visit import timing, visits
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.shell.place import PageKind, Place
from therapist_desk.ui.shell.session import Session
from therapist_desk.ui.theme.apply import Theme
from therapist_desk.ui.unlock.trouble_panel import TroublePanel


def unlock(qtbot: QtBot, program: Program, folder: Path) -> None:
    program.begin(folder, must_exist=False)
    give_passphrase(qtbot, program)
    qtbot.waitUntil(lambda: program.charts is not None and program.charts.window.place is not None)


def place(program: Program) -> Place | None:
    return program.charts.window.place if program.charts is not None else None


def a_client(folder: Path) -> tuple[ClientId, CaseId]:
    with closing(open_desk(folder, SystemClock())) as desk:
        today = SystemClock().now().day
        client = clients.add_client(
            desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=today)
        )
        return client.id, cases.open_case(desk, client.id, "Headache").id


def begin_visit(folder: Path, case_id: CaseId, *, timer: bool) -> VisitId:
    with closing(opening.unlock(folder, TherapistId("robin"), PASSPHRASE, SystemClock())) as desk:
        visit = visits.start_visit(desk, case_id)
        return timing.start(desk, visit.id).id if timer else visit.id


def test_charts_open_where_one_was_though_the_process_was_killed(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "charts"
    client_id, _ = a_client(folder)
    killed = make_program()
    unlock(qtbot, killed, folder)
    assert killed.charts is not None
    killed.charts.navigator.open_chart(client_id, ChartTab.PROFILE)

    # What the next process finds after a kill: the ini file as it is now, read anew.
    kept = QSettings(settings_file().fileName(), QSettings.Format.IniFormat).value("window/place")
    assert kept == [str(folder), "chart", client_id, "profile", ""]
    killed.quit()
    again = make_program()
    unlock(qtbot, again, folder)

    assert place(again) == Place(PageKind.CHART, client_id, ChartTab.PROFILE)


def test_charts_open_at_the_visit_in_session(
    qtbot: QtBot, make_program: Callable[[], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "charts"
    _, case_id = a_client(folder)
    visit_id = begin_visit(folder, case_id, timer=True)
    program = make_program()

    unlock(qtbot, program, folder)

    assert place(program) == Place(PageKind.VISIT, visit_id=visit_id)


def test_a_place_that_is_gone_or_of_other_charts_is_home(tmp_path: Path) -> None:
    gone = Place(PageKind.CHART, ClientId("nobody"))
    texts = write_place(tmp_path, gone)

    assert read_place(tmp_path, texts) == gone
    assert read_place(tmp_path / "other", texts) == HOME
    assert read_place(tmp_path, [str(tmp_path), "nowhere", "", "overview", ""]) == HOME
    with closing(open_desk(tmp_path / "charts")) as desk:
        assert first_place(desk, gone) == HOME


def test_the_right_passphrase_opens_home(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    open_desk(tmp_path / "charts").close()

    unlock(qtbot, program, tmp_path / "charts")

    assert program.front is None
    assert program.charts is not None
    assert program.charts.window.isVisible()
    assert program.charts.window.place is not None
    assert program.charts.window.place.kind is PageKind.HOME


def test_a_wrong_passphrase_opens_nothing_and_waits_for_the_next(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    open_desk(tmp_path / "charts").close()
    program.begin(tmp_path / "charts", must_exist=False)
    panel = unlock_panel(program)
    qtbot.keyClicks(panel.passphrase.edit, "something else entirely")

    qtbot.mouseClick(panel.unlock, Qt.MouseButton.LeftButton)

    assert not panel.unlock.isEnabled()
    qtbot.waitUntil(lambda: bool(panel.passphrase.problem()))
    assert panel.passphrase.problem().startswith("This passphrase is not right.")
    assert panel.passphrase.edit.selectedText()
    assert panel.unlock.isEnabled()
    assert program.charts is None


def test_charts_open_elsewhere_are_refused_at_the_field(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    elsewhere = open_desk(tmp_path / "charts")
    program.begin(tmp_path / "charts", must_exist=False)
    panel = unlock_panel(program)
    qtbot.keyClicks(panel.passphrase.edit, PASSPHRASE)

    qtbot.keyClick(panel.passphrase.edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(panel.passphrase.problem()))
    elsewhere.close()
    assert panel.passphrase.problem().startswith("These charts are already open in another window.")


def test_locking_saves_hides_and_hands_over_times_alone(
    qtbot: QtBot, program: Program, starts: Starts, tmp_path: Path
) -> None:
    folder = tmp_path / "charts"
    desk = open_desk(folder, SystemClock())
    client = clients.add_client(
        desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=SystemClock().now().day)
    )
    visit = visits.start_visit(desk, cases.open_case(desk, client.id, "Headache").id)
    timing.start(desk, visit.id)
    desk.close()
    unlock(qtbot, program, folder)
    assert program.charts is not None
    window = program.charts.window

    window.commands.lock.trigger()

    assert not window.isVisible()
    assert starts.asked
    [(store, told)] = starts.asked
    assert store == folder
    assert "Juniper" not in told[VARIABLE]
    handover = take_handover(told)
    assert handover is not None
    assert len(handover.sessions) == 1
    opening.unlock(folder, TherapistId("robin"), PASSPHRASE, SystemClock()).close()


def test_the_clock_shows_while_locked(qtbot: QtBot, qapp: QApplication, dressed: Theme, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    clock = SystemClock()
    desk = open_desk(folder, clock)
    client = clients.add_client(
        desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=clock.now().day)
    )
    visit = timing.start(desk, visits.start_visit(desk, cases.open_case(desk, client.id, "Headache").id).id)
    desk.close()
    session = Session(visit_id=None, planned_minutes=visit.planned_minutes, events=visit.events)
    handover = Handover(desk.opened_at, (session,))
    program = Program(qapp, dressed, Settings(), Surroundings(resources_dir(), Starts(), guarded=False), handover)

    program.begin(folder, must_exist=False)

    assert unlock_panel(program).session.texts() == ("Session running 00:00",)
    program.quit()
    assert program.front is not None
    qtbot.addWidget(program.front)


def test_a_damaged_key_file_ends_at_a_sentence(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    open_desk(folder).close()
    for name in ("keyslots.json", "keyslots.json.bak"):
        (folder / name).write_text("{", encoding="utf-8")

    program.begin(folder, must_exist=False)

    assert program.front is not None
    panel = program.front.panel
    assert isinstance(panel, TroublePanel)
    assert panel.sentence.startswith("The key file of these charts is damaged")


def test_a_missing_drive_is_no_new_beginning(program: Program, tmp_path: Path) -> None:
    program.begin(tmp_path / "unplugged", must_exist=True)

    assert program.front is not None
    panel = program.front.panel
    assert isinstance(panel, TroublePanel)
    assert "There is no chart store in" in panel.sentence
