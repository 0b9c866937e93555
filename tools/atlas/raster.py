"""Which part of a body is seen at each pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from tools.atlas.camera import Frame
from tools.atlas.mesh import normals

_NEAREST_FIRST = -1e9


@dataclass(frozen=True, eq=False)
class Picture:
    """A body's visible surface, `scale` pixels to a figure unit.

    `mask` is where the body is; `depth` is in mesh units, larger nearer; `normal` is in the picture's axes;
    `carried` are values interpolated over the surface, by default none. A `symmetric` one has been mirrored.
    """

    frame: Frame
    scale: float
    mask: NDArray[np.bool_]
    depth: NDArray[np.float32]
    normal: NDArray[np.float32]
    carried: NDArray[np.float32]
    symmetric: bool = False


def _fill(
    corners: NDArray[np.float64],
    values: NDArray[np.float64],
    triangles: NDArray[np.int64],
    depth: NDArray[np.float32],
    out: NDArray[np.float32],
) -> None:
    """Draw triangles into `depth` and `out`; pixels are sampled at their centres."""
    height, width = depth.shape
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        x0, y0, z0 = corners[a, 0], corners[a, 1], corners[a, 2]
        x1, y1, z1 = corners[b, 0], corners[b, 1], corners[b, 2]
        x2, y2, z2 = corners[c, 0], corners[c, 1], corners[c, 2]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if abs(area) < 1e-12:  # noqa: PLR2004  # named constants cost the compiler a global
            continue
        for row in range(max(0, int(np.ceil(min(y0, y1, y2) - 0.5))), min(height, int(max(y0, y1, y2) + 0.5) + 1)):
            y = row + 0.5
            for col in range(max(0, int(np.ceil(min(x0, x1, x2) - 0.5))), min(width, int(max(x0, x1, x2) + 0.5) + 1)):
                x = col + 0.5
                w1 = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
                w2 = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
                w0 = 1 - w1 - w2
                if min(w0, w1, w2) < -1e-7:  # noqa: PLR2004  # as above: lets edges meet without cracks
                    continue
                z = w0 * z0 + w1 * z1 + w2 * z2
                if z > depth[row, col]:
                    depth[row, col] = z
                    for k in range(values.shape[1]):
                        out[row, col, k] = w0 * values[a, k] + w1 * values[b, k] + w2 * values[c, k]


_fill_fast = numba.njit(_fill)


def take_picture(
    vertices: NDArray[np.float64],
    quads: NDArray[np.int64],
    frame: Frame,
    scale: float,
    *,
    carried: NDArray[np.float64] | None = None,
) -> Picture:
    """See the surface through `frame`; `carried` (n, k) rides on the vertices."""
    columns = 2 * max(1, round(frame.width * scale / 2))  # even, so that the midline falls between two pixels
    rows = max(1, round(frame.height * scale))
    values = normals(vertices, quads) @ frame.basis.T
    if carried is not None:
        values = np.concatenate([values, carried], axis=1)
    corners = frame.project(vertices)
    corners[:, 0] *= columns / frame.width
    corners[:, 1] *= rows / frame.height
    corners[:, 2] /= frame.unit
    depth = np.full((rows, columns), _NEAREST_FIRST, np.float32)
    out = np.zeros((rows, columns, values.shape[1]), np.float32)
    _fill_fast(corners, values, np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]), depth, out)
    normal = out[..., :3]
    normal = normal / np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    return Picture(frame, scale, depth > _NEAREST_FIRST, depth, normal, out[..., 3:])


def made_symmetric(picture: Picture) -> Picture:
    """Mirror the picture's right half onto its left, so that both sides of the body are drawn alike."""
    half = picture.mask.shape[1] // 2

    def mirrored(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.concatenate([values[:, : half - 1 : -1], values[:, half:]], axis=1)

    normal = mirrored(picture.normal)
    normal[:, :half, 0] *= -1
    return Picture(
        picture.frame,
        picture.scale,
        mirrored(picture.mask),
        mirrored(picture.depth),
        normal,
        mirrored(picture.carried),
        symmetric=True,
    )
