"""Key slots: each therapist's passphrase, and the recovery code, wrap the same master key.

Changing a passphrase rewraps 32 bytes and touches no chart. Slots are listed without any key by `slots.py`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hmac
import secrets
import unicodedata
from pathlib import Path
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from therapist_desk.domain.ids import TherapistId
from therapist_desk.store import slots
from therapist_desk.store.errors import (
    KeyFileChangedError,
    KeyFileDamagedError,
    LastSlotError,
    NoSlotError,
    StoreExistsError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from therapist_desk.store.keys import KEY_BYTES, MasterKey, Purpose, derive
from therapist_desk.store.presence import has_store
from therapist_desk.store.recovery import new_recovery_code, read_recovery_code
from therapist_desk.store.signing import new_signing_key, public_key_of
from therapist_desk.store.slots import Cost, KeyFile, Slot, SlotInfo, Wrapped
from therapist_desk.store.trouble import told_plainly

_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
# A key file from elsewhere must not be able to ask for all the memory or the whole day.
_DEAREST: Final = Cost(passes=64, memory=4 * 1024 * 1024, lanes=64)
STANDARD: Final = Cost()


@dataclasses.dataclass(frozen=True, slots=True)
class NewKeys:
    """A new store's keys: the recovery code is shown once; `public_key` (hex) is the first therapist's."""

    master: MasterKey
    recovery_code: str = dataclasses.field(repr=False)
    public_key: str


@dataclasses.dataclass(frozen=True, slots=True)
class Unlocked:
    """The master key, and whether the key file was damaged and its copy had to be used (and was put back)."""

    master: MasterKey
    from_copy: bool = False


def create_key_file(
    folder: Path, first: SlotInfo, passphrase: str, *, master: MasterKey | None = None, cost: Cost = STANDARD
) -> NewKeys:
    """Make a store's keys: one slot for its first therapist, one for the recovery code.

    With `master`, the charts file may be made first: then a crash in between leaves nothing that looks like a store.

    Raises:
        StoreExistsError: the folder has a key file already.
        StoreReadOnlyError, StoreFullError: it can't be written.
    """
    if has_store(folder):
        raise StoreExistsError(folder=str(folder))
    master = master or MasterKey.new()
    code = new_recovery_code()
    slot, public_key = _therapist_slot(master, first, passphrase, cost)
    _write(folder, master, (slot, _recovery_slot(master, code, cost)))
    return NewKeys(master, code, public_key)


def unlock(folder: Path, therapist_id: TherapistId, passphrase: str) -> Unlocked:
    """Open a therapist's slot.

    Raises:
        WrongPassphraseError: it does not open.
        NoSlotError: the therapist has none.
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: the key file can't be used.
    """
    file = slots.read_key_file(folder)
    try:
        return _opened(folder, file, _slot(file, therapist_id), passphrase)
    except InvalidTag as error:
        raise WrongPassphraseError from error


def unlock_with_recovery_code(folder: Path, typed: str) -> Unlocked:
    """Open the recovery slot; `typed` may have any case and separators.

    Raises:
        RecoveryCodeLengthError, RecoveryCodeTypoError: it can't be a recovery code as typed.
        WrongRecoveryCodeError: it is one, but not of these charts.
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: the key file can't be used.
    """
    code = read_recovery_code(typed)
    file = slots.read_key_file(folder)
    try:
        return _opened(folder, file, _slot(file, slots.RECOVERY), code)
    except InvalidTag as error:
        raise WrongRecoveryCodeError from error


def add_slot(folder: Path, master: MasterKey, info: SlotInfo, passphrase: str, *, cost: Cost = STANDARD) -> str:
    """Let another therapist unlock, or give one a new passphrase after recovery.

    Gives the public key (hex) of a new signing key: the old one can't be used without the old passphrase.
    """
    file = _checked(folder, master)
    slot, public_key = _therapist_slot(master, info, passphrase, cost)
    if file.slot(slot.id) is None:
        _write(folder, master, (*file.slots, slot))
    else:
        _write(folder, master, _with(file, slot))
    return public_key


def remove_slot(folder: Path, master: MasterKey, therapist_id: TherapistId) -> None:
    """Keep a therapist from unlocking from now on.

    Raises:
        NoSlotError: the therapist has none.
        LastSlotError: nobody else could unlock.
    """
    file = _checked(folder, master)
    _slot(file, therapist_id)
    kept = tuple(slot for slot in file.slots if slot.id != therapist_id)
    if not any(slot.info for slot in kept):
        raise LastSlotError
    _write(folder, master, kept)


def change_passphrase(folder: Path, therapist_id: TherapistId, old: str, new: str, *, cost: Cost = STANDARD) -> None:
    """Rewrap the master key and the signing key; both stay the same, and so does every chart.

    Raises:
        WrongPassphraseError: `old` does not open the slot.
    """
    master = unlock(folder, therapist_id, old).master
    signing = signing_secret(folder, master, therapist_id, old)
    file = _checked(folder, master)
    _write(folder, master, _with(file, _sealed_slot(master, _info(file, therapist_id), new, cost, signing)))


def change_info(folder: Path, master: MasterKey, info: SlotInfo) -> None:
    """Show a therapist's slot under a new name, credentials or licence."""
    file = _checked(folder, master)
    _write(folder, master, _with(file, dataclasses.replace(_slot(file, info.therapist_id), info=info)))


