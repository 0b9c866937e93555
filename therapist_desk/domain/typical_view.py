"""What one view of the figure shows of a muscle's typical referral, and where the muscle itself is palpated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.typical_referral import LABEL, ReferralArea, TypicalReferral, referred_regions

_LOOKED_AT: Final = (View.BACK, View.FRONT, View.RIGHT, View.LEFT)
"""Where a muscle is looked for: first where it can be palpated from the front or the back."""


@dataclass(frozen=True, slots=True)
class ShownReferral:
    """A muscle's typical referral on one view: regions of the `leading` area and of the `further` ones.

    `elsewhere` names the areas that only another view shows, by the first such view; `nowhere` those that the
    figure cannot show. `also` are muscles under the same place of which nothing is shown.
    """

    referral: TypicalReferral
    leading: tuple[Region, ...]
    further: tuple[Region, ...]
    elsewhere: tuple[tuple[View, tuple[str, ...]], ...] = ()
    nowhere: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """As the map heads it, with what it rests on: never a diagnosis."""
        return f"{self.referral.muscle}: {LABEL}, {self.referral.basis.value}, not a diagnosis"


def shown_referral(
    referral: TypicalReferral, views: Mapping[View, FigureView], view: View, side: Side | None
) -> ShownReferral:
    """Give what `view` shows of a muscle of that side, and in which views the other areas are."""
    leading = _regions(referral, referral.areas[:1], views[view], side)
    every = referred_regions(referral, views[view], side)
    elsewhere: dict[View, list[str]] = {}
    nowhere: list[str] = []
    for area in referral.areas:
        seen = [
            other for other in (view, *View) if other in views and _regions(referral, (area,), views[other], side)
        ]
        if not seen:
            nowhere.append(area.words)
        elif seen[0] is not view:
            elsewhere.setdefault(seen[0], []).append(area.words)
    return ShownReferral(
        referral,
        leading,
        tuple(region for region in every if region not in leading),
        tuple((other, tuple(words)) for other, words in elsewhere.items()),
        tuple(nowhere),
    )


def outermost(
    found: Iterable[TypicalReferral], views: Mapping[View, FigureView], view: View, side: Side | None
) -> ShownReferral | None:
    """Show the outermost of the muscles under a place, and name the others: all at once would flood the figure."""
    every = tuple(found)
    if not every:
        return None
    return replace(shown_referral(every[0], views, view, side), also=tuple(each.muscle for each in every[1:]))


def where_to_palpate(
    referral: TypicalReferral, views: Mapping[View, FigureView], first: View, side: Side
) -> tuple[View, Region] | None:
    """Give a region in which a muscle is palpated, and a view that shows it; the view named first, if it does.

    A region that is the muscle comes before one under which it lies. For both sides it is the client's right.
    """
    sides = (side,) if side in (Side.LEFT, Side.RIGHT) else (Side.RIGHT, Side.LEFT, Side.MIDLINE)
    found = [
        (region.ref.region not in referral.structures, place, view, region)
        for place, view in enumerate(dict.fromkeys((first, *_LOOKED_AT)))
        for each in (*sides, Side.MIDLINE)
        for region in views[view].regions
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
