"""The body figure as plain numbers: outlines, tones, lines and named regions.

Screen and paper draw from here, so they cannot disagree. Lengths are tenths of a figure unit
(a figure is 1000 units high), x rightwards and y downwards on the picture.
"""

from __future__ import annotations

from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.figure_view import Crease, Fade, FigureView
from therapist_desk.domain.atlas.library import Atlas, CloseupMissingError
from therapist_desk.domain.atlas.reader import AtlasDamagedError
from therapist_desk.domain.atlas.region import Border, Layer, Region
from therapist_desk.domain.atlas.walk import next_region, spread, walked
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup, Sight

__all__ = [
    "Atlas",
    "AtlasDamagedError",
    "Border",
    "Closeup",
    "CloseupMissingError",
    "Crease",
    "Curve",
    "Fade",
    "FigureView",
    "Layer",
    "Region",
    "SidedCloseup",
    "Sight",
    "next_region",
    "spread",
    "walked",
]
