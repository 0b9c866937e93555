"""Quad meshes: reading, subdivision, normals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SKIN_VERTICES = 13380
"""The first vertices of the base mesh are the skin; the rest are helpers such as joint cubes."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """Vertices (n, 3) and, for each named group, its faces as rows of vertex numbers."""

    vertices: NDArray[np.float64]
    groups: dict[str, list[list[int]]]

    def drawn_quads(self) -> NDArray[np.int64]:
        """Give the faces that are seen: the skin and both eyeballs."""
        return np.array(self.groups["body"] + self.groups["helper-l-eye"] + self.groups["helper-r-eye"])


def parse_obj(text: str) -> Mesh:
    """Read the vertices and grouped faces of a Wavefront file."""
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = defaultdict(list)
    group = ""
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(number) for number in rest.split()[:3]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            groups[group].append([int(corner.split("/")[0]) - 1 for corner in rest.split()])
    return Mesh(np.array(vertices), dict(groups))


@dataclass(frozen=True, eq=False)
class Subdivision:
    """One round of Catmull-Clark on a fixed topology, to be applied to any vertex values."""

    quads: NDArray[np.int64]
    count: int

    def apply(self, values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Give the values on the finer mesh, and its quads."""
        quads, n = self.quads, self.count
        faces = values[quads].mean(1)
        ends = np.sort(np.stack([quads, np.roll(quads, -1, 1)], 2).reshape(-1, 2), axis=1)
        edges, edge_of, uses = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
        edge_of = edge_of.ravel()
        middles = values[edges].mean(1)
        face_sums = _sum_at(len(edges), edge_of, np.repeat(faces, 4, axis=0))
        open_edge = uses == 1
        smooth = (values[edges].sum(1) + face_sums) / (2 + uses)[:, None]
        edge_points = np.where(open_edge[:, None], middles, smooth)
        points = self._moved_corners(values, faces, edges, middles, open_edge)
        corner_edges = edge_of.reshape(len(quads), 4) + n
        centre = np.arange(len(quads)) + n + len(edges)
        finer = [np.stack([quads[:, k], corner_edges[:, k], centre, corner_edges[:, k - 1]], 1) for k in range(4)]
        return np.vstack([points, edge_points, faces]), np.stack(finer, 1).reshape(-1, 4)

    def _moved_corners(
        self,
        values: NDArray[np.float64],
        faces: NDArray[np.float64],
        edges: NDArray[np.int64],
        middles: NDArray[np.float64],
        open_edge: NDArray[np.bool_],
    ) -> NDArray[np.float64]:
        quads, n = self.quads, self.count
        valence = np.bincount(quads.ravel(), minlength=n)[:, None]
        divisor = np.maximum(valence, 1)
        around = _sum_at(n, quads.ravel(), np.repeat(faces, 4, axis=0)) / divisor
        edge_count = np.bincount(edges.ravel(), minlength=n)[:, None]
        halfway = _sum_at(n, edges.ravel(), np.repeat(middles, 2, axis=0)) / np.maximum(edge_count, 1)
        moved = (around + 2 * halfway + (divisor - 3) * values) / divisor
        rim = edges[open_edge]
        if len(rim):
            rim_count = np.bincount(rim.ravel(), minlength=n)[:, None]
            rim_mean = _sum_at(n, rim.ravel(), np.repeat(middles[open_edge], 2, axis=0)) / np.maximum(rim_count, 1)
            moved = np.where(rim_count > 0, (values + rim_mean) / 2, moved)
        return np.where(valence > 0, moved, values)


def subdivide(
    values: NDArray[np.float64], quads: NDArray[np.int64], rounds: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Run `rounds` of Catmull-Clark over vertex values of any width."""
    for _ in range(rounds):
        values, quads = Subdivision(quads, len(values)).apply(values)
    return values, quads


def normals(vertices: NDArray[np.float64], quads: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give unit vertex normals, weighted by face area."""
    a, b, c, d = (vertices[quads[:, k]] for k in range(4))
    of_faces = np.cross(c - a, d - b)
    of_corners = _sum_at(len(vertices), quads.ravel(), np.repeat(of_faces, 4, axis=0))
    return of_corners / np.maximum(np.linalg.norm(of_corners, axis=1, keepdims=True), 1e-12)


def _sum_at(length: int, places: NDArray[np.int64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([np.bincount(places, weights=column, minlength=length) for column in values.T], axis=1)
