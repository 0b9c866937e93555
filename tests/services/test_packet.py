"""The packet of a case: what is in it, and that it can be called off."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from desks import PASSPHRASE
from reports import samples
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents import PaperSize, References
from therapist_desk.services.packet import NothingSignedError, PacketStoppedError, make_packet
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visits import start_visit


def test_a_packet_holds_the_evaluation_every_signed_note_and_the_scores(desk: Desk, visit: Visit) -> None:
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
    draft = start_visit(desk, visit.case_id)
    told: list[tuple[int, int]] = []

    def keep(done: int, count: int) -> bool:
        told.append((done, count))
        return True

    source, data = make_packet(
        desk,
        draft.id,
        PaperSize.LETTER,
        samples.atlas(),
        References(),
        keep,
    )

    assert source.record.visit.id == visit.id
    first = " ".join(PdfReader(io.BytesIO(data)).pages[0].extract_text().split())
    for title in ("Initial evaluation", "Treatment note, visit 1", "Scores, goals and visits"):
        assert title in first
    assert "left out: 1." in first
    assert [done for done, _ in told] == [0, 2, 3]
    assert {count for _, count in told} == {3}


def test_a_packet_can_be_called_off_and_needs_a_signed_visit(desk: Desk, visit: Visit) -> None:
    with pytest.raises(NothingSignedError):
        make_packet(desk, visit.id, PaperSize.A4, samples.atlas(), References(), lambda *_: True)
    sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")

    with pytest.raises(PacketStoppedError):
        make_packet(desk, visit.id, PaperSize.A4, samples.atlas(), References(), lambda *_: False)
