"""Therapists who come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desks import CHEAP, PASSPHRASE, ROBIN, HandClock, checked_records
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.visit import Visit
from therapist_desk.services import signing
from therapist_desk.services.audit_trail import audit_lines
from therapist_desk.services.desk import Desk
from therapist_desk.services.opening import unlock, who_can_unlock
from therapist_desk.services.passphrase import WeakPassphraseError
from therapist_desk.services.people import OwnSlotError, add_therapist, remove_therapist, therapists
from therapist_desk.services.visit import notes
from therapist_desk.store.errors import NoSlotError

SAM = replace(ROBIN.therapist, name="Sam Example", npi="")
SAYS = "ember saddle quartz meadow"


def test_a_newcomer_unlocks_and_signs_with_a_passphrase_of_their_own(
    desk: Desk, visit: Visit, clock: HandClock
) -> None:
    sam = add_therapist(desk, SAM, SAYS, cost=CHEAP)
    notes.save_note(desk, visit.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, "Neck stiff"),)))
    desk.close()

    other = unlock(desk.folder, sam.id, SAYS, clock)
    seal = signing.sign_visit(other, visit.id, SAYS, override_reason="a trial")
    report = checked_records(other)
    other.close()

    assert sam.id != ROBIN.therapist.id
    assert (seal.therapist_id, seal.public_key) == (sam.id, sam.public_key)
    assert (report.checked, report.flawed) == (1, ())


def test_somebody_removed_unlocks_no_more_but_is_remembered(desk: Desk, clock: HandClock) -> None:
    sam = add_therapist(desk, SAM, SAYS, cost=CHEAP)

    remove_therapist(desk, sam.id)

    assert therapists(desk)[sam.id] == replace(sam, active=False)
    assert [slot.therapist_id for slot in who_can_unlock(desk.folder)] == [ROBIN.therapist.id]
    desk.close()
    with pytest.raises(NoSlotError):
        unlock(desk.folder, sam.id, SAYS, clock)
    unlock(desk.folder, ROBIN.therapist.id, PASSPHRASE, clock).close()


def test_nobody_removes_themselves(desk: Desk) -> None:
    with pytest.raises(OwnSlotError):
        remove_therapist(desk, ROBIN.therapist.id)

    assert len(who_can_unlock(desk.folder)) == 1


def test_gaps_and_easy_passphrases_are_refused_and_leave_nobody(desk: Desk) -> None:
    with pytest.raises(InvalidError):
        add_therapist(desk, replace(SAM, name=" "), SAYS, cost=CHEAP)
    with pytest.raises(WeakPassphraseError):
        add_therapist(desk, SAM, "password12", cost=CHEAP)

    assert len(therapists(desk)) == 1


def test_the_trail_names_therapists_clients_and_visits(desk: Desk, visit: Visit) -> None:
    sam = add_therapist(desk, SAM, SAYS, cost=CHEAP)

    lines = audit_lines(desk)

    assert lines[0].about == "Sam Example"
    assert lines[0].by == "Robin Mockford"
    started = next(line for line in lines if line.event.subject == visit.id)
    assert (started.about, started.visit_number) == ("Juniper Sample-Hayes", 1)
    assert lines[-1].about == ""
    assert sam.name == "Sam Example"