def renew_recovery_code(folder: Path, master: MasterKey, *, cost: Cost = STANDARD) -> str:
    """Make a new recovery code; the one before opens nothing from now on."""
    file = _checked(folder, master)
    code = new_recovery_code()
    _write(folder, master, _with(file, _recovery_slot(master, code, cost)))
    return code


def signing_secret(folder: Path, master: MasterKey, therapist_id: TherapistId, passphrase: str) -> bytes:
    """Unwrap a therapist's private signing key (32 raw bytes): this needs the passphrase each time.

    Raises:
        WrongPassphraseError: it does not open the slot.
        NoSlotError: the therapist has none.
    """
    slot = _slot(_checked(folder, master), therapist_id)
    if slot.signing is None:
        raise NoSlotError
    stretched = _stretch(passphrase, slot)
    try:
        return _unseal(_signing_key(stretched, master), slot.signing, slot.id, "signing")
    except InvalidTag as error:
        raise WrongPassphraseError from error


def _therapist_slot(master: MasterKey, info: SlotInfo, passphrase: str, cost: Cost) -> tuple[Slot, str]:
    secret = new_signing_key()
    return _sealed_slot(master, info, passphrase, cost, secret), public_key_of(secret)


def _sealed_slot(master: MasterKey, info: SlotInfo, passphrase: str, cost: Cost, signing: bytes) -> Slot:
    slot, stretched = _wrap(master, str(info.therapist_id), passphrase, cost)
    key = _signing_key(stretched, master)
    return dataclasses.replace(slot, info=info, signing=_seal(key, signing, slot.id, "signing"))


def _recovery_slot(master: MasterKey, code: str, cost: Cost) -> Slot:
    return _wrap(master, slots.RECOVERY, code, cost)[0]


def _wrap(master: MasterKey, slot_id: str, passphrase: str, cost: Cost) -> tuple[Slot, bytes]:
    empty = Slot(slot_id, None, cost, secrets.token_bytes(_SALT_BYTES), Wrapped(b"", b""), None)
    stretched = _stretch(passphrase, empty)
    sealed = _seal(_master_key(stretched), master.secret, slot_id, "master")
    return dataclasses.replace(empty, master=sealed), stretched


def _opened(folder: Path, file: KeyFile, slot: Slot, passphrase: str) -> Unlocked:
    master = MasterKey(_unseal(_master_key(_stretch(passphrase, slot)), slot.master, slot.id, "master"))
    _check_mac(file, master)
    # A folder that can't be written still unlocks; opening the charts will say what is wrong with it.
    with contextlib.suppress(OSError):
        slots.mend_key_file(folder, file)
    return Unlocked(master, file.from_copy)


def _stretch(passphrase: str, slot: Slot) -> bytes:
    cost = slot.cost
    if not (
        0 < cost.passes <= _DEAREST.passes
        and 0 < cost.lanes <= _DEAREST.lanes
        and 8 * cost.lanes <= cost.memory <= _DEAREST.memory
    ):
        raise KeyFileDamagedError
    # The same passphrase must come out whichever way the keyboard composes an accent (RFC 8265, section 4.2).
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(typed, slot.salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _master_key(stretched: bytes) -> bytes:
    return derive(stretched, "therapist-desk/1/slot")


def _signing_key(stretched: bytes, master: MasterKey) -> bytes:
    """Need both the passphrase and the open store: neither alone signs."""
    return derive(stretched, "therapist-desk/1/slot-signing", salt=master.subkey(Purpose.SIGNING))


def _seal(key: bytes, secret: bytes, slot_id: str, what: str) -> Wrapped:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return Wrapped(nonce, AESGCM(key).encrypt(nonce, secret, _bound_to(slot_id, what)))


def _unseal(key: bytes, wrapped: Wrapped, slot_id: str, what: str) -> bytes:
    return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, _bound_to(slot_id, what))


def _bound_to(slot_id: str, what: str) -> bytes:
    return f"therapist-desk/keyslots/{slots.VERSION}/{slot_id}/{what}".encode()


def _slot(file: KeyFile, slot_id: str) -> Slot:
    slot = file.slot(slot_id)
    if slot is None:
        raise NoSlotError
    return slot


def _info(file: KeyFile, therapist_id: TherapistId) -> SlotInfo:
    info = _slot(file, therapist_id).info
    if info is None:
        raise NoSlotError
    return info


def _with(file: KeyFile, changed: Slot) -> tuple[Slot, ...]:
    return tuple(changed if slot.id == changed.id else slot for slot in file.slots)


def _checked(folder: Path, master: MasterKey) -> KeyFile:
    file = slots.read_key_file(folder)
    _check_mac(file, master)
    return file


def _check_mac(file: KeyFile, master: MasterKey) -> None:
    if not hmac.compare_digest(_mac(file, master), file.mac):
        raise KeyFileChangedError


def _mac(file: KeyFile, master: MasterKey) -> bytes:
    return hmac.digest(master.subkey(Purpose.KEY_FILE), file.body, "sha256")


def _write(folder: Path, master: MasterKey, all_slots: tuple[Slot, ...]) -> None:
    file = KeyFile(all_slots)
    with told_plainly():
        slots.write_key_file(folder, dataclasses.replace(file, mac=_mac(file, master)))
