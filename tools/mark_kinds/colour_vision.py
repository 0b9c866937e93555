"""How colours look to people who lack one kind of cone, for the proof that kinds of mark differ by shape.

Matrices of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0, on linear sRGB.
The numbers were read in public implementations that cite the paper and agree with each other, not in the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from PySide6.QtGui import QColor, QImage

Row: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Row, Row, Row]

DEFICIENCIES: Final[Mapping[str, Matrix]] = MappingProxyType(
    {
        "protanopia": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "deuteranopia": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        "tritanopia": (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ),
    }
)
_KNEE, _KNEE_LINEAR = 0.04045, 0.0031308  # where sRGB's curve begins (IEC 61966-2-1)


def seen_as(colour: QColor, matrix: Matrix) -> QColor:
    """Give a colour as it is seen with a deficiency."""
    light = [_to_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    red, green, blue = (_from_linear(sum(a * b for a, b in zip(row, light, strict=True))) for row in matrix)
    return QColor.fromRgbF(red, green, blue)


def picture_seen_as(picture: QImage, matrix: Matrix) -> QImage:
    """Give a picture as it is seen with a deficiency."""
    seen = picture.convertToFormat(QImage.Format.Format_RGB32)
    known: dict[int, int] = {}
    for y in range(seen.height()):
        for x in range(seen.width()):
            pixel = seen.pixel(x, y)
            if pixel not in known:
                known[pixel] = seen_as(QColor.fromRgb(pixel), matrix).rgb()
            seen.setPixel(x, y, known[pixel])
    return seen


def _to_linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else float(((part + 0.055) / 1.055) ** 2.4)


def _from_linear(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return light * 12.92 if light <= _KNEE_LINEAR else float(1.055 * light ** (1 / 2.4) - 0.055)
