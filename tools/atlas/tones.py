"""The outline of a body, and light on it cut into a few tones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.measure import find_contours

from tools.atlas.bezier import Chain, fit_ring
from tools.atlas.polyline import enclosed_area, resampled_ring, smoothed_ring
from tools.atlas.raster import Picture

_REFERENCE = 3.4  # pixels to a unit at which the widths below were chosen
_LIGHT = np.array([0.0, 0.42, 0.91])
_NEAR_LIMITS, _WIDE_LIMITS = (-0.30, 0.18), (-0.30, 0.22)
_SMALLEST_ISLAND = 20.0  # square units of silhouette


def silhouette(picture: Picture, error: float) -> list[Chain]:
    """Give the outline's rings, in figure units."""
    soft = ndimage.gaussian_filter(picture.mask.astype(np.float32), 1.2)
    rings = [ring for ring in _level_rings(soft, 0.5, picture.scale) if enclosed_area(ring) >= _SMALLEST_ISLAND]
    return [fit_ring(smoothed_ring(resampled_ring(ring, 0.7), 1.2), error, look=5, sharp=60) for ring in rings]


def tone_bands(
    picture: Picture, levels: Sequence[float], *, blur: float, error: float, smallest: float
) -> list[list[Chain]]:
    """Cut the light into areas darker than each of `levels`, which rise; islands below `smallest` are left out.

    The areas run past the outline, which clips them when they are drawn.
    """
    light = _light(picture, blur)
    reach = ndimage.binary_dilation(picture.mask, iterations=int(3 * picture.scale))
    bands = []
    for level in levels:
        darker = np.where(reach, level - light, -0.05)
        rings = [ring for ring in _level_rings(darker, 0.0, picture.scale) if enclosed_area(ring) >= smallest]
        bands.append(
            [fit_ring(smoothed_ring(resampled_ring(ring, 1.5), 2.0), error, look=4, sharp=75) for ring in rings]
        )
    return bands


def _light(picture: Picture, blur: float) -> NDArray[np.float32]:
    """Shade by a lamp above the viewer, by facing, and by hollows at two sizes."""
    outside = ndimage.distance_transform_edt(~picture.mask, return_distances=False, return_indices=True)
    normal = picture.normal[outside[0], outside[1]]
    lamp = np.clip(normal @ (_LIGHT / np.linalg.norm(_LIGHT)), 0, 1)
    facing = np.clip(normal[..., 2], 0, 1)
    scale = picture.scale / _REFERENCE
    near = _spread(normal, 3.0 * scale) * picture.scale
    wide = _spread(normal, 9.0 * scale) * picture.scale
    hollow = np.clip(near * 0.55, *_NEAR_LIMITS) + np.clip(wide * 1.6, *_WIDE_LIMITS)
    light = 0.40 * lamp + 0.62 * facing**0.9 + hollow
    return ndimage.gaussian_filter(light.astype(np.float32), blur * scale)


def _spread(normal: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """Tell how normals spread apart (a ridge) or lean together (a hollow) across the picture."""
    across, up = (ndimage.gaussian_filter(normal[..., k], sigma) for k in (0, 1))
    return np.gradient(across, axis=1) - np.gradient(up, axis=0)


def _level_rings(values: NDArray[np.float32], level: float, scale: float) -> list[NDArray[np.float64]]:
    padded = np.pad(values, 1, constant_values=min(float(values.min()), level - 0.05))
    return [(ring[:, ::-1] - 0.5) / scale for ring in find_contours(padded, level)]
