"""Every FMA number rests on two public lists that name the same structure."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
PARTS: Final = {
    "anterior deltoid": "clavicular part of deltoid",
    "middle deltoid": "acromial part of deltoid",
    "posterior deltoid": "spinal part of deltoid",
    "upper trapezius": "descending part of trapezius",
    "lower trapezius": "ascending part of trapezius",
}
"""What a therapist calls a part of a muscle, as anatomists do."""


def test_the_lists_agree_on_every_number_and_name_what_the_map_names() -> None:
    named = json.loads((ROOT / "resources" / "body_map" / "regions.json").read_text())
    with (ROOT / "tools" / "atlas" / "authored" / "fma.tsv").open(newline="") as file:
        listed = {row["structure"]: row for row in csv.DictReader(file, delimiter="\t")}

    assert {key: str(entry["fma"]) for key, entry in named.items() if "fma" in entry} == {
        key: row["fma"] for key, row in listed.items()
    }
    for key, row in listed.items():
        first, second = row["name in BodyParts3D"], row["name there"].lower()
        assert first == PARTS.get(named[key]["name"], named[key]["name"])
        assert set(first.split()) <= set(second.split())
        assert row["second list"]
