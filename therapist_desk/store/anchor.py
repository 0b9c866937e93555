"""The head of the chain of signed records, kept beside the key file.

An older copy of the charts file would be whole and consistent in itself; only this tells that signed visits
are missing from it.
"""

from __future__ import annotations

import dataclasses
import hmac
import json
from pathlib import Path
from typing import Final

from therapist_desk.store.errors import ChainBrokenError
from therapist_desk.store.files import write_atomically
from therapist_desk.store.keys import MasterKey, Purpose

ANCHOR_FILE: Final = "chain.json"


@dataclasses.dataclass(frozen=True, slots=True)
class Anchor:
    """A link of the chain: its number, and its digest in hex."""

    sequence: int
    digest: str

    def mac(self, master: MasterKey) -> str:
        """Give the code that only a holder of the master key can make."""
        message = f"{self.sequence}:{self.digest}".encode()
        return hmac.digest(master.subkey(Purpose.ANCHOR), message, "sha256").hex()


def write_anchor(folder: Path, master: MasterKey, anchor: Anchor) -> None:
    """Keep the head."""
    content = {**dataclasses.asdict(anchor), "mac": anchor.mac(master)}
    write_atomically(folder / ANCHOR_FILE, json.dumps(content, sort_keys=True).encode())


def read_anchor(folder: Path, master: MasterKey) -> Anchor | None:
    """Read the head as last kept; None where none was.

    Raises:
        ChainBrokenError: the file is damaged or was changed by something else.
    """
    path = folder / ANCHOR_FILE
    if not path.exists():
        return None
    try:
        content = json.loads(path.read_bytes())
        anchor = Anchor(int(content["sequence"]), str(content["digest"]))
        genuine = hmac.compare_digest(anchor.mac(master), str(content["mac"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ChainBrokenError from error
    if not genuine:
        raise ChainBrokenError
    return anchor
