from __future__ import annotations

import os
from pathlib import Path

import pytest

from therapist_desk.store.files import write_atomically


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    for content in (b"first\r\n", b"second\n\x1a"):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [tmp_path / "keys"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.mkdir()

    with pytest.raises(OSError, match="keys"):
        write_atomically(path, b"new")

    assert path.is_dir()
    assert list(tmp_path.iterdir()) == [tmp_path / "keys"]


def test_what_a_crash_left_unfinished_is_written_over(tmp_path: Path) -> None:
    (tmp_path / ".keys.new").write_bytes(b"half of somethi")

    write_atomically(tmp_path / "keys", b"whole")

    assert list(tmp_path.iterdir()) == [tmp_path / "keys"]
    assert (tmp_path / "keys").read_bytes() == b"whole"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "keys", b"whole")

    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600
