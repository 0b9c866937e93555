"""What a history forbids: cautions for the header, and places where nobody works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas.library import Atlas
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.domain.findings.mark import Mark, MarkKind, WholeRegion
from therapist_desk.domain.health.history import HealthHistory, ItemKind
from therapist_desk.domain.health.screening import area_mark_id
from therapist_desk.domain.ids import VisitId

_GRAVITY: Final = {CautionLevel.ABSOLUTE: 0, CautionLevel.LOCAL: 1, CautionLevel.PRECAUTION: 2}
_VIEWS: Final = (View.BACK, View.FRONT, View.LEFT, View.RIGHT)


def all_cautions(typed: Iterable[Caution], history: HealthHistory | None) -> tuple[Caution, ...]:
    """Join those typed by hand, all of them, with those of the history that they don't name; the gravest first."""
    mine = tuple(typed)
    told = () if history is None else _told(history)
    added = dict.fromkeys(caution for caution, name in told if not _named(caution, name, mine))
    return tuple(sorted((*mine, *added), key=lambda caution: _GRAVITY[caution.level]))


def _told(history: HealthHistory) -> Iterator[tuple[Caution, str]]:
    """Give each caution with the word that names it; what the lists hold only where no answer names it."""
    answered = [Caution(_said(answer.short, answer.detail), answer.level) for answer in history.affirmed]
    for caution, answer in zip(answered, history.affirmed, strict=True):
        yield caution, answer.detail.strip() or answer.short
    listed = [(Caution(f"Allergy: {item.text}"), item.text) for item in history.of(ItemKind.ALLERGY)]
    listed += [
        (Caution(f"Implant: {item.text}", CautionLevel.LOCAL), item.text) for item in history.of(ItemKind.IMPLANT)
    ]
    for caution, name in listed:
        if not _named(caution, name, answered):
            yield caution, name


@dataclass(frozen=True, slots=True)
class ClosedArea:
    """A region where a local condition forbids work. `key` is the same for the same condition and region."""

    condition: str
    region: RegionRef
    why: str

    @property
    def key(self) -> str:
        """Name the area among all that a history may have; no blank in it."""
        return f"{self.condition}/{self.region.region}/{self.region.side.value}"


def closed_areas(history: HealthHistory) -> tuple[ClosedArea, ...]:
    """Give the regions of all local conditions."""
    return tuple(
        ClosedArea(answer.condition, region, f"{_said(answer.short, answer.detail)}: {answer.avoid}")
        for answer in history.affirmed
        if answer.level is CautionLevel.LOCAL
        for region in answer.regions
    )


def area_marks(
    history: HealthHistory,
    drawn: Iterable[str],
    there: Iterable[Mark],
    visit_id: VisitId,
    figure: Figure,
    atlas: Atlas,
) -> tuple[Mark, ...]:
    """Give the marks that a visit still lacks for the closed areas of `history`.

    `drawn` are the keys of areas drawn in this visit before: one that was taken off stays off. A region that a
    mark of `there` closes already gets no second one.
    """
    known = set(drawn)
    closed = {
        (region.region, region.side) for mark in there if mark.kind is MarkKind.DO_NOT_WORK for region in mark.regions
    }
    marks = []
    for area in closed_areas(history):
        if area.key in known:
            continue
        for ref in _sides(area.region):
            place = _shown(ref, figure, atlas)
            if place is None or (ref.region, ref.side) in closed:
                continue
            closed.add((ref.region, ref.side))
            marks.append(_mark(area, *place, visit_id, figure, atlas.version))
    return tuple(marks)


def _mark(area: ClosedArea, region: Region, view: View, visit_id: VisitId, figure: Figure, version: str) -> Mark:
    return Mark(
        id=area_mark_id(visit_id, area.key, region.ref.side),
        kind=MarkKind.DO_NOT_WORK,
        figure=figure,
        atlas_version=version,
        view=view,
        shape=WholeRegion(region.anchor),
        regions=(region.ref,),
        note=area.why,
    )


def _sides(ref: RegionRef) -> Iterator[RegionRef]:
    if ref.side is Side.BILATERAL:
        for side in (Side.LEFT, Side.RIGHT):
            yield RegionRef(ref.region, ref.name, side)
    else:
        yield ref


def _shown(ref: RegionRef, figure: Figure, atlas: Atlas) -> tuple[Region, View] | None:
    """Find the view that shows most of a region; None where this figure has no such region."""
    found = [(atlas.view(figure, view).find(ref.region, ref.side), view) for view in _VIEWS]
    shown = [(region, view) for region, view in found if region is not None]
    return max(shown, key=lambda each: each[0].area, default=None)


def _said(short: str, detail: str) -> str:
    return f"{short}, {detail.strip()}" if detail.strip() else short


def _named(caution: Caution, name: str, others: Iterable[Caution]) -> bool:
    """Whether another caution, no milder, names the same already, as a word of its own."""
    word, gravity = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), _GRAVITY[caution.level]
    return any(word.search(other.text) and _GRAVITY[other.level] <= gravity for other in others)
