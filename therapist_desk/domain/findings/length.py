"""Lengths in the units that tapes have, one into another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

MILLIMETRES: Final[Mapping[str, Decimal]] = MappingProxyType(
    {"mm": Decimal(1), "cm": Decimal(10), "in": Decimal("25.4")}
)
_HUNDREDTH: Final = Decimal("0.01")


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Give a value of `unit` in the unit `wanted`, to a hundredth; None where one is not the other's kind."""
    if unit == wanted:
        return value
    if unit not in MILLIMETRES or wanted not in MILLIMETRES:
        return None
    exact = value * MILLIMETRES[unit] / MILLIMETRES[wanted]
    return exact.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize() + 0
