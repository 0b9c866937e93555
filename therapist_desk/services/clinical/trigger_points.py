"""The typical referrals of muscles, from the clinical resources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.typical_referral import Place, ReferralArea, TypicalReferral
from therapist_desk.services.resources import whole

_VIEWS: Final[Mapping[str, frozenset[View]]] = MappingProxyType(
    {
        "any": frozenset(View),
        "front": frozenset({View.FRONT}),
        "back": frozenset({View.BACK}),
        "side": frozenset({View.LEFT, View.RIGHT}),
        # Regions that only a close-up has need no view to be kept apart.
        "close-up": frozenset(View),
    }
)


@dataclass(frozen=True, slots=True)
class TriggerPoints:
    """The muscles' typical referrals; `note` and `evidence` stand with them wherever they are shown."""

    referrals: tuple[TypicalReferral, ...] = ()
    note: str = ""
    evidence: str = ""


def load_trigger_points(resources: Path) -> TriggerPoints:
    """Read the typical referrals and where their areas and muscles lie on the figure.

    Raises:
        ResourceDamagedError: a file cannot be used, or one speaks of what the other does not know.
    """
    path = resources / "clinical" / "trigger_points.json"
    map_path = resources / "clinical" / "referral_regions.json"
    with whole(map_path.name):
        mapped = json.loads(map_path.read_text(encoding="utf-8"))
        areas = dict(_areas(mapped))
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        return TriggerPoints(
            referrals=tuple(_referral(entry, areas, mapped["muscles"]) for entry in content["muscles"]),
            note=str(content["note"]),
            evidence=str(content["evidence"]),
        )


def _areas(mapped: Mapping[str, Any]) -> Iterator[tuple[str, ReferralArea]]:
    for words, entry in mapped["areas"].items():
        places = (
            Place(str(region), _VIEWS[seen])
            for seen, regions in entry.items()
            if seen != "note"
            for region in regions
        )
        yield words, ReferralArea(words, tuple(places), str(entry.get("note", "")))
    for words, reason in mapped["unmapped_areas"].items():
        yield words, ReferralArea(words, (), str(reason))


def _referral(
    entry: Mapping[str, Any], areas: Mapping[str, ReferralArea], muscles: Mapping[str, Mapping[str, Any]]
) -> TypicalReferral:
    where = muscles[entry["muscle"]]
    return TypicalReferral(
        muscle=str(entry["muscle"]),
        structures=tuple(map(str, where["structures"])),
        areas=tuple(areas[words] for words in entry["areas"]),
        source=str(entry["source"]),
        basis=Basis(entry["basis"]),
        only_in=tuple(map(str, where.get("only_in", ()))),
    )
