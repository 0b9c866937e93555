from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desks import PASSPHRASE, HandClock, checked_records
from domain.builders import DEEP, mark
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.missing import NotReadyError
from therapist_desk.domain.notes.note import Note, Paragraph, Response, Section
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.sentences.mark_words import mark_sentence
from therapist_desk.domain.visit import SignedError, Visit, VisitStatus
from therapist_desk.services import clients, opening, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.keeping import file_name
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.sources import read_source
from therapist_desk.services.record_check import ChainReport
from therapist_desk.services.visit import marking, notes, timing, visits
from therapist_desk.store.errors import WrongPassphraseError
from told import tell_health

TRIGGER_POINT = mark(before=7, after=3)
NOTE = Note(
    pain_before=6,
    pain_after=3,
    limitation="cannot check the blind spot",
    response=Response.IMPROVED,
    paragraphs=(Paragraph(Section.PLAN, "Weekly, same regions."),),
)


@pytest.fixture
def charted(desk: Desk, visit: Visit, clock: HandClock) -> Visit:
    timing.start(desk, visit.id, DEEP)
    marking.put_mark(desk, visit.id, TRIGGER_POINT)
    notes.save_note(desk, visit.id, NOTE)
    tell_health(desk, visit.id)
    clock.wait(50)
    return timing.stop(desk, visit.id)


def test_a_signed_visit_is_locked_everywhere(desk: Desk, charted: Visit) -> None:
    signing.sign_visit(desk, charted.id, PASSPHRASE)

    assert visits.open_visit(desk, charted.id).visit.status is VisitStatus.SIGNED
    for change in (
        lambda: marking.put_mark(desk, charted.id, mark()),
        lambda: marking.remove_mark(desk, charted.id, TRIGGER_POINT.id),
        lambda: notes.save_note(desk, charted.id, Note()),
        lambda: timing.resume(desk, charted.id),
        lambda: visits.set_planned_minutes(desk, charted.id, 90),
        lambda: signing.sign_visit(desk, charted.id, PASSPHRASE),
    ):
        with pytest.raises(SignedError):
            change()
    assert visits.open_visit(desk, charted.id).visit.marks == (TRIGGER_POINT,)


def test_a_wrong_passphrase_signs_nothing(desk: Desk, charted: Visit) -> None:
    with pytest.raises(WrongPassphraseError):
        signing.sign_visit(desk, charted.id, "not the passphrase")

    assert not visits.open_visit(desk, charted.id).visit.signed


def test_missing_items_hold_back_signing_until_somebody_gives_a_reason(desk: Desk, visit: Visit) -> None:
    with pytest.raises(NotReadyError) as caught:
        signing.sign_visit(desk, visit.id, PASSPHRASE)
    assert "no_times" in {item.code for item in caught.value.items}

    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="client left before treatment")

    with desk.store.reading() as charts:
        trail = charts.audit.of(visit.id)
    assert "client left before treatment" in trail[-1].detail


def test_documents_are_drawn_from_the_signed_bytes_not_from_what_changed_since(
    desk: Desk, charted: Visit, juniper: Client
) -> None:
    signing.sign_visit(desk, charted.id, PASSPHRASE)
    now = clients.get_client(desk, juniper.id)
    clients.edit_client(desk, now, replace(now.details, family_name="Married"))

    source = read_source(desk, charted.id)

    assert source.record.client.details.family_name == "Sample-Hayes"
    assert source.record.visit.marks == (TRIGGER_POINT,)
    assert mark_sentence(TRIGGER_POINT) in {paragraph.text for paragraph in source.record.visit.note.paragraphs}
    assert file_name(source, DocumentKind.INSURER) == "TD-000001-2026-11-23-insurer.pdf"


def test_an_addendum_corrects_without_rewriting(desk: Desk, charted: Visit, clock: HandClock) -> None:
    with pytest.raises(InvalidError):
        signing.add_addendum(desk, charted.id, " ", "3 tablets", PASSPHRASE)
    signing.sign_visit(desk, charted.id, PASSPHRASE)
    before = read_source(desk, charted.id)
    clock.wait(60)

    signing.add_addendum(desk, charted.id, "Client called", "Ibuprofen was 3 a week, not 2.", PASSPHRASE)

    after = read_source(desk, charted.id)
    assert after.record == before.record
    assert [(item.content.number, item.content.reason) for item in after.addenda] == [(1, "Client called")]
    assert after.addenda[0].seal.previous == before.seal.digest if before.seal else False


def test_what_an_addendum_corrects_is_signed_and_kept(desk: Desk, charted: Visit) -> None:
    signing.sign_visit(desk, charted.id, PASSPHRASE)

    signing.add_addendum(desk, charted.id, "Client called", "It was 5.", PASSPHRASE, corrects=NotePart.PAIN)
    signing.add_addendum(desk, charted.id, "Client called", "More.", PASSPHRASE)

    with desk.store.reading() as charts:
        kept = charts.records.addenda_of(charted.id)
        frozen = charts.records.addendum_records(charted.id)
    assert [each.content.corrects for each in kept] == [NotePart.PAIN, None]
    assert read_source(desk, charted.id).addenda == kept
    # One that names no part is frozen as it was before parts were known, so records of then are read alike.
    assert [b"corrects" in each.canonical for each in frozen] == [True, False]


def test_only_a_signed_visit_takes_addenda(desk: Desk, charted: Visit) -> None:
    with pytest.raises(signing.NotSignedError):
        signing.add_addendum(desk, charted.id, "Client called", "Something.", PASSPHRASE)


def test_the_chain_holds_over_visits_and_addenda_and_a_restart(
    desk: Desk, charted: Visit, clock: HandClock, tmp_path: Path
) -> None:
    signing.sign_visit(desk, charted.id, PASSPHRASE)
    signing.add_addendum(desk, charted.id, "Client called", "More.", PASSPHRASE)
    desk.close()

    again = opening.unlock(tmp_path / "charts", desk.therapist_id, PASSPHRASE, clock)

    assert checked_records(again) == ChainReport(2)
    again.close()
