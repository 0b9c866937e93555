"""The techniques on offer, from the clinical resources."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from therapist_desk.domain.session.technique import INTAKE, REST, Technique
from therapist_desk.services.resources import whole


@dataclass(frozen=True, slots=True)
class Techniques:
    """`usual` stand on the timer, in order; `all` are offered behind them."""

    usual: tuple[Technique, ...]
    all: tuple[Technique, ...]


def load_techniques(resources: Path) -> Techniques:
    """Read the list of techniques.

    Raises:
        ResourceDamagedError: the file cannot be used.
    """
    path = resources / "clinical" / "techniques.json"
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        listed = {
            item["id"]: Technique(str(item["id"]), str(item["name"]), str(item["code"]))
            for item in content["techniques"]
        }
        usual = tuple(listed[name] for name in content["usual"])
    return Techniques(usual=(INTAKE, *usual), all=(INTAKE, *listed.values(), REST))
