"""Which panels a body map has: views, windows, what stands in each, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, CloseupMissingError, FigureView, SidedCloseup, Sight
from therapist_desk.domain.atlas.carry import carried_home, is_approximate
from therapist_desk.domain.atlas.drawn import covered_by, has_texture
from therapist_desk.domain.atlas.elsewhere import standing_in
from therapist_desk.domain.findings.closeup import CLOSEUPS
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.sentences.picture_words import sight_words
from therapist_desk.reports.maps.figure import Box, Window
from therapist_desk.reports.maps.panel import NumberedMark, Panel
from therapist_desk.reports.maps.windows import mark_box, windows_for
from therapist_desk.reports.wording.common import (
    BACK_TITLES,
    FRONT_TITLES,
    REFERRAL_TITLE,
    REFERRALS_MANY,
    REFERRALS_TITLE,
    SIDE_NAMES,
    SIDE_TITLES,
    VIEW_NAMES,
)

_MOST_NUMBERS: Final = 60
"""So many numbers stand beside one figure; more get another of the same view."""
_MOST_NAMED: Final = 4

_Referral: TypeAlias = tuple[NumberedMark, RegionRef]


def panels(marks: Sequence[NumberedMark], figure: Figure, atlas: Atlas) -> tuple[Panel, ...]:
    """Choose the panels: each view and close-up with marks, and one for what refers out of its own.

    A mark of a close-up that the atlas does not have stands in its region on the whole figure. One of another figure
    or atlas is carried to this one as on the screen.

    Raises:
        AtlasDamagedError: a file of the atlas that has a picture of these marks cannot be read.
    """
    pictures = _Pictures(figure, atlas)
    placed = [pictures.placed(marked) for marked in marks]
    lying: dict[Sight, list[NumberedMark]] = {}
    for marked in placed:
        lying.setdefault(marked.mark.sight, []).append(marked)
    shown = [sight for sight in (*View, *CLOSEUPS) if sight in lying]
    inside: dict[Sight, list[_Referral]] = {}
    for marked in placed:
        for ref in marked.mark.refers_to:
            into = _sight_showing(ref, marked.mark, shown, pictures)
            if into is not None:
                inside.setdefault(into, []).append((marked, ref))
    out = []
    for sight in (*View, *CLOSEUPS):
        own, felt = lying.get(sight, []), inside.get(sight, [])
        chunks = [own[i : i + _MOST_NUMBERS] for i in range(0, len(own), _MOST_NUMBERS)] or [[]]
        for i, chunk in enumerate(chunks):
            if chunk or felt:
                out += _panels_of(pictures.of(sight), chunk, felt if i == 0 else [])
    return tuple(sorted(out, key=_rank))


def _rank(panel: Panel) -> tuple[bool, bool, int]:
    """Put what has the most marks first, whole views before close-ups, and what has none last."""
    return not panel.marks, panel.view.closeup is not None, -len(panel.marks)


class _Pictures:
    """The pictures of one figure, read as far as they are needed."""

    def __init__(self, figure: Figure, atlas: Atlas) -> None:
        self._figure, self._atlas = figure, atlas

    def of(self, sight: Sight) -> FigureView:
        return self._atlas.picture(self._figure, sight)

    def placed(self, marked: NumberedMark) -> NumberedMark:
        """Give a mark on a picture that there is, where it lies now: it may come from another figure or atlas."""
        mark = marked.mark
        try:
            picture, approximate = self.of(mark.sight), is_approximate(mark, self.of(mark.sight))
            there = carried_home(self._atlas, mark, self._figure)
        except CloseupMissingError:
            picture, approximate = self.of(mark.home), True
            there = standing_in(mark, picture) or replace(mark, closeup=None, view=mark.home)
        textured = has_texture(there, covers=bool(covered_by(there, picture)))
        return NumberedMark(marked.number, there, textured, approximate)

    def show(self, sight: Sight, ref: RegionRef) -> bool:
        """Tell whether a picture shows a region; one that cannot be had shows none."""
        try:
            return self.of(sight).find(ref.region, ref.side) is not None
        except (AtlasDamagedError, CloseupMissingError):
            return False


def _sight_showing(ref: RegionRef, mark: Mark, shown: Sequence[Sight], pictures: _Pictures) -> Sight | None:
    lateral = View.LEFT if ref.side is Side.LEFT else View.RIGHT
    # What was marked on the whole figure refers within it as far as it goes, whatever close-up is shown besides.
    views = [sight for sight in shown if not isinstance(sight, SidedCloseup)]
    order: tuple[Sight, ...] = (mark.sight, *views, mark.home, lateral, *View, *shown, *CLOSEUPS)
    return next((sight for sight in order if pictures.show(sight, ref)), None)


def _panels_of(view: FigureView, own: Sequence[NumberedMark], referrals: Sequence[_Referral]) -> list[Panel]:
    """Share a view's marks and what is referred into it out over its windows."""
    boxes = [mark_box(marked.mark, view) for marked in own]
    shown = {marked.number for marked in own}
    felt = [(marked, ref, _anchor_box(view, ref)) for marked, ref in referrals]
    boxes += [box for *_, box in felt if box is not None]
    # A mark of another view is drawn here too, where its arrow begins.
    starts = [
        _anchor_box(view, region)
        for marked, _ in referrals
        for region in marked.mark.regions[:1]
        if marked.number not in shown
    ]
    boxes += [box for box in starts if box is not None]
    windows = windows_for(view, boxes)
    out = []
    for window in windows:
        # Whatever no window holds stands on the last one: nothing is left off.
        last = window is windows[-1]
        here = [marked for marked in own if last or window.holds(mark_box(marked.mark, view))]
        into = [item for item in felt if last or item[2] is None or window.holds(item[2])]
        own = [marked for marked in own if marked not in here]
        felt = [item for item in felt if item not in into]
        if here or into:
            arrows = tuple((marked, ref) for marked, ref, _ in into)
            out.append(Panel(view, window, tuple(here), arrows, _title(view, window, here, arrows)))
    return out


def _anchor_box(view: FigureView, ref: RegionRef) -> Box | None:
    region = view.find(ref.region, ref.side)
    return None if region is None else (region.anchor.x, region.anchor.y, region.anchor.x, region.anchor.y)


def _title(view: FigureView, window: Window, own: Sequence[NumberedMark], referrals: Sequence[_Referral]) -> str:
    name = VIEW_NAMES[view.view]
    if view.closeup is not None:
        words = sight_words(view.closeup)
        name = words[:1].upper() + words[1:]
    if own and view.closeup is not None:
        return name
    if own:
        titles = {View.FRONT: FRONT_TITLES, View.BACK: BACK_TITLES}.get(view.view, SIDE_TITLES)
        return titles[window.name].format(view=name, side=SIDE_NAMES[window.side] if window.side else "")
    numbers = sorted({marked.number for marked, _ in referrals})
    if len(numbers) > _MOST_NAMED:
        return REFERRALS_MANY.format(view=name, count=len(numbers))
    if len(numbers) == 1:
        return REFERRAL_TITLE.format(view=name, number=numbers[0])
    return REFERRALS_TITLE.format(view=name, numbers=", ".join(map(str, numbers)))
