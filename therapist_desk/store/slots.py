"""The key file as it stands on disk: who can unlock, readable without any key.

Kept to the standard library, because the unlock window reads it before anything heavy is imported.
Only names and credentials of therapists stand here in the clear, never a word about a client.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from therapist_desk.domain.ids import TherapistId
from therapist_desk.store.errors import KeyFileDamagedError, KeyFileMissingError, KeyFileNewerError
from therapist_desk.store.files import write_atomically
from therapist_desk.store.presence import COPY, KEY_FILE, has_store

VERSION: Final = 1
RECOVERY: Final = "recovery"


@dataclasses.dataclass(frozen=True, slots=True)
class SlotInfo:
    """A therapist who can unlock, as the unlock window shows them."""

    therapist_id: TherapistId
    name: str
    credentials: str = ""
    licence: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id is made to cost: passes, memory in KiB, lanes."""

    passes: int = 3
    memory: int = 65536
    lanes: int = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Wrapped:
    """Bytes sealed by AES-256-GCM: `nonce` has 12 bytes, `sealed` ends with the 16-byte tag."""

    nonce: bytes
    sealed: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """One way to the master key: `id` is a therapist's id or "recovery"; only a therapist can sign."""

    id: str
    info: SlotInfo | None
    cost: Cost
    salt: bytes
    master: Wrapped
    signing: Wrapped | None


@dataclasses.dataclass(frozen=True, slots=True)
class KeyFile:
    """All slots, with the MAC that only a holder of the master key can make over `body`."""

    slots: tuple[Slot, ...]
    mac: bytes = b""
    from_copy: bool = False

    @property
    def body(self) -> bytes:
        """The bytes under the MAC: everything but the MAC itself."""
        return _canonical({"version": VERSION, "slots": [_slot_to_json(slot) for slot in self.slots]})

    def slot(self, slot_id: str) -> Slot | None:
        """The slot of this id, or None."""
        return next((slot for slot in self.slots if slot.id == slot_id), None)


def read_slots(folder: Path) -> tuple[SlotInfo, ...]:
    """List the therapists who can unlock, in the order they were added.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: as for `read_key_file`.
    """
    return tuple(slot.info for slot in read_key_file(folder).slots if slot.info is not None)


def read_key_file(folder: Path) -> KeyFile:
    """Read the key file, or its copy (then `from_copy` is set) where the file is damaged or gone.

    Raises:
        KeyFileMissingError: neither is there.
        KeyFileDamagedError: neither can be read.
        KeyFileNewerError: written by a later version.
    """
    if not has_store(folder):
        raise KeyFileMissingError(folder=str(folder))
    for name in (KEY_FILE, COPY):
        try:
            read = _parse((folder / name).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            continue
        return dataclasses.replace(read, from_copy=name == COPY)
    raise KeyFileDamagedError


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Write the file and then its copy, each whole; the copy is no older version, so a removed slot is gone."""
    data = _serialise(file)
    for name in (KEY_FILE, COPY):
        write_atomically(folder / name, data)


def mend_key_file(folder: Path, file: KeyFile) -> None:
    """Write whichever of the file and its copy differs from `file`, after damage or a crash between the two.

    Raises:
        OSError: it could not be written; both stand as before.
    """
    data = _serialise(file)
    for name in (KEY_FILE, COPY):
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            write_atomically(path, data)


def _serialise(file: KeyFile) -> bytes:
    content: dict[str, Any] = {
        "version": VERSION,
        "slots": [_slot_to_json(slot) for slot in file.slots],
        "mac": file.mac.hex(),
    }
    # The checksum tells an accident from a wrong passphrase before any key is known; the MAC guards against intent.
    content["checksum"] = hashlib.sha256(_canonical(content)).hexdigest()
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _parse(data: bytes) -> KeyFile:
    content = json.loads(data)
    if not isinstance(content, dict):
        raise TypeError
    if isinstance(content.get("version"), int) and content["version"] > VERSION:
        raise KeyFileNewerError
    checksum = content.pop("checksum")
    if checksum != hashlib.sha256(_canonical(content)).hexdigest():
        raise ValueError(KEY_FILE)
    return KeyFile(tuple(_slot_from_json(slot) for slot in content["slots"]), bytes.fromhex(content["mac"]))


def _canonical(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _slot_to_json(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "info": None if slot.info is None else dataclasses.asdict(slot.info),
        "kdf": {"name": "argon2id", "salt": slot.salt.hex(), **dataclasses.asdict(slot.cost)},
        "master": _wrapped_to_json(slot.master),
        "signing": None if slot.signing is None else _wrapped_to_json(slot.signing),
    }


def _slot_from_json(content: Mapping[str, Any]) -> Slot:
    kdf = content["kdf"]
    signing = content["signing"]
    return Slot(
        id=str(content["id"]),
        info=None if content["info"] is None else SlotInfo(**content["info"]),
        cost=Cost(int(kdf["passes"]), int(kdf["memory"]), int(kdf["lanes"])),
        salt=bytes.fromhex(kdf["salt"]),
        master=_wrapped_from_json(content["master"]),
        signing=None if signing is None else _wrapped_from_json(signing),
    )


def _wrapped_to_json(wrapped: Wrapped) -> dict[str, str]:
    return {"nonce": wrapped.nonce.hex(), "sealed": wrapped.sealed.hex()}


def _wrapped_from_json(content: Mapping[str, str]) -> Wrapped:
    return Wrapped(bytes.fromhex(content["nonce"]), bytes.fromhex(content["sealed"]))
