"""The presets for conditions, from the clinical resources."""

from __future__ import annotations

import json
from pathlib import Path

from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.preset import Preset, PresetItem, PresetKind
from therapist_desk.services.resources import whole


def load_presets(resources: Path) -> tuple[Preset, ...]:
    """Read the presets in the order in which they are offered.

    Raises:
        ResourceDamagedError: the file cannot be used.
    """
    path = resources / "clinical" / "presets.json"
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Preset(
                entry["id"],
                entry["name"],
                tuple(
                    PresetItem(
                        kind=PresetKind(item["kind"]),
                        key=item["key"],
                        name=item["name"],
                        code=item.get("code", ""),
                        basis=Basis(item["basis"]),
                        source=item["source"],
                    )
                    for item in entry["items"]
                ),
            )
            for entry in content["presets"]
        )
