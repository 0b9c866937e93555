"""What a gesture on the map asks for."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.anatomy import Figure, RegionRef, View
from therapist_desk.domain.findings.closeup import SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind, Shape


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark that someone placed and that nobody has stored yet."""

    kind: MarkKind
    view: View
    shape: Shape
    regions: tuple[RegionRef, ...]
    figure: Figure
    atlas_version: str
    direction: int | None = None
    closeup: SidedCloseup | None = None
