"""Which parts of the body a diagnosis code is about, from `resources/clinical`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.atlas.library import NAMES
from therapist_desk.domain.atlas.synonyms import read_synonyms
from therapist_desk.domain.code_regions import CodeRegions, folded
from therapist_desk.services.resources import whole

_FILE: Final = "code_regions.json"


def load_code_regions(resources: Path) -> CodeRegions:
    """Read the mapping made by hand, and what its parts and the regions of the figure are called.

    Raises:
        ResourceDamagedError: it is missing or altered.
    """
    with whole(_FILE):
        content = json.loads((resources / "clinical" / _FILE).read_text(encoding="utf-8"))
        parts = {name: frozenset(regions) for name, regions in content["parts"].items()}
        codes = {
            entry["code"]: frozenset[str]().union(*(parts[part] for part in entry["parts"]))
            for entry in content["codes"]
        }
        names: dict[str, frozenset[str]] = {}
        for name, regions in _called(resources / "body_map", parts):
            names[folded(name)] = names.get(folded(name), frozenset()) | regions
    return CodeRegions(MappingProxyType(codes), MappingProxyType(names))


def _called(atlas: Path, parts: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give names with the regions of each: of parts, whole and by half, and of regions, common ones too."""
    for name, regions in parts.items():
        for half in name.split(" and "):
            yield half, regions
    for region, entry in json.loads((atlas / NAMES).read_text(encoding="utf-8")).items():
        yield entry["name"].partition(" (")[0], frozenset({region})
    for region, names in read_synonyms(atlas).items():
        for name in names:
            yield name, frozenset({region})
