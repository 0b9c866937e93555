"""Finding regions by name, by part of it, or by what people call them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas.library import Atlas, CloseupMissingError
from therapist_desk.domain.atlas.reader import AtlasDamagedError
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.atlas.synonyms import Synonyms
from therapist_desk.domain.findings.closeup import CLOSEUPS, Sight
from therapist_desk.domain.names import fold, fold_words

_SIDES: Final = {"l": Side.LEFT, "left": Side.LEFT, "r": Side.RIGHT, "right": Side.RIGHT}
_WORD_BEGUN, _WORDS_IN_IT, _NOT_FOUND = 1, 2, 3


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A region with a picture that shows it, and the common name by which it was found, or an empty text."""

    region: Region
    sight: Sight
    called: str


def shown_regions(atlas: Atlas, figure: Figure, first: Sight) -> tuple[tuple[Region, Sight], ...]:
    """Give every region of a figure once, in the picture `first` where that shows it.

    Whole views come before close-ups; close-ups that cannot be had are left out.

    Raises:
        AtlasDamagedError: the figure's own file cannot be read.
    """
    seen: dict[tuple[str, Side], tuple[Region, Sight]] = {}
    for sight in (first, *View):
        for region in atlas.picture(figure, sight).regions:
            seen.setdefault((region.ref.region, region.ref.side), (region, sight))
    with suppress(AtlasDamagedError, CloseupMissingError):
        for sided in CLOSEUPS:
            for region in atlas.picture(figure, sided).regions:
                seen.setdefault((region.ref.region, region.ref.side), (region, sided))
    return tuple(seen.values())


def find_regions(query: str, regions: Iterable[tuple[Region, Sight]], synonyms: Synonyms) -> tuple[FoundRegion, ...]:
    """Give the regions that `query` may mean, the likeliest first.

    Every word must begin a word of the region's name or of one of its common names; a word of three letters
    or more may also lie inside one. "l", "left", "r" and "right" choose the side. Names come before common
    names and whole beginnings before the rest; equals keep the order in which the regions were given.
    An empty query finds all.
    """
    words = list(fold_words(query))
    side = next((_SIDES[word] for word in words if word in _SIDES), None)
    wanted = [word for word in words if word not in _SIDES]
    ranked = []
    for place, (region, sight) in enumerate(regions):
        if side is not None and region.ref.side is not side:
            continue
        rank, called = _best(wanted, region.ref.name, synonyms.get(region.ref.region, ()))
        if rank is not None:
            ranked.append((rank, place, FoundRegion(region, sight, called)))
    return tuple(found for *_, found in sorted(ranked, key=lambda each: each[:2]))


def _best(wanted: Sequence[str], name: str, common: Sequence[str]) -> tuple[int | None, str]:
    own = _rank(wanted, name)
    if own < _NOT_FOUND:
        return 2 * own, ""
    rank, called = min(((_rank(wanted, each), each) for each in common), default=(_NOT_FOUND, ""))
    return (2 * rank + 1, called) if rank < _NOT_FOUND else (None, "")


def _rank(wanted: Sequence[str], name: str) -> int:
    folded = fold(name)
    if folded.startswith(" ".join(wanted)):
        return 0
    there = fold_words(name)
    if all(any(word.startswith(part) for word in there) for part in wanted):
        return _WORD_BEGUN
    if all(len(part) > 2 and part in folded for part in wanted):  # noqa: PLR2004 - two letters lie in too many
        return _WORDS_IN_IT
    return _NOT_FOUND
