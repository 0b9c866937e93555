"""Safe copies on real folders: made while charts are open, read back, restored elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import PASSPHRASE, ROBIN, HandClock, checked_records
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.visit import Visit
from therapist_desk.services import clients, signing
from therapist_desk.services.copies import (
    KEPT,
    copies_in,
    copy_state,
    make_daily_copy,
    note_copy,
    restore,
    write_copy_into,
)
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import create_store, unlock, unlock_by_code
from therapist_desk.services.records import read_visit
from therapist_desk.services.visit import notes
from therapist_desk.store.backup import CopyDamagedError, CopyFolderError, SafeCopy
from therapist_desk.store.errors import StoreExistsError, StoreFolderError, WrongPassphraseError
from therapist_desk.store.slots import Cost


@contextmanager
def restored(file: Path, folder: Path) -> Iterator[Desk]:
    restore(file, folder)
    desk = unlock(folder, ROBIN.therapist.id, PASSPHRASE, HandClock())
    try:
        yield desk
    finally:
        desk.close()


def make_copy(desk: Desk, folder: Path) -> SafeCopy:
    folder.mkdir(exist_ok=True, parents=True)
    copy = write_copy_into(desk, folder)
    note_copy(desk, copy)
    return copy


def sign(desk: Desk, visit: Visit) -> None:
    notes.save_note(desk, visit.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, "Neck stiff"),)))
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="written for the copy")


def test_a_copy_made_while_the_charts_are_open_brings_all_of_them_back(
    desk: Desk, juniper: Client, visit: Visit, tmp_path: Path
) -> None:
    sign(desk, visit)

    copy = make_copy(desk, tmp_path / "copies")

    assert copy.size == copy.path.stat().st_size
    with restored(copy.path, tmp_path / "elsewhere") as other:
        assert clients.get_client(other, juniper.id) == juniper
        assert checked_records(other).checked == 1
        assert not other.notices
        with other.store.reading() as charts:
            record = charts.records.of_visit(visit.id)
        assert record is not None
        assert read_visit(record).visit.note.own_text(Section.SUBJECTIVE) == "Neck stiff"


def test_a_copy_opens_with_the_recovery_code_of_its_day(tmp_path: Path) -> None:
    desk, code = create_store(tmp_path / "charts", ROBIN, PASSPHRASE, HandClock(), cost=Cost(1, 8, 1))
    copy = make_copy(desk, tmp_path / "copies")
    desk.close()
    restore(copy.path, tmp_path / "elsewhere")

    other = unlock_by_code(tmp_path / "elsewhere", ROBIN.therapist.id, code, "four new walnut words", HandClock())

    other.close()


def test_a_copy_does_not_open_with_another_passphrase(desk: Desk, tmp_path: Path) -> None:
    copy = make_copy(desk, tmp_path / "copies")
    restore(copy.path, tmp_path / "elsewhere")

    with pytest.raises(WrongPassphraseError):
        unlock(tmp_path / "elsewhere", ROBIN.therapist.id, "something else entirely", HandClock())


def test_no_word_of_a_client_stands_in_a_copy_or_its_name(desk: Desk, juniper: Client, tmp_path: Path) -> None:
    copy = make_copy(desk, tmp_path / "copies")

    content = copy.path.read_bytes()
    assert juniper.details.family_name.encode() not in content
    assert copy.path.name == "charts-2026-11-23-120000.tdcopy"
    assert [path.name for path in desk.folder.iterdir() if path.name.startswith(".copy")] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(place=st.floats(0, 1, exclude_max=True), flipped=st.integers(1, 255))
def test_a_copy_with_one_byte_changed_is_refused_and_leaves_nothing(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, place: float, flipped: int
) -> None:
    room = tmp_path_factory.mktemp("damaged")
    content = bytearray(make_copy(desk, room / "copies").path.read_bytes())
    at = int(place * len(content))
    content[at] ^= flipped
    damaged = room / "damaged.tdcopy"
    damaged.write_bytes(content)

    try:
        restore(damaged, room / "elsewhere")
    except CopyDamagedError:
        assert not (room / "elsewhere").exists() or not list((room / "elsewhere").iterdir())
    else:
        # A time or a flag of the archive that says nothing about the charts.
        unlock(room / "elsewhere", ROBIN.therapist.id, PASSPHRASE, HandClock()).close()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_copy_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.tdcopy"
    file.write_bytes(content)

    with pytest.raises(CopyDamagedError) as refused:
        restore(file, tmp_path / "elsewhere")

    assert str(refused.value).startswith("some.tdcopy is not a whole safe copy")
    assert not (tmp_path / "elsewhere").exists()


def test_charts_are_never_restored_over_others(desk: Desk, tmp_path: Path) -> None:
    copy = make_copy(desk, tmp_path / "copies")

    with pytest.raises(StoreExistsError):
        restore(copy.path, desk.folder)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreFolderError):
        restore(copy.path, tmp_path / "full")

    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(CopyFolderError) as refused:
        write_copy_into(desk, tmp_path / "file")

    assert str(tmp_path / "file") in str(refused.value)
    assert copy_state(desk).last is None


def test_a_folder_on_a_drive_that_is_not_connected_is_not_made_elsewhere(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CopyFolderError, match=r"stick: No such file .* Connect the drive"):
        write_copy_into(desk, tmp_path / "stick")

    assert not (tmp_path / "stick").exists()
    assert copy_state(desk).last is None


def test_what_a_crash_left_of_an_earlier_copy_goes_with_the_next_one(desk: Desk, tmp_path: Path) -> None:
    left = desk.folder / ".copy-left"
    left.mkdir()
    (left / "charts.db").write_bytes(b"half")

    make_copy(desk, tmp_path / "copies")

    assert list(desk.folder.glob(".copy-*")) == []


def test_one_copy_a_day_is_enough_and_old_ones_go(desk: Desk, clock: HandClock, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "letter.tdcopy").write_text("not ours", encoding="utf-8")
    made = []
    for _day in range(KEPT + 2):
        made.append(make_daily_copy(desk, folder))
        assert make_daily_copy(desk, folder) is None
        clock.wait(60 * 24)

    assert len(copies_in(folder)) == KEPT
    assert copies_in(folder)[0] == made[-1].path if made[-1] else None
    assert (folder / "letter.tdcopy").exists()


def test_a_copy_is_due_after_a_week(desk: Desk, clock: HandClock, tmp_path: Path) -> None:
    assert not copy_state(desk).due
    clock.wait(60 * 24 * 7)
    assert copy_state(desk).due

    make_copy(desk, tmp_path / "copies")
    assert not copy_state(desk).due

    clock.wait(60 * 24 * 7 - 1)
    assert not copy_state(desk).due
    clock.wait(1)
    assert copy_state(desk).due


def test_what_is_written_meanwhile_does_not_tear_the_copy(desk: Desk, tmp_path: Path) -> None:
    before = clients.add_client(
        desk, ClientDetails(given_name="First", family_name="", date_of_birth=date(1990, 1, 1))
    )
    copy = make_copy(desk, tmp_path / "copies")
    clients.add_client(desk, ClientDetails(given_name="Second", family_name="", date_of_birth=date(1990, 1, 1)))

    with restored(copy.path, tmp_path / "elsewhere") as other:
        assert [client.id for client in clients.find_clients(other, "")] == [before.id]
