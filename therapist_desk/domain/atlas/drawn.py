"""What of a mark is drawn on a picture: its symbol, the area it covers, or both. Screen and paper ask here."""

from __future__ import annotations

from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.atlas.stroke import outline_of
from therapist_desk.domain.findings.mark import AREA_KINDS, Area, Mark, WholeRegion


def whole_regions(mark: Mark, figure_view: FigureView) -> tuple[Region, ...]:
    """Give the regions of this picture that a mark takes whole: those of its own that the picture shows.

    None of them is left: nothing is covered, since what lies there now is not what was marked. A mark that names no
    region takes the one it stands in.
    """
    if not isinstance(mark.shape, WholeRegion):
        return ()
    if mark.regions:
        return figure_view.shown(mark.regions)
    region = figure_view.region_at(mark.shape.anchor)
    return () if region is None else (region,)


def covered_by(mark: Mark, figure_view: FigureView) -> tuple[Curve, ...]:
    """Give the outlines of what a mark covers on this picture: none of a point, or of a region that is gone."""
    if isinstance(mark.shape, Area):
        return (outline_of(mark.shape),)
    return tuple(ring for region in whole_regions(mark, figure_view) for ring in region.rings)


def has_texture(mark: Mark, *, covers: bool) -> bool:
    """Tell whether a mark that `covers` something is shown by its kind's texture, and not by its symbol."""
    return covers and mark.kind in AREA_KINDS
