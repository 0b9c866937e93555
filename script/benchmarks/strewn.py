"""Marks strewn over the trunk for the map's figures, the same each time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.findings.mark import SCALES, Mark, MarkKind, Point
from therapist_desk.domain.ids import MarkId

if TYPE_CHECKING:
    from therapist_desk.body_map import BodyMap

_EVERY: Final = 50
"""Of so many marks one, an active trigger point, refers to another region."""


def strewn_marks(body_map: BodyMap, wanted: int, begin: int = 0) -> tuple[Mark, ...]:
    """Strew marks of all kinds, graded where they have a scale; `begin` numbers the first."""
    view, chance, kinds = body_map.figure_view, random.Random(begin), list(MarkKind)  # noqa: S311 - no secret
    marks: list[Mark] = []
    while len(marks) < wanted:
        point = Point(chance.randrange(view.width), chance.randrange(300, 3800))
        regions = view.regions_of(point)
        if regions:
            kind = kinds[len(marks) % len(kinds)]
            refers_to: tuple[RegionRef, ...] = ()
            if kind is MarkKind.TRIGGER_ACTIVE and len(marks) % _EVERY < len(kinds):
                refers_to = (chance.choice(view.regions).ref,)
            marks.append(
                Mark(
                    id=MarkId(f"mark-{begin + len(marks)}"),
                    kind=kind,
                    figure=view.figure,
                    atlas_version=body_map.atlas.version,
                    view=view.view,
                    shape=point,
                    regions=regions,
                    before=None if SCALES[kind] is None else 2,
                    refers_to=refers_to,
                )
            )
    return tuple(marks)
