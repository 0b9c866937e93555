"""An export for which a real disk has no room: it is said, and nothing of it is left there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from desks import HandClock, open_desk
from faults.conftest import fill
from reports import samples
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.exporting.choice import Choice
from therapist_desk.services.exporting.errors import ExportFullError
from therapist_desk.services.exporting.run import export
from ui.samples import chart_juniper

_BLOCK = 4096


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("blocks", [0, 1, 8])
def test_an_export_on_a_full_disk_leaves_nothing(
    tmp_path: Path, small_disk: Path, blocks: int, *, zipped: bool
) -> None:
    clock = HandClock()
    ballast = fill(small_disk)
    with ballast.open("r+b") as stream:
        stream.truncate(ballast.stat().st_size - blocks * _BLOCK)  # room for a beginning

    with closing(open_desk(tmp_path / "charts", clock)) as desk:
        chart_juniper(desk, clock)
        with pytest.raises(ExportFullError, match=r"not enough room in .*; nothing was left"):
            list(export(desk, Choice(zipped=zipped), small_disk, samples.atlas(), PaperSize.LETTER))

    assert [path.name for path in small_disk.iterdir()] == [ballast.name]
