"""On which picture a mark was made, and the words for directions on it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup, Sight
from therapist_desk.domain.findings.mark import Mark

_DIAGONAL: Final = math.sin(math.radians(22.5))
_PICTURES: Final[Mapping[Closeup, str]] = MappingProxyType(
    {
        Closeup.HEAD_FRONT: "front of head and neck",
        Closeup.HEAD_BACK: "back of head and neck",
        Closeup.HEAD_SIDE: "{side} side of head and neck",
        Closeup.HAND_PALMAR: "palm of {side} hand",
        Closeup.HAND_DORSAL: "back of {side} hand",
        Closeup.FOOT_DORSAL: "top of {side} foot",
        Closeup.FOOT_PLANTAR: "sole of {side} foot",
        Closeup.LEG_MEDIAL: "inner side of {side} leg",
        Closeup.ARM_MEDIAL: "inner side of {side} arm",
    }
)
_SURFACES: Final[Mapping[Closeup, str]] = MappingProxyType(
    {
        Closeup.HAND_PALMAR: "palmar side",
        Closeup.HAND_DORSAL: "dorsal side",
        Closeup.FOOT_DORSAL: "dorsal side",
        Closeup.FOOT_PLANTAR: "plantar side",
    }
)
_TWO_SURFACES: Final = ("thumb", "finger_", "toe_", "mt_head")

# For the left limb, as it is drawn large: up, down, picture right, picture left. Hands and soles point up, the top of
# the foot points down.
_OWN_DIRECTIONS: Final[Mapping[Closeup, tuple[str, str, str, str]]] = MappingProxyType(
    {
        Closeup.HAND_PALMAR: ("distal", "proximal", "ulnar", "radial"),
        Closeup.HAND_DORSAL: ("distal", "proximal", "radial", "ulnar"),
        Closeup.FOOT_DORSAL: ("proximal", "distal", "lateral", "medial"),
        Closeup.FOOT_PLANTAR: ("distal", "proximal", "lateral", "medial"),
    }
)


def picture_words(mark: Mark) -> str:
    """Name the picture on which a mark was made, for one that lies in no region: "back view"."""
    return sight_words(mark.sight)


def sight_words(sight: Sight) -> str:
    """Name a picture of the body: "back view", "palm of left hand"."""
    if isinstance(sight, SidedCloseup):
        return _PICTURES[sight.closeup].format(side=sight.side.value)
    return f"{sight.value} view"


def surface_words(mark: Mark) -> str:
    """Say which surface of a finger, toe or ball of the foot was marked, as both bear one name; else empty."""
    if mark.closeup is None or not mark.regions or not mark.regions[0].region.startswith(_TWO_SURFACES):
        return ""
    return _SURFACES.get(mark.closeup.closeup, "")


def direction_words(mark: Mark) -> str:
    """Name the way a restriction is stuck on the client's body: "up and lateral".

    `direction` turns clockwise from up on the picture. Across the picture means lateral or medial from the front and
    back (left or right at the midline), anterior or posterior from the side. On a hand or a foot shown large, up and
    down mean proximal and distal, and across the hand radial and ulnar.
    """
    if mark.direction is None:
        return ""
    upwards, downwards, rightwards, leftwards = _directions(mark)
    turn = math.radians(mark.direction)
    up, across = math.cos(turn), math.sin(turn)
    words = []
    if abs(up) > _DIAGONAL:
        words.append(upwards if up > 0 else downwards)
    if abs(across) > _DIAGONAL:
        words.append(rightwards if across > 0 else leftwards)
    return " and ".join(words)


def _directions(mark: Mark) -> tuple[str, str, str, str]:
    """Give the words for up, down, right and left on the picture."""
    own = None if mark.closeup is None else _OWN_DIRECTIONS.get(mark.closeup.closeup)
    if own is None or mark.closeup is None:
        right, left = (_across(mark.view, mark.side, to_picture_right=to_right) for to_right in (True, False))
        return "up", "down", right, left
    up, down, right, left = own
    return (up, down, left, right) if mark.closeup.side is Side.RIGHT else own


def _across(view: View, side: Side | None, *, to_picture_right: bool) -> str:
    if view in (View.LEFT, View.RIGHT):
        # The left view looks towards the left edge of the picture, the right view towards the right edge.
        return "anterior" if to_picture_right is (view is View.RIGHT) else "posterior"
    towards = Side.RIGHT if to_picture_right is (view is View.BACK) else Side.LEFT
    if side in (Side.LEFT, Side.RIGHT):
        return "lateral" if side is towards else "medial"
    return towards.value
