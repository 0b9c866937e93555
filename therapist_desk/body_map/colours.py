"""The colours that the map is drawn in, for a light and a dark window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QColor, QPalette

from therapist_desk.domain.findings.mark import MarkKind

_MIDDLE_LIGHTNESS = 128


@dataclass(frozen=True, slots=True)
class KindColours:
    """A kind's colour: `on_figure` in both themes; `off_figure_dark` in lists on a dark ground."""

    on_figure: QColor
    off_figure_dark: QColor
    fill: QColor


def _kind(light: str, dark: str, fill: str | None = None) -> KindColours:
    return KindColours(QColor(light), QColor(dark), QColor(fill or light))


KIND_COLOURS: Final[Mapping[MarkKind, KindColours]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: _kind("#86195E", "#F09AD3"),
        MarkKind.TRIGGER_LATENT: _kind("#86195E", "#F09AD3"),
        MarkKind.TENDER: _kind("#A84A00", "#F3A866"),
        MarkKind.HYPERTONICITY: _kind("#5A3FA6", "#BBA6F7"),
        MarkKind.FASCIAL: _kind("#1D4E89", "#93BCF2"),
        MarkKind.PAIN: _kind("#A85208", "#F3A866", "#C2630C"),
        MarkKind.NUMBNESS: _kind("#44525A", "#BAC7CE"),
        MarkKind.SWELLING: _kind("#0F76A8", "#73C8EE"),
        MarkKind.SKIN: _kind("#6B4423", "#D6AE88"),
        MarkKind.DO_NOT_WORK: _kind("#B3261E", "#FF9A90"),
    }
)

# The atlas's own tones, base first, then the bands from the lightest to the darkest.
_TONES: Final = ("#F6EEE7", "#F0E5DC", "#E9DACE", "#E0CEC0", "#D5C0B1", "#C7AF9F", "#B69C8C")
_DUSK: Final = QColor("#4A2F1F")
_DUSK_SHARE: Final = 0.2


def _dusky(tone: str) -> QColor:
    colour = QColor(tone)

    def mix(day: int, dusk: int) -> int:
        return round(day * (1 - _DUSK_SHARE) + dusk * _DUSK_SHARE)

    return QColor(
        mix(colour.red(), _DUSK.red()), mix(colour.green(), _DUSK.green()), mix(colour.blue(), _DUSK.blue())
    )


@dataclass(frozen=True, slots=True)
class MapColours:
    """Every colour of the map that is not a kind's own.

    `tones` are the base, then the bands from the lightest to the darkest. `border` carries its own alpha.
    """

    ground: QColor
    card: QColor
    edge: QColor
    ink: QColor
    ink2: QColor
    accent: QColor
    tones: tuple[QColor, ...]
    line: QColor
    border: QColor


def _with_alpha(name: str, alpha: float) -> QColor:
    colour = QColor(name)
    colour.setAlphaF(alpha)
    return colour


LIGHT: Final = MapColours(
    ground=QColor("#FAF8F5"),
    card=QColor("#FFFFFF"),
    edge=QColor("#E2DDD5"),
    ink=QColor("#1E282B"),
    ink2=QColor("#4A5659"),
    accent=QColor("#0F6B6E"),
    tones=tuple(QColor(tone) for tone in _TONES),
    line=QColor("#6B574C"),
    border=_with_alpha("#A9604A", 0.5),
)

DARK: Final = MapColours(
    ground=QColor("#181E21"),
    card=QColor("#1D2427"),
    edge=QColor("#303A3E"),
    ink=QColor("#E8EDED"),
    ink2=QColor("#B7C3C5"),
    accent=QColor("#68C8C3"),
    tones=tuple(_dusky(tone) for tone in _TONES),
    line=QColor("#3A2E28"),
    border=_with_alpha("#8F4C38", 0.5),
)


def colours_for(palette: QPalette) -> MapColours:
    """Choose by how light the palette's window is."""
    return DARK if palette.window().color().lightness() < _MIDDLE_LIGHTNESS else LIGHT
