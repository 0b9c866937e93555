"""A store folder that can't be used: each time a sentence, and never a loss."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from faults.conftest import fill
from store.conftest import CHEAP, PASSPHRASE, ROBIN, Made
from store.samples import VISIT, mark
from therapist_desk.store import keyslots
from therapist_desk.store.errors import (
    KeyFileMissingError,
    StoreCorruptError,
    StoreFolderError,
    StoreFullError,
    StoreInUseError,
    StoreKeyError,
    StoreMissingError,
    StoreNewerError,
    StoreNotEncryptedError,
    StoreReadOnlyError,
)
from therapist_desk.store.keys import MasterKey, Purpose
from therapist_desk.store.presence import KEY_FILE
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect
from therapist_desk.store.store import Store

ROOT = Path(__file__).parents[2]
NOBODY = 65534
PAGE = 4096

HOLDER = """
import sys
from pathlib import Path
from therapist_desk.store.keys import MasterKey
from therapist_desk.store.store import Store

store = Store.open(Path(sys.argv[1]), MasterKey(bytes.fromhex(sys.stdin.readline())))
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


@contextmanager
def held_by_another_process(made: Made) -> Iterator[subprocess.Popen[str]]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(made.folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin
    assert holder.stdout
    with holder:
        holder.stdin.write(made.master.secret.hex() + "\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "open\n"
        yield holder
        holder.kill()


def intact(made: Made) -> None:
    """The charts open and hold what they held."""
    store = Store.open(made.folder, made.master)
    with store.reading() as charts:
        assert charts.visits.get(VISIT.id).client_id == VISIT.client_id
    store.close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "unplugged"

    with pytest.raises(StoreMissingError, match="unplugged"):
        Store.open(gone, MasterKey.new())
    with pytest.raises(KeyFileMissingError):
        keyslots.unlock(gone, ROBIN.therapist_id, PASSPHRASE)
    assert not gone.exists()


def test_a_folder_without_charts_is_not_taken_for_a_new_store(made: Made) -> None:
    (made.folder / CHARTS_FILE).unlink()

    with pytest.raises(StoreMissingError):
        Store.open(made.folder, made.master)
    assert not (made.folder / CHARTS_FILE).exists()


def test_an_empty_charts_file_is_not_taken_for_a_new_store(made: Made) -> None:
    (made.folder / CHARTS_FILE).write_bytes(b"")

    with pytest.raises(StoreCorruptError):
        Store.open(made.folder, made.master)
    assert (made.folder / CHARTS_FILE).stat().st_size == 0


@pytest.mark.parametrize("use", [Store.open, Store.create])
def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path, use: Callable[[Path, MasterKey], Store]) -> None:
    taken = tmp_path / "charts"
    taken.write_text("a letter", encoding="utf-8")

    with pytest.raises(StoreFolderError):
        use(taken, MasterKey.new())
    assert taken.read_text(encoding="utf-8") == "a letter"


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a letter", encoding="utf-8")

    with pytest.raises(StoreFolderError):
        Store.create(tmp_path / "letter" / "charts", MasterKey.new())


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Take the right to write in `folder` from this process; an administrator steps down to an ordinary user."""
    administrator = os.geteuid() == 0
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if administrator:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)
        for path in (folder, *folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def reachable(made: Made) -> Iterator[Made]:
    """The store in a folder that any user may reach: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "charts"
        made.folder.rename(folder)
        yield Made(folder, made.master, made.recovery_code, made.public_key)


@pytest.mark.skipif(os.name == "nt", reason="Windows takes rights away in other ways")
def test_a_folder_without_the_right_to_write_says_so(reachable: Made) -> None:
    with unwritable(reachable.folder):
        assert keyslots.unlock(reachable.folder, ROBIN.therapist_id, PASSPHRASE).master == reachable.master
        with pytest.raises(StoreReadOnlyError):
            Store.open(reachable.folder, reachable.master)
        with pytest.raises(StoreReadOnlyError):
            keyslots.change_passphrase(reachable.folder, ROBIN.therapist_id, PASSPHRASE, "another", cost=CHEAP)
        with pytest.raises(StoreReadOnlyError):
            Store.create(reachable.folder / "new", MasterKey.new())

    intact(reachable)


def save_until_refused(store: Store) -> int:
    """Save marks one by one; gives how many were saved before the disk was full."""
    for saved in itertools.count():
        try:
            with store.writing() as charts:
                charts.visits.put_mark(VISIT.id, mark(f"mark-{saved}", note="sore " * 40))
        except StoreFullError:
            return saved
    raise AssertionError


def test_a_full_disk_loses_nothing_that_was_saved(made: Made, small_disk: Path) -> None:
    folder = small_disk / "charts"
    _copy(made.folder, folder)
    store = Store.open(folder, made.master)

    ballast = fill(small_disk)
    saved = save_until_refused(store)
    with store.reading() as charts:
        assert len(charts.visits.get(VISIT.id).marks) == saved
    ballast.unlink()
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("after"))
    store.close()

    store = Store.open(folder, made.master)
    with store.reading() as charts:
        assert len(charts.visits.get(VISIT.id).marks) == saved + 1
    store.close()


