"""Carrying regions from the figure they were drawn on to any other body, pose or view.

All bodies share one topology, so a point of skin is the same point in each. A pixel of the new picture
knows where its skin lies on the drawn figure; the region drawn there is its own. Borders so stay as smooth
as they were drawn, whatever the faces of the mesh.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from tools.atlas.labels import Key, Labels
from tools.atlas.raster import Picture

_SAME_SURFACE = 0.06  # mesh units: what lies deeper than this under the drawn surface was hidden there


@dataclass(frozen=True, eq=False)
class DrawnSheet:
    """A sheet painted on the picture of the figure it was drawn for."""

    picture: Picture
    labels: Labels
    keys: list[Key]
    calm: NDArray[np.bool_]

    def labels_on(self, picture: Picture) -> Labels:
        """Give the labels of a picture whose pixels know their places on the drawn figure and at rest.

        Skin that this sheet did not show takes the label of the nearest skin that it did, measured at rest.
        """
        labels = np.where(picture.mask, self.labels_at(picture.carried[..., :3]), 0)
        at_rest = picture.carried[..., 3:]
        known, unknown = labels > 0, picture.mask & (labels == 0)
        known[1::2], known[:, 1::2] = False, False  # every fourth pixel is near enough
        nearest = KDTree(at_rest[known]).query(at_rest[unknown])[1]
        labels[unknown] = labels[known][nearest]
        return labels.astype(np.int32)

    def calm_on(self, picture: Picture) -> NDArray[np.bool_]:
        """Tell for each pixel of such a picture whether it wants no folds."""
        x, y, seen = self._place(picture.carried[..., :3])
        return seen & self.calm[y, x]

    def labels_at(self, points: NDArray[np.float32]) -> Labels:
        """Give the label (0 where hidden from this sheet) of each point of the drawn figure."""
        x, y, seen = self._place(points)
        return np.where(seen, self.labels[y, x], 0).astype(np.int32)

    def _place(self, points: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        picture = self.picture
        placed = picture.frame.project(points)
        rows, columns = picture.mask.shape
        x = np.clip((placed[..., 0] * picture.scale).astype(int), 0, columns - 1)
        y = np.clip((placed[..., 1] * picture.scale).astype(int), 0, rows - 1)
        seen = placed[..., 2] / picture.frame.unit > picture.depth[y, x] - _SAME_SURFACE
        return x, y, seen
