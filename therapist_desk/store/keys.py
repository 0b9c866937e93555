"""The master key, and the keys derived from it for each purpose."""

from __future__ import annotations

import dataclasses
import secrets
from enum import StrEnum
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32


class Purpose(StrEnum):
    """What a subkey is for. The value enters the derivation: changing one makes its data unreadable."""

    DATABASE = "database"
    KEY_FILE = "key-file-mac"
    ANCHOR = "chain-anchor-mac"
    BACKUP = "backup"
    SIGNING = "signing"
    SEALS = "pdf-seals"


@dataclasses.dataclass(frozen=True, slots=True)
class MasterKey:
    """The one secret of a store: 32 random bytes, from which every other key derives."""

    secret: bytes = dataclasses.field(repr=False)

    @classmethod
    def new(cls) -> MasterKey:
        """Make one from the system's randomness."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def subkey(self, purpose: Purpose) -> bytes:
        """Derive the 32-byte key for `purpose` (HKDF-SHA256, RFC 5869)."""
        return derive(self.secret, f"therapist-desk/1/{purpose}")


def derive(secret: bytes, info: str, salt: bytes | None = None) -> bytes:
    """Derive 32 bytes from `secret` for the use that `info` names."""
    return HKDF(SHA256(), KEY_BYTES, salt, info.encode()).derive(secret)
