"""The regions as drawn by hand, in authored/*.json: coarse outlines, later ones over earlier ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FOLDER = Path(__file__).with_name("authored")


@dataclass(frozen=True, eq=False)
class Outline:
    """One region's corners in the units of its sheet, to be joined by a smooth ring."""

    region: str
    midline: bool
    corners: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Sheet:
    """The outlines of one picture. On a mirrored sheet x is the distance from the midline.

    `calm` are outlines, on both halves, within which no folds are drawn.
    """

    mirrored: bool
    outlines: tuple[Outline, ...]
    calm: tuple[NDArray[np.float64], ...] = ()


def read_sheet(name: str) -> Sheet:
    """Read authored/`name`.json."""
    raw = json.loads((_FOLDER / f"{name}.json").read_text())
    return Sheet(
        raw["mirrored"],
        tuple(
            Outline(entry["region"], entry.get("midline", False), np.array(entry["corners"], dtype=float))
            for entry in raw["outlines"]
        ),
        tuple(np.array(corners, dtype=float) for corners in raw.get("calm", ())),
    )
