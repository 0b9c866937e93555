"""Where pages lie below each other in a view, in whole logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QSize, QSizeF

SIDE: Final = 28
GAP: Final = 16
LEAST_SCALE: Final = 0.25
MOST_SCALE: Final = 5.0
STEP: Final = 1.25


class Fit(StrEnum):
    """How a page fills the view."""

    WIDTH = "width"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The places of the pages, and the size of all of them with the ground around."""

    places: tuple[QRect, ...]
    size: QSize

    def page_at(self, y: int) -> int:
        """Give the page at height `y`, or the one before where `y` is between two."""
        return max((number for number, place in enumerate(self.places) if place.top() - GAP <= y), default=0)


def fitting_scale(fit: Fit, pages: Sequence[QSizeF], room: QSize) -> float:
    """Give the logical pixels a point takes so that the largest page fills `room` as `fit` says."""
    wide = (room.width() - 2 * SIDE) / max(page.width() for page in pages)
    if fit is Fit.WIDTH:
        return max(LEAST_SCALE, wide)
    return max(LEAST_SCALE, min(wide, (room.height() - 2 * GAP) / max(page.height() for page in pages)))


def place_pages(pages: Sequence[QSizeF], scale: float, room: QSize) -> PageLayout:
    """Put pages below each other, in the middle of the width of `room`."""
    sizes = [QSize(round(page.width() * scale), round(page.height() * scale)) for page in pages]
    width = max(room.width(), max(size.width() for size in sizes) + 2 * GAP)
    top, places = GAP, []
    for size in sizes:
        places.append(QRect((width - size.width()) // 2, top, size.width(), size.height()))
        top += size.height() + GAP
    return PageLayout(tuple(places), QSize(width, top))
