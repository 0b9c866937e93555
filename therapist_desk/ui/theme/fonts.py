"""Which family the windows use, and the type scale in logical pixels."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

BODY_PIXELS = 13
# DejaVu Sans runs a tenth wider than the families the screens were drawn for.
WIDE_BODY_PIXELS = 12

_WIDE = "DejaVu Sans"
_STAND_INS = ("Noto Sans", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Inter", "Cantarell", "Ubuntu")


class Text(Enum):
    """A role of text: pixel size and weight. BODY and BODY_STRONG follow the application font's size."""

    CAPTION = (11, 400)
    CAPTION_STRONG = (11, 600)
    SECONDARY = (12, 400)
    SECONDARY_STRONG = (12, 600)
    BODY = (BODY_PIXELS, 400)
    CONTROL = (BODY_PIXELS, 500)
    BODY_STRONG = (BODY_PIXELS, 600)
    LEAD = (15, 400)
    TITLE = (15, 600)
    COUNTER = (28, 600)
    COUNTER_SMALL = (24, 600)
    DISPLAY = (22, 600)


def font(text: Text) -> QFont:
    """The application's family in the size and weight of `text`, with figures of equal width."""
    result = QFont(QGuiApplication.font())
    pixels, weight = text.value
    if pixels != BODY_PIXELS:
        result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def text_width(content: str, text: Text) -> float:
    """The width of `content` on one line, in logical pixels."""
    return QFontMetricsF(font(text)).horizontalAdvance(content)


def ui_family(system: str, installed: Collection[str]) -> str:
    """The family to draw windows in: the system's, unless it is missing or too wide and a better one is there."""
    if system in installed and system != _WIDE:
        return system
    return next((family for family in _STAND_INS if family in installed), system)


def application_font() -> QFont:
    """The font for QApplication.setFont: 13 px, or 12 px where only a wide family is installed."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # A generic name such as "Sans Serif" stands for whatever family the platform resolves it to.
    resolved = QFontInfo(system).family()
    family = ui_family(resolved, set(QFontDatabase.families()))
    result = QFont(system)
    if family != resolved:
        result.setFamily(family)
    wide = QFontInfo(result).family() == _WIDE
    result.setPixelSize(WIDE_BODY_PIXELS if wide else BODY_PIXELS)
    return result
