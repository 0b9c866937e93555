"""Regions as rasters of whole numbers: 0 is nothing, n is the nth of a list of keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.atlas.authored import Sheet
from tools.atlas.polyline import through

_SUBPIXEL_BITS = 4
_SMALL_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Key:
    """A region and its half of the picture: 1 right, -1 left, 0 where halves mean nothing.

    A `midline` region belongs to neither side of the body.
    """

    region: str
    half: int = 0
    midline: bool = False


Labels: TypeAlias = NDArray[np.int32]


def painted(sheet: Sheet, mask: NDArray[np.bool_], scale: float) -> tuple[Labels, list[Key]]:
    """Paint a sheet at `scale` pixels to a unit; what no outline covers inside `mask` goes to the nearest."""
    labels = np.zeros(mask.shape, np.int32)
    middle = mask.shape[1] // 2
    keys: list[Key] = []
    for outline in sheet.outlines:
        ring = through(outline.corners)
        for half in (1, -1) if sheet.mirrored else (0,):
            key = Key(outline.region, 0 if outline.midline else half, outline.midline)
            if key not in keys:
                keys.append(key)
            covered = _filled(ring * scale, mask.shape, half, middle)
            if sheet.mirrored and not outline.midline:
                covered[:, slice(0, middle) if half > 0 else slice(middle, None)] = False
            labels[covered] = keys.index(key) + 1
    return filled_from_nearest(labels, mask), keys


def calm_zones(sheet: Sheet, size: tuple[int, ...], scale: float) -> NDArray[np.bool_]:
    """Mark where a sheet wants no folds."""
    calm = np.zeros(size, np.bool_)
    for corners in sheet.calm:
        for half in (1, -1) if sheet.mirrored else (0,):
            calm |= _filled(corners * scale, size, half, size[1] // 2)
    return calm


def _filled(ring: NDArray[np.float64], size: tuple[int, ...], half: int, middle: int) -> NDArray[np.bool_]:
    placed = ring.copy()
    if half:
        placed[:, 0] = middle + half * ring[:, 0]
    canvas = np.zeros(size, np.uint8)
    cv2.fillPoly(canvas, [np.round(placed * (1 << _SUBPIXEL_BITS)).astype(np.int32)], 1, shift=_SUBPIXEL_BITS)
    return canvas > 0


def filled_from_nearest(labels: Labels, mask: NDArray[np.bool_]) -> Labels:
    """Give every pixel of `mask` the nearest label, and nothing to the others."""
    if not labels.any():
        return labels
    nearest = ndimage.distance_transform_edt(labels == 0, return_distances=False, return_indices=True)
    return np.where(mask, labels[nearest[0], nearest[1]], 0)


def tidied(labels: Labels, mask: NDArray[np.bool_], sigma: float, smallest: float) -> Labels:
    """Smooth the borders by about `sigma` pixels and give stray bits to their neighbours.

    A bit is stray below `smallest` pixels or a quarter of its label's largest piece.
    """
    best = np.full(labels.shape, -1.0, np.float32)
    out = np.zeros_like(labels)
    margin = int(6 * sigma)
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        if box is None:
            continue
        wide = tuple(slice(max(0, part.start - margin), part.stop + margin) for part in box)
        share = cv2.GaussianBlur((labels[wide] == number).astype(np.float32), (0, 0), sigma)
        stronger = share > best[wide]
        best[wide][stronger] = share[stronger]
        out[wide][stronger] = number
    out[~mask] = 0
    for number, box in enumerate(ndimage.find_objects(out), start=1):
        if box is not None:
            _drop_strays(out[box], number, smallest)
    return filled_from_nearest(out, mask)


def _drop_strays(labels: Labels, number: int, smallest: float) -> None:
    pieces, count = ndimage.label(labels == number)
    if count > 1:
        sizes = np.bincount(pieces.ravel())[1:]
        stray = np.concatenate([[False], sizes < max(smallest, _SMALL_SHARE * sizes.max())])
        labels[stray[pieces]] = 0


def mirrored_halves(labels: Labels, keys: list[Key]) -> Labels:
    """Give the picture's left half the right one's mirror image, with halves exchanged."""
    opposite = [0] + [keys.index(replace(key, half=-key.half)) + 1 for key in keys]
    middle = labels.shape[1] // 2
    right = labels[:, middle:]
    # What has strayed over the midline to the wrong half counts as its own mirror image.
    wrong = np.array([False] + [key.half < 0 for key in keys])
    right = np.where(wrong[right], np.array(opposite)[right], right)
    return np.concatenate([np.array(opposite)[right[:, ::-1]], right], axis=1).astype(np.int32)
