"""Open a chart store: first run, unlock, recovery, change of passphrase.

The unlock window imports this before anything heavy; the store's engine and its keys are imported when first used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Clock, Instant
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Practice, Therapist, practice_problems, therapist_problems
from therapist_desk.services.passphrase import check_passphrase
from therapist_desk.store.errors import (
    ChainBrokenError,
    KeyFileMendedError,
    KeyFileMissingError,
    NoSlotError,
    StoreMissingError,
)
from therapist_desk.store.presence import has_store
from therapist_desk.store.slots import Cost, SlotInfo, read_slots

if TYPE_CHECKING:
    from therapist_desk.services.desk import Desk
    from therapist_desk.store.keyslots import Unlocked
    from therapist_desk.store.store import Store

STANDARD_COST: Final = Cost()
CanUnlock: TypeAlias = SlotInfo
"""A therapist who can unlock, by what the key file says in the clear."""


@dataclass(frozen=True, slots=True)
class Registration:
    """What the first run asks for."""

    therapist: Therapist
    practice: Practice


def store_exists(folder: Path) -> bool:
    """Tell whether `folder` holds a chart store."""
    return has_store(folder)


def who_can_unlock(folder: Path) -> tuple[CanUnlock, ...]:
    """List the therapists who can unlock, without any key.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: the key file can't be used.
    """
    return read_slots(folder)


def check_registration(registration: Registration) -> None:
    """Refuse a registration with gaps.

    Raises:
        InvalidError: each problem names its field.
    """
    problems = (*therapist_problems(registration.therapist), *practice_problems(registration.practice))
    if problems:
        raise InvalidError(problems)


def create_store(
    folder: Path, registration: Registration, passphrase: str, clock: Clock, *, cost: Cost = STANDARD_COST
) -> tuple[Desk, str]:
    """Make a new encrypted store with its first therapist; gives the desk and the recovery code, shown once.

    `cost` is what each guess of the passphrase is made to cost; only samples and tests want a lower one.

    Raises:
        InvalidError: the registration has gaps.
        WeakPassphraseError: the passphrase would be guessed.
        StoreError: the folder cannot be used; `code` says why.
    """
    from therapist_desk.services.desk import Desk  # noqa: PLC0415 - heavy
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy
    from therapist_desk.store.keys import MasterKey  # noqa: PLC0415 - heavy
    from therapist_desk.store.store import Store  # noqa: PLC0415 - heavy

    check_registration(registration)
    check_passphrase(passphrase)
    master = MasterKey.new()
    # The key file comes last: a crash before it leaves nothing that looks like a store nobody can unlock.
    store = Store.create(folder, master)
    try:
        info = shown_details(registration.therapist)
        keys = keyslots.create_key_file(folder, info, passphrase, master=master, cost=cost)
    except BaseException:
        store.close()
        raise
    desk = Desk(store, folder, keys.master, registration.therapist.id, clock, clock.now())
    with store.writing() as charts:
        charts.practice.save(registration.practice)
        charts.therapists.add(replace(registration.therapist, public_key=keys.public_key))
        desk.audit(charts, AuditAction.STORE_CREATED)
    return desk, keys.recovery_code


def unlock(
    folder: Path, therapist_id: TherapistId, passphrase: str, clock: Clock, *, watched_since: Instant | None = None
) -> Desk:
    """Open the store with a therapist's passphrase.

    `watched_since` is when a locked run that handed over began to watch the timers.

    Raises:
        WrongPassphraseError: it opens nothing.
        StoreError: the store cannot be opened; `code` says why.
    """
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy

    keys = keyslots.unlock(folder, therapist_id, passphrase)
    return _open(folder, keys, therapist_id, clock, watched_since, AuditAction.UNLOCKED)


def unlock_by_code(folder: Path, therapist_id: TherapistId, code: str, passphrase: str, clock: Clock) -> Desk:
    """Open the store with the recovery code and give the therapist a new passphrase and signing key.

    Raises:
        RecoveryCodeTypoError, RecoveryCodeLengthError, WrongRecoveryCodeError: the code opens nothing.
        NoSlotError: nobody of this id is registered.
        WeakPassphraseError: the new passphrase would be guessed.
    """
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy

    check_passphrase(passphrase)
    keys = keyslots.unlock_with_recovery_code(folder, code)
    info = next((slot for slot in read_slots(folder) if slot.therapist_id == therapist_id), None)
    if info is None:
        raise NoSlotError
    desk = _open(folder, keys, therapist_id, clock, None, AuditAction.RECOVERED)
    try:
        public_key = keyslots.add_slot(folder, keys.master, info, passphrase)
        with desk.store.writing() as charts:
            charts.therapists.save(replace(charts.therapists.get(therapist_id), public_key=public_key))
    except BaseException:
        desk.close()
        raise
    return desk


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Change the therapist's passphrase; no chart is rewritten.

    Raises:
        WrongPassphraseError: `old` is not the passphrase.
        WeakPassphraseError: `new` would be guessed.
    """
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy

    check_passphrase(new)
    keyslots.change_passphrase(desk.folder, desk.therapist_id, old, new)
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.PASSPHRASE_CHANGED, desk.therapist_id)


def renew_recovery_code(desk: Desk) -> str:
    """Make a new recovery code, shown once; the one before opens nothing from now on."""
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy

    return keyslots.renew_recovery_code(desk.folder, desk.master)


def find_store(folder: Path) -> tuple[CanUnlock, ...]:
    """List who can unlock the store that must be in `folder`.

    Raises:
        StoreMissingError: no store is there, or no such folder.
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: the key file can't be used.
    """
    if has_store(folder):
        return read_slots(folder)
    from therapist_desk.store.sqlite.engine import CHARTS_FILE  # noqa: PLC0415 - heavy

    if (folder / CHARTS_FILE).exists():
        raise KeyFileMissingError(folder=str(folder))
    raise StoreMissingError(folder=str(folder))


def change_shown_details(desk: Desk, therapist: Therapist) -> None:
    """Show a therapist on the unlock window as `therapist` says."""
    from therapist_desk.store import keyslots  # noqa: PLC0415 - heavy

    keyslots.change_info(desk.folder, desk.master, shown_details(therapist))


def _open(
    folder: Path,
    keys: Unlocked,
    therapist_id: TherapistId,
    clock: Clock,
    watched_since: Instant | None,
    action: AuditAction,
) -> Desk:
    from therapist_desk.services.desk import Desk  # noqa: PLC0415 - heavy
    from therapist_desk.store.store import Store  # noqa: PLC0415 - heavy

    store = Store.open(folder, keys.master)
    try:
        notices = tuple(_notices(store, keys))
        desk = Desk(store, folder, keys.master, therapist_id, clock, watched_since or clock.now(), notices)
        with store.writing() as charts:
            desk.audit(charts, action)
    except BaseException:
        store.close()
        raise
    return desk


def _notices(store: Store, keys: Unlocked) -> Iterator[ExpectedError]:
    """Find what the therapist should know of charts that opened all the same."""
    if keys.from_copy:
        yield KeyFileMendedError()
    try:
        store.check_chain()
    except ChainBrokenError as error:
        yield error


def shown_details(therapist: Therapist) -> SlotInfo:
    """Give what the unlock window shows of a therapist."""
    return SlotInfo(therapist.id, therapist.name, therapist.credentials, therapist.licence)
