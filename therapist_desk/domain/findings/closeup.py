"""The close-ups of the body, each of one side, and what a picture of the body shows altogether."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import Side, View


class Closeup(StrEnum):
    """A part of the body shown large. Its value stands in the atlas and in records: none is ever removed."""

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

# From the side the other limb covers the inner one; from the front its regions are seen.
_BEHIND_THE_OTHER: Final = frozenset({Closeup.LEG_MEDIAL, Closeup.ARM_MEDIAL})


@dataclass(frozen=True, slots=True)
class SidedCloseup:
    """A close-up of the client's left or right side; the front and the back of the head lie at the midline."""

    closeup: Closeup
    side: Side

    def __post_init__(self) -> None:
        if self.side not in ((Side.LEFT, Side.RIGHT) if self.closeup.paired else (Side.MIDLINE,)):
            raise ValueError("a paired close-up is of the left or the right, any other of the midline")

    @property
    def view(self) -> View:
        """The whole view whose directions it shares: what is in front there is in front here."""
        left, right = SEEN_FROM[self.closeup]
        return right if self.side is Side.RIGHT else left

    @property
    def home(self) -> View:
        """The whole view that shows where its marks lie."""
        return View.FRONT if self.closeup in _BEHIND_THE_OTHER else self.view

    @property
    def across(self) -> SidedCloseup:
        """The same of the client's other side; the head's front and back are their own."""
        if not self.closeup.paired:
            return self
        return SidedCloseup(self.closeup, Side.RIGHT if self.side is Side.LEFT else Side.LEFT)


CLOSEUPS: Final = tuple(
    SidedCloseup(closeup, side)
    for closeup in Closeup
    for side in ((Side.RIGHT, Side.LEFT) if closeup.paired else (Side.MIDLINE,))
)
"""Every close-up of either side."""

Sight: TypeAlias = View | SidedCloseup
"""What a picture shows: the whole body from one side, or a part of it."""
