"""A safe copy for which a real disk has no room: said, with the disk that is full, and nothing is left of it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desks import HandClock, open_desk
from faults.conftest import fill
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services.clients import add_client, find_clients
from therapist_desk.services.copies import make_daily_copy
from therapist_desk.store.backup import CopyFullError, CopyNoRoomError

_BLOCK = 4096


def leave(ballast: Path, blocks: int) -> None:
    with ballast.open("r+b") as stream:
        stream.truncate(ballast.stat().st_size - blocks * _BLOCK)


@pytest.mark.parametrize("blocks", [0, 1, 20])
def test_a_full_drive_of_copies_is_named_and_nothing_is_left_there(
    tmp_path: Path, small_disk: Path, blocks: int
) -> None:
    ballast = fill(small_disk)
    leave(ballast, blocks)
    with closing(open_desk(tmp_path / "charts", HandClock())) as desk:
        with pytest.raises(CopyFullError) as told:
            make_daily_copy(desk, small_disk)

        assert told.value.values["folder"] == str(small_disk)
        assert [path.name for path in small_disk.iterdir()] == [ballast.name]


@pytest.mark.parametrize("blocks", [4, 40, 150])
def test_a_full_drive_of_the_charts_is_named_and_the_charts_stay_open(
    tmp_path: Path, small_disk: Path, blocks: int
) -> None:
    born = date(1990, 1, 2)
    with closing(open_desk(small_disk / "charts", HandClock())) as desk:
        add_client(desk, ClientDetails(given_name="Wren", family_name="Fictional", date_of_birth=born))
        leave(fill(small_disk), blocks)
        before = sorted(path.name for path in desk.folder.iterdir())

        with pytest.raises(CopyNoRoomError) as told:
            make_daily_copy(desk, tmp_path)

        assert told.value.values["folder"] == str(desk.folder)
        assert sorted(path.name for path in desk.folder.iterdir()) == before
        assert list(tmp_path.glob("*.tdcopy")) == []
        assert [client.name for client in find_clients(desk, "wren")] == ["Wren Fictional"]
