"""Typical referral: where trigger points of a muscle are often felt. It says where to feel and is no diagnosis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.outcomes.measure import Basis

LABEL: Final = "typical referral"
_EVERY_VIEW: Final = frozenset(View)
_EITHER: Final = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Place:
    """A region of the atlas, by its id without side, that stands for an area in these views."""

    region: str
    views: frozenset[View] = _EVERY_VIEW


@dataclass(frozen=True, slots=True)
class ReferralArea:
    """An area as its source words it, and where it lies on the figure, as near as regions can show it.

    Without places the figure cannot show it; `note` then says why.
    """

    words: str
    places: tuple[Place, ...]
    note: str = ""

    def includes(self, region: str, view: View) -> bool:
        """Tell whether a region, as seen in `view`, stands for this area."""
        return any(place.region == region and view in place.views for place in self.places)


@dataclass(frozen=True, slots=True)
class TypicalReferral:
    """A muscle and where it typically refers, the leading area first.

    `structures` are the regions, or layers under a region, that are the muscle. Where one of them is longer
    than the muscle, `only_in` names the regions in which it counts; otherwise it is empty.
    """

    muscle: str
    structures: tuple[str, ...]
    areas: tuple[ReferralArea, ...]
    source: str
    basis: Basis
    only_in: tuple[str, ...] = ()

    def lies_in(self, region: str, structure: str) -> bool:
        """Tell whether `structure` in that region is this muscle."""
        return structure in self.structures and (not self.only_in or region in self.only_in)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A muscle worth palpating: which of its areas match the pain, in which of the client's regions.

    `side` is where to palpate; both sides where the pain is on both, or on the midline.
    """

    referral: TypicalReferral
    areas: tuple[ReferralArea, ...]
    regions: tuple[RegionRef, ...]
    side: Side

    @property
    def words(self) -> str:
        """As a list shows it: "right infraspinatus: typical referral to front of shoulder"."""
        muscle = self.referral.muscle
        named = f"{muscle}, both sides" if self.side is Side.BILATERAL else f"{self.side.value} {muscle}"
        return f"{named}: {LABEL} to {'; '.join(area.words for area in self.areas)}"


def typical_in_region(
    referrals: Sequence[TypicalReferral], region: Region, layer: str = ""
) -> tuple[TypicalReferral, ...]:
    """Give what the muscles of a region typically refer to: the one it is named for, then from the skin inwards.

    Only that of `layer`, by its name as marks keep it, where the region has such a layer.
    """
    named = region.ref.region
    structures = [each.structure for each in region.layers if each.name == layer]
    structures = structures or sorted((each.structure for each in region.layers), key=lambda each: each != named)
    structures = structures or [named]
    found = (
        referral
        for structure in structures
        for referral in referrals
        if referral.lies_in(region.ref.region, structure)
    )
    return tuple(dict.fromkeys(found))


def typical_under_mark(
    referrals: Sequence[TypicalReferral], figure_view: FigureView, mark: Mark
) -> tuple[TypicalReferral, ...]:
    """Give what the muscles under a mark typically refer to, those of its largest region first.

    Only those of the mark's layer, where one of its regions has it.
    """
    under = [
        region for ref in mark.regions for side in _sides(ref.side) if (region := figure_view.find(ref.region, side))
    ]
    layered = [region for region in under if any(layer.name == mark.layer for layer in region.layers)]
    found = (referral for region in layered or under for referral in typical_in_region(referrals, region, mark.layer))
    return tuple(dict.fromkeys(found))


def referred_regions(referral: TypicalReferral, figure_view: FigureView, side: Side | None) -> tuple[Region, ...]:
    """Give the regions of this picture to which a muscle of that side typically refers, the leading area's first.

    Midline regions belong to either side; for a mark that is bilateral, on the midline or of no side they are
    those of both sides.
    """
    found = (
        region
        for area in referral.areas
        for place in area.places
        if figure_view.home in place.views
        for each in (*(_EITHER if side is None else _sides(side)), Side.MIDLINE)
        if (region := figure_view.find(place.region, each))
    )
    return tuple({region.ref: region for region in found}.values())


def muscles_worth_palpating(referrals: Iterable[TypicalReferral], pains: Sequence[Mark]) -> tuple[Suggestion, ...]:
    """Give the muscles that typically refer to where these marks of pain lie, the likeliest to be felt first.

    First come those that match the most regions of the pain, then those of which the leading area matches,
    then those whose source was read, then those that refer to little else.
    """
    suggested = [suggestion for referral in referrals if (suggestion := _suggestion(referral, pains)) is not None]
    return tuple(sorted(suggested, key=_rank))


def _suggestion(referral: TypicalReferral, pains: Sequence[Mark]) -> Suggestion | None:
    felt = [(ref, mark.home) for mark in pains for ref in mark.regions]
    areas = tuple(area for area in referral.areas if any(area.includes(ref.region, view) for ref, view in felt))
    if not areas:
        return None
    matched = (ref for ref, view in felt if any(area.includes(ref.region, view) for area in areas))
    regions = tuple({(ref.region, ref.side): ref for ref in matched}.values())
    return Suggestion(referral, areas, regions, _side_to_palpate(regions))


def _rank(suggestion: Suggestion) -> tuple[int, int, bool, int]:
    every = suggestion.referral.areas
    elsewhere = {place.region for area in every for place in area.places}
    return (
        -len(suggestion.regions),
        every.index(suggestion.areas[0]),
        suggestion.referral.basis is not Basis.SOURCE_READ,
        len(elsewhere),
    )


def _side_to_palpate(regions: Iterable[RegionRef]) -> Side:
    sides = {side for ref in regions if ref.side is not Side.MIDLINE for side in _sides(ref.side)}
    return sides.pop() if len(sides) == 1 else Side.BILATERAL


def _sides(side: Side) -> Iterator[Side]:
    if side is Side.MIDLINE:
        yield side
    yield from (side,) if side in _EITHER else _EITHER
