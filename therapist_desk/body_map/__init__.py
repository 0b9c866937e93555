"""The body-map widget: geometry, marks and gestures. Knows nothing of storage."""

from __future__ import annotations

from therapist_desk.body_map.accessibility.reader import install_accessibility
from therapist_desk.body_map.colours import DARK, LIGHT, MapColours, colours_for
from therapist_desk.body_map.figure.view_transform import Framing
from therapist_desk.body_map.marks.symbols import draw_symbol, ink_off_figure, ink_on_figure
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.body_map.typical_areas import TypicalAreas
from therapist_desk.body_map.widget import BodyMap

__all__ = [
    "DARK",
    "LIGHT",
    "BodyMap",
    "Framing",
    "MapColours",
    "PlacedMark",
    "TypicalAreas",
    "colours_for",
    "draw_symbol",
    "ink_off_figure",
    "ink_on_figure",
    "install_accessibility",
]
