"""Sides, views, figures and regions, as every layer names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Side(StrEnum):
    """A side of the client's own body, never of the picture."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"
    BILATERAL = "bilateral"


class Figure(StrEnum):
    """The shape of body drawn, chosen for each client."""

    NEUTRAL = "neutral"
    FEMALE = "female"
    MALE = "male"


class View(StrEnum):
    """From where the figure is seen."""

    FRONT = "front"
    BACK = "back"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class RegionRef:
    """A region as a mark names it: its id in the atlas, and its name and side as they were when marked.

    `region` is the atlas id without side ("trap_upper"); `name` has no side ("upper trapezius").
    """

    region: str
    name: str
    side: Side

    @property
    def words(self) -> str:
        """As a physician reads it: "right upper trapezius"; a midline region says no side."""
        if self.side is Side.MIDLINE:
            return self.name
        if self.side is Side.BILATERAL:
            return f"{self.name}, both sides"
        return f"{self.side.value} {self.name}"


def both_sides_as_one(refs: Iterable[RegionRef]) -> tuple[RegionRef, ...]:
    """Give the same regions, each named once: where both sides of one are there, as bilateral."""
    sides: dict[RegionRef, set[Side]] = {}
    for ref in refs:
        sides.setdefault(replace(ref, side=Side.BILATERAL), set()).add(ref.side)
    return tuple(ref if len(found) > 1 else replace(ref, side=found.pop()) for ref, found in sides.items())
