"""The packet of a case: what is in it, and that it can be called off."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desks import PASSPHRASE, HandClock
from domain.builders import mark
from reports import samples
from services.billed import MANUAL, PAYER, signed_visit
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.client import Client
from therapist_desk.domain.payer import PayerKind
from therapist_desk.domain.visit import Visit
from therapist_desk.services.billing.rule_cards import load_rule_cards
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.documents.packet import (
    NothingSignedError,
    PacketStoppedError,
    make_packet,
    packet_held_back,
)
from therapist_desk.services.documents.sources import References
from therapist_desk.services.readiness import Held, RuleBook, held_back
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit import timing
from therapist_desk.services.visit.marking import put_mark
from therapist_desk.services.visit.visits import open_visit, start_visit


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


def test_a_packet_is_held_back_for_what_is_in_it_and_never_for_a_draft(
    desk: Desk, clock: HandClock, juniper: Client
) -> None:
    # given a payer who wants to know where was worked: it is said of the signed visit and not of the draft
    book = RuleBook(load_rule_cards(resources_dir(), desk.folder))
    payer = replace(PAYER, rule_card="washington-li", kind=PayerKind.WORKERS_COMPENSATION)
    first = open_visit(desk, signed_visit(desk, clock, juniper.id, payer=payer)).visit
    told, silent = (start_visit(desk, first.case_id).id for _ in range(2))
    for visit_id in (told, silent):
        timing.start(desk, visit_id, MANUAL)
        clock.wait(40)
        timing.stop(desk, visit_id)
    put_mark(desk, told, mark(before=7))
    sign_visit(desk, told, PASSPHRASE, override_reason="a test")
    assert "no_area" not in missing(held_back(desk, book, told))
    assert "no_area" in missing(held_back(desk, book, silent))

    # when the packet is judged from the draft
    held = packet_held_back(desk, book, silent)

    # then it is for what each of the signed visits in it lacks, whichever was chosen
    assert held == packet_held_back(desk, book, told)
    assert [(each.visit.id, missing(each)) for each in held] == [
        (visit_id, missing(held_back(desk, book, visit_id))) for visit_id in (first.id, told)
    ]


def test_there_is_no_packet_to_judge_before_a_signature(desk: Desk, visit: Visit) -> None:
    with pytest.raises(NothingSignedError):
        packet_held_back(desk, RuleBook(), visit.id)


def missing(held: Held) -> set[str]:
    return {item.code for item in held.items}
