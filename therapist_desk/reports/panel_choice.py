"""Which panels a body map has: views, windows, what stands in each, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView
from therapist_desk.reports.figure import Box, Window
from therapist_desk.reports.panel import NumberedMark, Panel
from therapist_desk.reports.windows import mark_box, windows_for
from therapist_desk.reports.words import (
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
    """Choose the panels: each view with marks, and a view for what refers out of its own."""
    views = {view: atlas.view(figure, view) for view in View}
    shown = [view for view in View if any(marked.mark.view is view for marked in marks)]
    inside: dict[View, list[_Referral]] = {view: [] for view in View}
    for marked in marks:
        for ref in marked.mark.refers_to:
            into = _view_showing(ref, marked.mark.view, shown, views)
            if into is not None:
                inside[into].append((marked, ref))
    out = []
    for view in View:
        own = [marked for marked in marks if marked.mark.view is view]
        chunks = [own[i : i + _MOST_NUMBERS] for i in range(0, len(own), _MOST_NUMBERS)] or [[]]
        for i, chunk in enumerate(chunks):
            if chunk or inside[view]:
                out += _panels_of(views[view], chunk, inside[view] if i == 0 else [])
    return tuple(sorted(out, key=lambda panel: (not panel.marks, -len(panel.marks))))


def _view_showing(ref: RegionRef, own: View, shown: Sequence[View], views: dict[View, FigureView]) -> View | None:
    lateral = View.LEFT if ref.side is Side.LEFT else View.RIGHT
    order: list[View] = [own, *shown, lateral, *views]
    return next((view for view in order if views[view].find(ref.region, ref.side) is not None), None)


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
    if own:
        titles = {View.FRONT: FRONT_TITLES, View.BACK: BACK_TITLES}.get(view.view, SIDE_TITLES)
        return titles[window.name].format(view=name, side=SIDE_NAMES[window.side] if window.side else "")
    numbers = sorted({marked.number for marked, _ in referrals})
    if len(numbers) > _MOST_NAMED:
        return REFERRALS_MANY.format(view=name, count=len(numbers))
    if len(numbers) == 1:
        return REFERRAL_TITLE.format(view=name, number=numbers[0])
    return REFERRALS_TITLE.format(view=name, numbers=", ".join(map(str, numbers)))
