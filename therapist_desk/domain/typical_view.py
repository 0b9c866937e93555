"""What one picture of the body shows of a muscle's typical referral, and where the muscle itself is palpated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.findings.closeup import CLOSEUPS, Sight
from therapist_desk.domain.typical_referral import LABEL, ReferralArea, TypicalReferral, referred_regions

_LOOKED_AT: Final[tuple[Sight, ...]] = (View.BACK, View.FRONT, View.RIGHT, View.LEFT, *CLOSEUPS)
"""Where a muscle is looked for: first where it can be palpated from the front or the back, last on a close-up."""
_PICTURES: Final[tuple[Sight, ...]] = (*View, *CLOSEUPS)


@dataclass(frozen=True, slots=True)
class ShownReferral:
    """A muscle's typical referral on one picture: regions of the `leading` area and of the `further` ones.

    `elsewhere` names the areas that only another picture shows, by that picture: a whole view before any close-up.
    `nowhere` are those that no picture can show, `also` the muscles under the same place of which nothing is shown.
    """

    referral: TypicalReferral
    leading: tuple[Region, ...]
    further: tuple[Region, ...]
    elsewhere: tuple[tuple[Sight, tuple[str, ...]], ...] = ()
    nowhere: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """As the map heads it, with what it rests on: never a diagnosis."""
        return f"{self.referral.muscle}: {LABEL}, {self.referral.basis.value}, not a diagnosis"


def shown_referral(
    referral: TypicalReferral, views: Mapping[Sight, FigureView], sight: Sight, side: Side | None
) -> ShownReferral:
    """Give what `sight` shows of a muscle of that side, and on which pictures the other areas are."""
    leading = _regions(referral, referral.areas[:1], views[sight], side)
    every = referred_regions(referral, views[sight], side)
    elsewhere: dict[Sight, list[str]] = {}
    nowhere: list[str] = []
    for area in referral.areas:
        seen = _shown_on(referral, area, views, sight, side)
        if seen is None:
            nowhere.append(area.words)
        elif seen != sight:
            elsewhere.setdefault(seen, []).append(area.words)
    return ShownReferral(
        referral,
        leading,
        tuple(region for region in every if region not in leading),
        tuple((other, tuple(words)) for other, words in elsewhere.items()),
        tuple(nowhere),
    )


def _shown_on(
    referral: TypicalReferral, area: ReferralArea, views: Mapping[Sight, FigureView], sight: Sight, side: Side | None
) -> Sight | None:
    """Give the picture to see an area on: `sight`, else the first whole view, else the close-up that shows most."""
    shows = {
        other: len(_regions(referral, (area,), views[other], side)) for other in (sight, *_PICTURES) if other in views
    }
    whole = next((other for other in (sight, *View) if shows.get(other)), None)
    return whole or max(
        (other for other in CLOSEUPS if shows.get(other)), key=lambda other: shows[other], default=None
    )


def foremost(
    found: Iterable[TypicalReferral], views: Mapping[Sight, FigureView], sight: Sight, side: Side | None
) -> ShownReferral | None:
    """Show the first of the muscles under a place, and name the others: all at once would flood the figure."""
    every = tuple(found)
    if not every:
        return None
    return replace(shown_referral(every[0], views, sight, side), also=tuple(each.muscle for each in every[1:]))


def where_to_palpate(
    referral: TypicalReferral, views: Mapping[Sight, FigureView], first: Sight, side: Side
) -> tuple[Sight, Region] | None:
    """Give a region in which a muscle is palpated, and a picture that shows it; the one named first, if it does.

    A region that is the muscle comes before one under which it lies. For both sides it is the client's right.
    """
    sides = (side,) if side in (Side.LEFT, Side.RIGHT) else (Side.RIGHT, Side.LEFT, Side.MIDLINE)
    found = [
        (region.ref.region not in referral.structures, place, sight, region)
        for place, sight in enumerate(dict.fromkeys((first, *_LOOKED_AT)))
        if sight in views
        for each in (*sides, Side.MIDLINE)
        for region in views[sight].regions
        if region.ref.side is each and _lies_under(referral, region)
    ]
    best = min(found, key=lambda each: each[:2], default=None)
    return None if best is None else best[2:]


def _lies_under(referral: TypicalReferral, region: Region) -> bool:
    structures = [layer.structure for layer in region.layers] or [region.ref.region]
    return any(referral.lies_in(region.ref.region, structure) for structure in structures)


def _regions(
    referral: TypicalReferral, areas: tuple[ReferralArea, ...], figure_view: FigureView, side: Side | None
) -> tuple[Region, ...]:
    return referred_regions(replace(referral, areas=areas), figure_view, side)
