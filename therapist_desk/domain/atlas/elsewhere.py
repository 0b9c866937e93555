"""Marks of another picture, pointed out where they lie on this one.

A mark on a close-up belongs to it: its numbers mean nothing on the whole figure. The whole view that is its home
points out how many there are at their region, and a close-up does the same for what was marked on the whole figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.findings.closeup import Closeup, Sight
from therapist_desk.domain.findings.mark import Mark, WholeRegion

_COARSER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "finger_index": "fingers",
        "finger_middle": "fingers",
        "finger_ring": "fingers",
        "finger_little": "fingers",
        "palm_distal": "palm",
        "adductor_pollicis": "thenar",
        "forearm_flex": "wrist",
        "forearm_ext": "wrist_dors",
        "toe_1": "toes",
        "toe_2": "toes",
        "toe_3": "toes",
        "toe_4": "toes",
        "toe_5": "toes",
        "mt_head_1": "toes",
        "mt_heads": "toes",
        "ankle_post": "ankle_ant",
        "ankle_lat": "ankle_ant",
        "edl": "tib_ant",
        "add_magnus": "adductors",
        "semi": "gracilis",
        "soleus": "gastroc_med",
        "achilles": "ankle_ant",
        "triceps_medial": "triceps_med",
        "triceps_long": "triceps_med",
        "elbow": "pron_teres",
        "epicondyle_med": "pron_teres",
        "anconeus": "pron_teres",
        "ecu": "fcu",
        "wrist_dors": "wrist",
    }
)
"""Where the home view has no such region: one that holds it there, or covers it."""

_MIDDLE: Final[Mapping[Closeup, str]] = MappingProxyType(
    {
        Closeup.HEAD_FRONT: "nose",
        Closeup.HEAD_BACK: "occipitalis",
        Closeup.HEAD_SIDE: "ear",
        Closeup.HAND_PALMAR: "palm",
        Closeup.HAND_DORSAL: "hand_dors",
        Closeup.FOOT_DORSAL: "foot_dors",
        Closeup.FOOT_PLANTAR: "heel",
        Closeup.LEG_MEDIAL: "knee_med",
        Closeup.ARM_MEDIAL: "biceps",
    }
)
"""Where a close-up's marks are pointed out on the whole figure when it knows their region by no name."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another picture, `sight`, has marked in a region of this one."""

    sight: Sight
    region: Region
    marks: tuple[Mark, ...]


def marked_elsewhere(figure_view: FigureView, marks: Iterable[Mark]) -> tuple[Elsewhere, ...]:
    """Group what is marked on the other picture of the same part by where it lies on this one, in the marks' order.

    A whole view points to the close-ups whose home it is, a close-up to its home. The place is approximate: it
    is the region's.
    """
    found: dict[tuple[Sight, int], tuple[Region, list[Mark]]] = {}
    for mark in marks:
        region = place_of_other(mark, figure_view)
        if region is not None:
            found.setdefault((mark.sight, id(region)), (region, []))[1].append(mark)
    return tuple(Elsewhere(sight, region, tuple(grouped)) for (sight, _), (region, grouped) in found.items())


def place_of_other(mark: Mark, figure_view: FigureView) -> Region | None:
    """Give the region in which a mark of the other picture of the same part lies on this one; else None."""
    if mark.sight == figure_view.sight:
        return None
    if mark.closeup is not None:
        on_its_home = figure_view.closeup is None and mark.home is figure_view.view
        return next(_homes(mark, figure_view), None) if on_its_home else None
    if figure_view.closeup is None or figure_view.closeup.home is not mark.view:
        return None
    return next(iter(figure_view.shown(mark.regions)), None)


def standing_in(mark: Mark, figure_view: FigureView) -> Mark | None:
    """Give a point in place of a mark of the other picture, as a small picture of the whole body shows it."""
    region = place_of_other(mark, figure_view)
    if region is None:
        return None
    whole = isinstance(mark.shape, WholeRegion)
    shape = WholeRegion(region.anchor) if whole else region.anchor
    covered = figure_view.shown(mark.regions) or (region,)
    regions = tuple(region.ref for region in covered) if whole else mark.regions
    return replace(
        mark,
        figure=figure_view.figure,
        atlas_version=figure_view.version or mark.atlas_version,
        view=figure_view.view,
        closeup=figure_view.closeup,
        shape=shape,
        regions=regions,
    )


def _homes(mark: Mark, figure_view: FigureView) -> Iterator[Region]:
    yield from figure_view.shown(mark.regions)
    names = [_COARSER[ref.region] for ref in mark.regions if ref.region in _COARSER]
    if mark.closeup is not None:
        names.append(_MIDDLE[mark.closeup.closeup])
        for name in names:
            for side in (mark.closeup.side, Side.RIGHT):
                region = figure_view.find(name, side)
                if region is not None:
                    yield region
