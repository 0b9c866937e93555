"""The close-ups of the atlas."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import View


class Closeup(StrEnum):
    """A part of the body shown large. The value is its name in the atlas's file."""

    HEAD_FRONT = "head_front"
    HEAD_BACK = "head_back"
    HEAD_SIDE = "head_side"
    HAND_PALMAR = "hand_palmar"
    HAND_DORSAL = "hand_dorsal"
    FOOT_DORSAL = "foot_dorsal"
    FOOT_PLANTAR = "foot_plantar"
    LEG_MEDIAL = "leg_medial"
    ARM_MEDIAL = "arm_medial"

    @property
    def paired(self) -> bool:
        """Tell whether there is one for each side of the body."""
        return self not in {Closeup.HEAD_FRONT, Closeup.HEAD_BACK}


SEEN_FROM: Final[Mapping[Closeup, tuple[View, View]]] = MappingProxyType(
    {
        Closeup.HEAD_FRONT: (View.FRONT, View.FRONT),
        Closeup.HEAD_BACK: (View.BACK, View.BACK),
        Closeup.HEAD_SIDE: (View.LEFT, View.RIGHT),
        Closeup.HAND_PALMAR: (View.FRONT, View.FRONT),
        Closeup.HAND_DORSAL: (View.BACK, View.BACK),
        Closeup.FOOT_DORSAL: (View.FRONT, View.FRONT),
        Closeup.FOOT_PLANTAR: (View.BACK, View.BACK),
        Closeup.LEG_MEDIAL: (View.RIGHT, View.LEFT),
        Closeup.ARM_MEDIAL: (View.RIGHT, View.LEFT),
    }
)
"""The whole view that comes nearest to a close-up of the left side, and of the right.

The inner side of the left leg is seen from the client's right.
"""
