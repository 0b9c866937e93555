"""The outcome measures on offer, from the clinical resources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from therapist_desk.domain.outcomes.measure import Basis, Better, Item, Measure, MinimalChange, Named
from therapist_desk.services.resources import whole


def load_outcome_measures(resources: Path) -> Mapping[str, Measure]:
    """Read the measures by their ids, in the order in which they are offered.

    Raises:
        ResourceDamagedError: the file cannot be used.
    """
    path = resources / "clinical" / "outcome_measures.json"
    with whole(path.name):
        content = json.loads(path.read_text(encoding="utf-8"))
        measures = {entry["id"]: _measure(entry) for entry in content["measures"]}
    return MappingProxyType(measures)


def _measure(entry: Mapping[str, Any]) -> Measure:
    return Measure(
        id=entry["id"],
        name=entry["name"],
        lowest=Decimal(entry["lowest"]),
        highest=_decimal(entry["highest"]),
        whole=entry["whole"],
        better=Better(entry["better"]),
        scoring=entry["scoring"],
        changes=tuple(_minimal_change(each) for each in entry["changes"]),
        unchanged=_decimal(entry.get("unchanged")),
        instructions=entry.get("instructions", ""),
        items=tuple(Item(**each) for each in entry.get("items", ())),
        choices=tuple(Named(Decimal(score), words) for score, words in entry.get("choices", ())),
        bands=tuple(Named(Decimal(score), words) for score, words in entry.get("bands", ())),
        bands_source=entry.get("bands_source", ""),
        licence=entry["licence"],
        attribution=entry.get("attribution", ""),
        source=entry["source"],
        basis=Basis(entry["basis"]),
        conditions=tuple(entry["conditions"]),
    )


def _minimal_change(entry: Mapping[str, Any]) -> MinimalChange:
    return MinimalChange(
        amount=Decimal(entry["amount"]),
        percent=entry["percent"],
        context=entry["context"],
        citation=entry["citation"],
        basis=Basis(entry["basis"]),
        conditions=tuple(entry.get("conditions", ())),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