def test_a_full_disk_leaves_the_key_file_as_it_was(made: Made, small_disk: Path) -> None:
    folder = small_disk / "charts"
    _copy(made.folder, folder)
    before = (folder / KEY_FILE).read_bytes()
    fill(small_disk)

    with pytest.raises(StoreFullError):
        keyslots.change_passphrase(folder, ROBIN.therapist_id, PASSPHRASE, "another good one", cost=CHEAP)

    assert (folder / KEY_FILE).read_bytes() == before
    assert keyslots.unlock(folder, ROBIN.therapist_id, PASSPHRASE).master == made.master


def test_a_new_store_on_a_full_disk_says_so(small_disk: Path) -> None:
    folder = small_disk / "charts"
    folder.mkdir()
    ballast = fill(small_disk)

    with pytest.raises(StoreFullError):
        Store.create(folder, MasterKey.new())

    ballast.unlink()
    assert not list(folder.glob("charts.db*"))
    Store.create(folder, MasterKey.new()).close()


def test_a_file_that_may_not_grow_loses_nothing_that_was_saved(made: Made) -> None:
    store = Store.open(made.folder, made.master)
    raw = store._database.writer.raw_connection()
    connection = raw.driver_connection
    assert connection is not None
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    raw.close()

    saved = save_until_refused(store)

    store.close()
    store = Store.open(made.folder, made.master)
    with store.reading() as charts:
        assert len(charts.visits.get(VISIT.id).marks) == saved
    store.close()


def test_charts_that_are_open_elsewhere_are_politely_refused(made: Made) -> None:
    with held_by_another_process(made), pytest.raises(StoreInUseError):
        Store.open(made.folder, made.master)
    intact(made)


def test_a_killed_holder_leaves_no_lock_behind(made: Made) -> None:
    with held_by_another_process(made) as holder:
        holder.kill()
        holder.wait()

        intact(made)


def test_the_same_process_cannot_open_the_charts_twice(made: Made) -> None:
    store = Store.open(made.folder, made.master)

    with pytest.raises(StoreInUseError):
        Store.open(made.folder, made.master)
    store.close()
    intact(made)


def test_charts_of_a_later_version_are_left_alone(made: Made) -> None:
    connection = connect(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(StoreNewerError):
        Store.open(made.folder, made.master)


def test_the_charts_of_another_key_file_say_so(made: Made) -> None:
    with pytest.raises(StoreKeyError):
        Store.open(made.folder, MasterKey.new())
    intact(made)


def test_plain_charts_are_not_opened(made: Made) -> None:
    (made.folder / CHARTS_FILE).write_bytes(b"SQLite format 3\0" + b"\0" * PAGE)

    with pytest.raises(StoreNotEncryptedError):
        Store.open(made.folder, made.master)


def test_a_damaged_first_page_says_so(made: Made) -> None:
    _damage(made.folder / CHARTS_FILE, 0)

    with pytest.raises(StoreKeyError):
        Store.open(made.folder, made.master)


def test_no_damaged_page_is_read_as_if_it_were_whole(made: Made) -> None:
    file = made.folder / CHARTS_FILE
    whole = file.read_bytes()
    with _opened(made) as found:
        before = found
    for page in range(1, len(whole) // PAGE, 3):
        file.write_bytes(whole)
        _damage(file, page)
        with suppress(StoreCorruptError), _opened(made) as now:
            assert now == before


def test_a_cut_off_file_says_so(made: Made) -> None:
    file = made.folder / CHARTS_FILE
    file.write_bytes(file.read_bytes()[: 5 * PAGE])

    with pytest.raises(StoreCorruptError), _opened(made):
        pass


@contextmanager
def _opened(made: Made) -> Iterator[object]:
    store = Store.open(made.folder, made.master)
    try:
        with store.reading() as charts:
            yield (charts.visits.get(VISIT.id), charts.clients.find(""), charts.cases.open(), charts.records.head())
    finally:
        store.close()


def _damage(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    start = page * PAGE + 64
    content[start : start + 256] = bytes(byte ^ 0x5A for byte in content[start : start + 256])
    file.write_bytes(content)


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
