"""The therapists of the store: who is there, who comes, who goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Therapist, therapist_problems
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.opening import STANDARD_COST, shown_details, who_can_unlock
from therapist_desk.services.passphrase import check_passphrase
from therapist_desk.store import keyslots
from therapist_desk.store.slots import Cost


class OwnSlotError(ExpectedError):
    """A therapist who would take the right to unlock from themselves."""

    code = "own_slot"
    sentence = "You are at the desk yourself. Ask a colleague who can unlock these charts to remove you."


def therapist_at_desk(desk: Desk) -> Therapist:
    """Read who is at the desk."""
    with desk.store.reading() as charts:
        return charts.therapists.get(desk.therapist_id)


def therapists(desk: Desk) -> Mapping[TherapistId, Therapist]:
    """Read everybody who treats or has treated here."""
    with desk.store.reading() as charts:
        return {therapist.id: therapist for therapist in charts.therapists.all()}


def add_therapist(desk: Desk, details: Therapist, passphrase: str, *, cost: Cost = STANDARD_COST) -> Therapist:
    """Let another therapist unlock and sign, with a passphrase of their own; `details.id` is given anew.

    Raises:
        InvalidError: each problem names its field.
        WeakPassphraseError: the passphrase would be guessed.
    """
    problems = therapist_problems(details)
    if problems:
        raise InvalidError(problems)
    check_passphrase(passphrase)
    newcomer = replace(details, id=TherapistId(new_id()), active=False, public_key="")
    # Row, then slot, then the right to work: whatever a crash in between leaves can unlock nothing or is in the list.
    with desk.store.writing() as charts:
        charts.therapists.add(newcomer)
    public_key = keyslots.add_slot(desk.folder, desk.master, shown_details(newcomer), passphrase, cost=cost)
    added = replace(newcomer, active=True, public_key=public_key)
    with desk.store.writing() as charts:
        charts.therapists.save(added)
        desk.audit(charts, AuditAction.THERAPIST_ADDED, added.id)
    return added


def remove_therapist(desk: Desk, therapist_id: TherapistId) -> Therapist:
    """Keep a therapist from unlocking from now on; what they signed stays as it is, with their name.

    Raises:
        OwnSlotError: it is the one at the desk.
        NotFoundError: there is none of this id.
    """
    if therapist_id == desk.therapist_id:
        raise OwnSlotError
    with desk.store.reading() as charts:
        gone = replace(charts.therapists.get(therapist_id), active=False)
    if any(slot.therapist_id == therapist_id for slot in who_can_unlock(desk.folder)):
        keyslots.remove_slot(desk.folder, desk.master, therapist_id)
    with desk.store.writing() as charts:
        charts.therapists.save(gone)
        desk.audit(charts, AuditAction.THERAPIST_REMOVED, therapist_id)
    return gone
