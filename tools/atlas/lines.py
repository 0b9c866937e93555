"""Lines drawn inside a body: edges of what lies before something, and folds."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.atlas.bezier import Chain, fit
from tools.atlas.polyline import Line, length, resampled, smoothed
from tools.atlas.raster import Picture
from tools.atlas.skeleton import traced

_REFERENCE = 3.4
_AT_MIDLINE = 1.5  # units: a line this near to the midline belongs to both halves


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: `weight` is how sharply the skin bends there, 0 for an edge; `line` is in figure units."""

    weight: float
    line: Line
    chain: Chain


def overlaps(picture: Picture, *, jump: float, error: float) -> tuple[list[Stroke], NDArray[np.bool_]]:
    """Find where depth leaps by more than `jump`: the edges' lines, and their pixels."""
    edges = _leaps(picture, jump)
    inner = ndimage.binary_erosion(picture.mask, iterations=max(1, int(0.8 * picture.scale)))
    px = picture.scale
    found = []
    for line in traced(edges & inner, shortest=2.0 * px, gap=2.5 * px, bend=60):
        even = resampled(line / px, 0.8)
        if length(even) >= 3.2:  # noqa: PLR2004  # units: anything shorter reads as a speck
            even = smoothed(even, 1.6)
            found.append(Stroke(0.0, even, fit(even, error)))
    return found, edges


def folds(
    picture: Picture, avoid: NDArray[np.bool_], *, faint: float, plain: float, shortest: float, error: float
) -> list[Stroke]:
    """Find valleys of the surface: lines bent more than `faint` all along and more than `plain` somewhere.

    None are found on or right beside the pixels to `avoid`.
    """
    px = picture.scale
    bend, across = _hollows(picture)
    crest = _is_crest(bend, across)
    core = ndimage.binary_erosion(picture.mask, iterations=max(1, int(1.6 * px)))
    beside = ndimage.binary_dilation(avoid, iterations=max(1, int(1.4 * px)))
    groups, count = ndimage.label(crest & core & ~beside & (bend > faint), np.ones((3, 3)))
    strongest = np.asarray(ndimage.maximum(bend, groups, np.arange(count + 1)))
    strongest[0] = 0
    kept = np.pad((strongest > plain)[groups], 3)
    kept = ndimage.binary_closing(kept)[3:-3, 3:-3]
    found = []
    for line in traced(kept, shortest=1.5 * px, gap=3.0 * px, bend=35):
        even = resampled(line / px, 0.8)
        if length(even) < shortest:
            continue
        at = np.clip(np.floor(line).astype(int), 0, np.array(bend.shape[::-1]) - 1)
        weight = float(np.median(bend[at[:, 1], at[:, 0]]))
        even = smoothed(even, 2.5)
        found.append(Stroke(weight, even, fit(even, 1.4 * error)))
    return found


def mirrored(strokes: list[Stroke], width: float) -> list[Stroke]:
    """Give both halves of a picture the strokes of its right one; what touches the midline stays as it is."""
    near, far = width / 2 - _AT_MIDLINE, width / 2 + _AT_MIDLINE
    touching = [stroke for stroke in strokes if stroke.line[:, 0].min() < far and stroke.line[:, 0].max() > near]
    right = [stroke for stroke in strokes if stroke.line[:, 0].min() >= far]
    flip, shift = np.array([-1.0, 1.0]), np.array([width, 0.0])
    left = [Stroke(stroke.weight, stroke.line * flip + shift, stroke.chain * flip + shift) for stroke in right]
    return touching + right + left


def _leaps(picture: Picture, jump: float) -> NDArray[np.bool_]:
    """Mark the nearer pixel of each neighbouring pair whose depths differ by more than the slope explains."""
    per_mesh_unit = picture.scale * picture.frame.unit
    facing = np.maximum(picture.normal[..., 2], 0.12)
    edges = np.zeros_like(picture.mask)
    for axis, k in ((1, 0), (0, 1)):
        slope = np.abs(picture.normal[..., k] / facing) / per_mesh_unit
        here, there = (slice(None), slice(None, -1)), (slice(None), slice(1, None))
        if axis == 0:
            here, there = here[::-1], there[::-1]
        leap = picture.depth[here] - picture.depth[there]
        steep = np.minimum(slope[here], slope[there])
        found = picture.mask[here] & picture.mask[there] & (np.abs(leap) > 2.2 * steep + jump)
        edges[here] |= found & (leap > 0)
        edges[there] |= found & (leap <= 0)
    return ndimage.binary_closing(np.pad(edges, 4), iterations=2)[4:-4, 4:-4]


def _hollows(picture: Picture) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Give how much the surface bends inwards, and the direction across the bend as an angle."""
    sigma = 1.6 * 2.2 * picture.scale / _REFERENCE
    weight = np.maximum(ndimage.gaussian_filter(picture.mask.astype(np.float32), sigma), 1e-6)
    x, y = (
        ndimage.gaussian_filter(np.where(picture.mask, picture.normal[..., k], 0).astype(np.float32), sigma) / weight
        for k in (0, 1)
    )
    xx, xy, yx, yy = np.gradient(x, axis=1), -np.gradient(x, axis=0), np.gradient(y, axis=1), -np.gradient(y, axis=0)
    shear, mean, half = (xy + yx) / 2, (xx + yy) / 2, (xx - yy) / 2
    least = (mean - np.sqrt(half**2 + shear**2)) * picture.scale
    across = np.arctan2(2 * shear, xx - yy) / 2 + np.pi / 2
    return np.where(picture.mask, -least, 0).astype(np.float32), across


def _is_crest(bend: NDArray[np.float32], across: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Keep pixels that bend more than those a pixel and a half away on both sides."""
    rows, columns = np.mgrid[0 : bend.shape[0], 0 : bend.shape[1]].astype(np.float32)
    right, down = (1.5 * np.cos(across)).astype(np.float32), (-1.5 * np.sin(across)).astype(np.float32)
    one = cv2.remap(bend, columns + right, rows + down, cv2.INTER_LINEAR)
    other = cv2.remap(bend, columns - right, rows - down, cv2.INTER_LINEAR)
    return (bend >= one) & (bend >= other)
