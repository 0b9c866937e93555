"""Which parts of the body a diagnosis code is about, from `resources/clinical`."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.services.techniques import ResourceDamagedError

_FILE: Final = "code_regions.json"


def load_code_regions(resources: Path) -> CodeRegions:
    """Read the mapping made by hand.

    Raises:
        ResourceDamagedError: it is missing or altered.
    """
    try:
        content = json.loads((resources / "clinical" / _FILE).read_text(encoding="utf-8"))
        parts = {name: frozenset(regions) for name, regions in content["parts"].items()}
        codes = {
            entry["code"]: frozenset[str]().union(*(parts[part] for part in entry["parts"]))
            for entry in content["codes"]
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceDamagedError(file=_FILE) from error
    return CodeRegions(MappingProxyType(codes))
