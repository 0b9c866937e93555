"""Mixing shape targets into one body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.atlas.mesh import Mesh
from tools.atlas.source import Source

_ORIGINS = ("caucasian", "african", "asian")


@dataclass(frozen=True, slots=True)
class BodyShape:
    """A body's make-up, each from 0 to 1; `flat` is how far the chest is drawn towards no breasts."""

    male: float
    muscle: float
    weight: float = 0.42
    proportion: float = 0.75
    flat: float = 0.0


def shaped(base: Mesh, source: Source, shape: BodyShape) -> NDArray[np.float64]:
    """Give the base mesh's vertices in `shape`, in the mesh's own rest pose."""
    vertices = base.vertices.copy()
    for name, weight in _mix(shape):
        if weight > 0:
            places, moves = source.target(name)
            vertices[places] += weight * moves
    return vertices


def _mix(shape: BodyShape) -> Iterator[tuple[str, float]]:
    for sex, share in (("male", shape.male), ("female", 1 - shape.male)):
        for origin in _ORIGINS:
            yield f"macrodetails/{origin}-{sex}-young", share / len(_ORIGINS)
        for muscle, by_muscle in _between(shape.muscle, "muscle"):
            for weight, by_weight in _between(shape.weight, "weight"):
                part = share * by_muscle * by_weight
                build = f"{sex}-young-{muscle}-{weight}"
                yield f"macrodetails/universal-{build}", part
                yield f"macrodetails/proportions/{build}-idealproportions", part * (2 * shape.proportion - 1)
                if sex == "female":
                    yield f"breast/{build}-mincup-averagefirmness", part * shape.flat


def _between(value: float, of: str) -> Iterator[tuple[str, float]]:
    """Split a value into shares of the least, the average and the most; shares of nothing are left out."""
    shares = ((f"min{of}", 1 - 2 * value), (f"average{of}", 1 - abs(2 * value - 1)), (f"max{of}", 2 * value - 1))
    return ((name, share) for name, share in shares if share > 0)
