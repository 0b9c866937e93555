"""Writing curves as the product reads them: whole tenths of a unit, each point as a step from the last."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import numpy as np

from tools.atlas.bezier import Chain


def coded(chain: Chain) -> list[int]:
    """Give x and y of the start, then dx and dy to each further point.

    Rounding comes first, so that steps add up without drift.
    """
    points = np.round(chain * 10).astype(int)
    return [int(number) for number in np.concatenate([points[:1], np.diff(points, axis=0)]).ravel()]


def coded_all(chains: Iterable[Chain]) -> list[list[int]]:
    """Give each chain as `coded` does."""
    return [coded(chain) for chain in chains]


def as_bytes(value: Any) -> bytes:
    """Give compact JSON in the order of insertion, with a line end."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
