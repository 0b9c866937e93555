"""A document for which the disk has no room: what stood there still does, and nothing else is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desks import PASSPHRASE, HandClock, open_desk
from faults.conftest import fill
from reports import samples
from therapist_desk.domain.client import ClientDetails
from therapist_desk.services import cases, clients
from therapist_desk.services.documents.keeping import DriveFullError, save_document
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.packet import make_packet
from therapist_desk.services.documents.sources import References
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit import visits


def packet(folder: Path) -> bytes:
    desk = open_desk(folder, HandClock())
    try:
        client = clients.add_client(
            desk, ClientDetails(given_name="Juniper", family_name="Sample", date_of_birth=date(1987, 3, 14))
        )
        visit = visits.start_visit(desk, cases.open_case(desk, client.id, "Tension headache").id)
        sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
        return make_packet(desk, visit.id, PaperSize.LETTER, samples.atlas(), References(), lambda *_: True)[1]
    finally:
        desk.close()


def test_a_packet_on_a_full_disk_leaves_the_one_that_stood_there(tmp_path: Path, small_disk: Path) -> None:
    data = packet(tmp_path / "charts")
    target = small_disk / "R0001-packet.pdf"
    target.write_bytes(b"the packet of last month")
    ballast = fill(small_disk)
    with ballast.open("r+b") as stream:
        stream.truncate(ballast.stat().st_size - len(data) // 2)  # room for half of it

    with pytest.raises(DriveFullError, match=r"not enough room in .* Make room, or save it in another folder"):
        save_document(target, data)

    assert target.read_bytes() == b"the packet of last month"
    assert {path.name for path in small_disk.iterdir()} == {target.name, ballast.name}
    ballast.unlink()
    save_document(target, data)
    assert len(PdfReader(target).pages) >= 3
