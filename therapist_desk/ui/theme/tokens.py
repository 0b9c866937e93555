"""Colours, space and size classes by name. Every text pair is at least 4.5:1, fields and focus 3:1."""

from __future__ import annotations

import dataclasses
from enum import Enum, IntEnum

from PySide6.QtGui import QColor, QGuiApplication


@dataclasses.dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme. A colour is named for what it is used for, never for its hue alone."""

    dark: bool
    win: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    line: QColor
    line2: QColor
    ctl: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    soft: QColor
    soft_line: QColor
    hot: QColor
    red: QColor
    red_fill: QColor
    red_line: QColor
    amber: QColor
    amber_fill: QColor
    amber_line: QColor
    green: QColor
    green_fill: QColor
    green_line: QColor
    rail: QColor
    rail_text: QColor
    rail_on: QColor


LIGHT = Tokens(
    dark=False,
    win=QColor("#F4F2EE"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#FAF8F5"),
    hover=QColor("#F1EEE9"),
    line=QColor("#E2DDD5"),
    line2=QColor("#C9C1B6"),
    ctl=QColor("#958C80"),
    ink=QColor("#1E282B"),
    ink2=QColor("#4A5659"),
    ink3=QColor("#626C70"),
    accent=QColor("#0F6B6E"),
    accent_hover=QColor("#0B5A5D"),
    on_accent=QColor("#FFFFFF"),
    soft=QColor("#E4F0EF"),
    soft_line=QColor("#9CC7C5"),
    hot=QColor("#BFDEDC"),
    red=QColor("#B3261E"),
    red_fill=QColor("#FCECEA"),
    red_line=QColor("#EBBBB6"),
    amber=QColor("#855000"),
    amber_fill=QColor("#FFF4DE"),
    amber_line=QColor("#E6C482"),
    green=QColor("#23693F"),
    green_fill=QColor("#E6F2E9"),
    green_line=QColor("#A9D2B5"),
    rail=QColor("#143A3D"),
    rail_text=QColor("#C9DEDD"),
    rail_on=QColor("#22575A"),
)

DARK = Tokens(
    dark=True,
    win=QColor("#14191B"),
    surface=QColor("#1D2427"),
    sunken=QColor("#181E21"),
    hover=QColor("#273034"),
    line=QColor("#303A3E"),
    line2=QColor("#465258"),
    ctl=QColor("#738187"),
    ink=QColor("#E8EDED"),
    ink2=QColor("#B7C3C5"),
    ink3=QColor("#98A6A9"),
    accent=QColor("#68C8C3"),
    accent_hover=QColor("#7FD6D1"),
    on_accent=QColor("#06201F"),
    soft=QColor("#1B3839"),
    soft_line=QColor("#2F6664"),
    hot=QColor("#2C5A5B"),
    red=QColor("#FF9C92"),
    red_fill=QColor("#42211E"),
    red_line=QColor("#7C3E38"),
    amber=QColor("#F2BE66"),
    amber_fill=QColor("#3A2D15"),
    amber_line=QColor("#6F5726"),
    green=QColor("#88D5A2"),
    green_fill=QColor("#1B3626"),
    green_line=QColor("#36664C"),
    rail=QColor("#0D1416"),
    rail_text=QColor("#A9BDBD"),
    rail_on=QColor("#1D3638"),
)

_MIDDLE_LIGHTNESS = 128


def current_tokens() -> Tokens:
    """The colours of the scheme that the application's palette shows now.

    Asked at paint time, so that a widget follows a change of scheme by repainting. The application's palette is
    asked, not a widget's: a style sheet rewrites the palettes of the widgets it fills.
    """
    return DARK if QGuiApplication.palette().window().color().lightness() < _MIDDLE_LIGHTNESS else LIGHT


class Space(IntEnum):
    """Distances in logical pixels; the grid is 8, inside a control 4."""

    INNER = 4
    GRID = 8
    GAP_DENSE = 12
    GAP = 16
    CARD = 16
    PAGE_Y = 16
    PAGE_X = 24


class Radius(IntEnum):
    """Corner radii in logical pixels; pills take half their height."""

    TAG = 4
    CONTROL = 6
    CARD = 8
    DIALOG = 12


class Height(IntEnum):
    """Heights of controls and rows in logical pixels."""

    PILL = 20
    CHIP = 24
    SMALL = 28
    CONTROL = 32
    LARGE = 40
    ENTRY = 44
    TIMER_BUTTON = 46
    ROW = 56


class SizeClass(Enum):
    """How much room a window has: as drawn, less than 720 high, or less than 1200 wide."""

    REGULAR = "regular"
    SHORT = "short"
    COMPACT = "compact"


_COMPACT_BELOW = 1200
_SHORT_BELOW = 720


def size_class(width: int, height: int) -> SizeClass:
    """The size class of a window of `width` x `height` logical pixels; a compact window may be short as well."""
    if width < _COMPACT_BELOW:
        return SizeClass.COMPACT
    return SizeClass.SHORT if height < _SHORT_BELOW else SizeClass.REGULAR
