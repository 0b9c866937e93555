"""Whether a chart store stands in a folder: asked before anything else of the store is imported."""

from __future__ import annotations

from pathlib import Path
from typing import Final

KEY_FILE: Final = "keyslots.json"
COPY: Final = "keyslots.json.bak"
_THERAPIST: Final = b'"licence":'
"""Stands once in the key file for each therapist, and nowhere in the recovery code's slot."""


def has_store(folder: Path) -> bool:
    """Tell whether a key file, or its copy, stands in `folder`."""
    return (folder / KEY_FILE).exists() or (folder / COPY).exists()


def therapists_at_a_glance(folder: Path) -> int:
    """How many therapists the key file seems to name; a guess at the size of a form, made without parsing it."""
    for name in (KEY_FILE, COPY):
        try:
            return max(1, (folder / name).read_bytes().count(_THERAPIST))
        except OSError:
            continue
    return 1
