"""Procedure numbers: which of them are billed by time."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final


class Timing(Enum):
    """How time counts under a number.

    UNSTATED are the unlisted ones, where the number itself does not say: they are billed once, with a report.
    """

    TIMED = auto()
    UNTIMED = auto()
    UNSTATED = auto()


_TIMED: Final = (
    "97032",
    "97033",
    "97035",
    "97110",
    "97112",
    "97116",
    "97124",
    "97140",
    "97530",
    "97535",
    "97750",
    "S8950",
)
_UNTIMED: Final = (
    "97010",
    "97012",
    "97014",
    "97016",
    "97018",
    "97022",
    "97026",
    "97150",
    "97161",
    "97162",
    "97163",
    "97164",
)
_UNSTATED: Final = ("97039", "97139")

PROCEDURES: Final[Mapping[str, Timing]] = MappingProxyType(
    dict.fromkeys(_TIMED, Timing.TIMED)
    | dict.fromkeys(_UNTIMED, Timing.UNTIMED)
    | dict.fromkeys(_UNSTATED, Timing.UNSTATED)
)
"""Every number that can be billed. The words, sources and notes are data, in resources/codes/procedures.json."""
