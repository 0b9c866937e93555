"""Where things stand on the first window, in logical pixels: shared by its first picture and by its form."""

from __future__ import annotations

from typing import Final

FIGURE: Final = 520
FIGURE_NARROW: Final = 400
FORM: Final = 846
FIGURE_FROM: Final = 960
"""Below this width the figure leaves its room to the panel."""
COLUMN: Final = 400
PAGE_X: Final = 24
PAGE_Y: Final = 16
GAP: Final = 16
CARD: Final = 56
CARD_GAP: Final = 8
FIELD: Final = 44
BELOW_FIELD: Final = 165
"""From the passphrase field to the end of the form: Caps Lock, the button and two lines of links."""
NAME_LEFT: Final = 92
NAME_TOP: Final = 36
_FIGURE_SHOWN: Final = 556
_HIGHEST: Final = 110


def figure_top(height: int) -> int:
    """Where the picture begins in a window of this height: its feet are cut off before its head."""
    return max(_HIGHEST, height - _FIGURE_SHOWN)


def picture_name(*, dark: bool, ratio: int) -> str:
    """Name the file of a scheme and a pixel ratio of 1 or 2."""
    return f"back-{'dark' if dark else 'light'}{'@2x' if ratio > 1 else ''}.png"
