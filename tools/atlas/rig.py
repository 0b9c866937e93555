"""The skeleton that poses a body, and its hold on the skin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tools.atlas.mesh import Mesh
from tools.atlas.source import Source

Turn: TypeAlias = NDArray[np.float64]
"""A rotation matrix, 3 by 3."""


def turn(axis: NDArray[np.float64], degrees: float) -> Turn:
    """Give the rotation about `axis` (Rodrigues' formula)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def turn_onto(start: NDArray[np.float64], end: NDArray[np.float64]) -> Turn:
    """Give the shortest rotation that brings `start` to point along `end`."""
    axis = np.cross(start, end)
    if np.linalg.norm(axis) == 0:
        return np.eye(3)
    return turn(axis, float(np.degrees(np.arctan2(np.linalg.norm(axis), start @ end))))


class Rig:
    """The standard rig, fitted to one body's vertices."""

    def __init__(self, source: Source, base: Mesh, vertices: NDArray[np.float64]) -> None:
        self._bones: dict[str, Any] = source.json("rigs/standard/rig.default.json")
        self._vertices = vertices
        self._groups = base.groups
        self._number = {bone: place for place, bone in enumerate(self._bones)}
        hold = np.zeros((len(vertices), len(self._bones)))
        weights = source.json("rigs/standard/weights.default.json")["weights"]
        for bone, held in weights.items():
            if bone in self._number:
                places, amounts = np.array(held, dtype=float).reshape(-1, 2).T
                np.add.at(hold[:, self._number[bone]], places.astype(int), amounts)
        total = hold.sum(1, keepdims=True)
        self._free = total[:, 0] == 0
        self._hold = np.divide(hold, total, out=np.zeros_like(hold), where=total > 0)

    def head(self, bone: str) -> NDArray[np.float64]:
        """Give where a bone begins in the rest pose."""
        where = self._bones[bone]["head"]
        if where["strategy"] == "CUBE":
            return self._vertices[sorted({v for face in self._groups[where["cube_name"]] for v in face})].mean(0)
        if where["strategy"] == "MEAN":
            return self._vertices[where["vertex_indices"]].mean(0)
        return self._vertices[where["vertex_index"]]

    def held_by(self, bones: Iterable[str]) -> NDArray[np.float64]:
        """Give each vertex's share of hold by any of `bones`."""
        return self._hold[:, [self._number[bone] for bone in bones]].sum(1)

    def bones_like(self, side: str, *starts: str) -> list[str]:
        """Name the bones of a side ("L" or "R") whose names begin with one of `starts`."""
        return [bone for bone in self._bones if bone.endswith(f".{side}") and bone.startswith(starts)]

    def posed(self, turns: Mapping[str, Turn]) -> NDArray[np.float64]:
        """Give the vertices with every bone turned about its head, in its parent's frame."""
        placed: dict[str, NDArray[np.float64]] = {}

        def place(bone: str) -> NDArray[np.float64]:
            if bone not in placed:
                parent = self._bones[bone].get("parent")
                at, own = self.head(bone), np.eye(4)
                own[:3, :3] = turns.get(bone, np.eye(3))
                own[:3, 3] = at - own[:3, :3] @ at
                placed[bone] = (place(parent) if parent else np.eye(4)) @ own
            return placed[bone]

        frames = np.stack([place(bone) for bone in self._bones])
        blended = np.tensordot(self._hold, frames, axes=1)
        points = np.concatenate([self._vertices, np.ones((len(self._vertices), 1))], axis=1)
        moved = np.einsum("nij,nj->ni", blended, points)[:, :3]
        return np.where(self._free[:, None], self._vertices, moved)
