"""What people call the regions, besides their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

Synonyms: TypeAlias = Mapping[str, Sequence[str]]
"""Common names of regions, by their ids."""

_FILE: Final = ("search", "synonyms.json")


def read_synonyms(folder: Path) -> Synonyms:
    """Read the common names in an atlas folder; empty where there are none to read, for names alone will do."""
    try:
        raw = json.loads(folder.joinpath(*_FILE).read_bytes())["synonyms"]
        return MappingProxyType({str(region): tuple(map(str, names)) for region, names in raw.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return MappingProxyType({})
