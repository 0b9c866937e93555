"""Letting a close-up fade into the paper where the body is cut."""

from __future__ import annotations

from typing import Any, Final

from therapist_desk.reports.layout.ink import PAPER
from therapist_desk.reports.maps.figure import Placement

_STEPS: Final = 16
_GONE: Final = 0.92
"""Where on the way to the edge nothing is left, so that the outline along the cut is gone as well."""
_OUTLINE: Final = 60


def draw_fades(canvas: Any, placement: Placement) -> None:
    """Cover a drawn figure with paper towards each edge that cuts the body; whole bodies have none.

    Veils lie over each other, each from its own place to beyond the edge, so that no seam shows between two. How
    much they cover together grows evenly from nothing to all.
    """
    view, scale = placement.view, placement.scale
    left, top = placement.at(-_OUTLINE, -_OUTLINE)
    right, bottom = placement.at(view.width + _OUTLINE, view.height + _OUTLINE)
    canvas.saveState()
    canvas.setFillColor(PAPER)
    for fade in view.fades:
        start, end = placement.at(fade.start.x, fade.start.y), placement.at(fade.end.x, fade.end.y)
        upright = fade.start.x == fade.end.x
        begin, way = (start[1], end[1] - start[1]) if upright else (start[0], end[0] - start[0])
        beyond = (_OUTLINE * scale) * (1 if way > 0 else -1)
        stop = (end[1] if upright else end[0]) + beyond
        for step in range(_STEPS):
            canvas.setFillAlpha(1 / (_STEPS - step))
            at = begin + way * _GONE * step / (_STEPS - 1)
            if upright:
                canvas.rect(left, min(at, stop), right - left, abs(stop - at), stroke=0, fill=1)
            else:
                canvas.rect(min(at, stop), bottom, abs(stop - at), top - bottom, stroke=0, fill=1)
    canvas.restoreState()
