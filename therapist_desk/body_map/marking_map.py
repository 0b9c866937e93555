"""The map that can be asked to mark: tool, selection and requests. Takes no input itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.marks.badges import DrawnBadge
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.handles import REFERRING
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.body_map.selecting_map import SelectingMap
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.atlas import Atlas, Region, next_region, spread
from therapist_desk.domain.atlas.place import regions_under
from therapist_desk.domain.atlas.stroke import area_of_stroke
from therapist_desk.domain.findings.mark import AREA_KINDS, Mark, MarkKind, Point, Shape, WholeRegion, moved_shape
from therapist_desk.domain.findings.review import Verdict
from therapist_desk.domain.ids import MarkId

_STRAY = 0.75  # pixels that an area's corners may stray from the hand's stroke
_GHOST_REACH = 13.0


class MarkingMap(SelectingMap):
    """Shows marks and says what the user wants done; keeps no truth of its own.

    Whoever embeds it stores what a signal asks for and then calls `set_marks`.
    """

    mark_placed = Signal(object)
    """A PlacedMark to be stored."""
    mark_moved = Signal(str, object, object)
    """A mark's id, its new Shape, and the RegionRefs there as a tuple. Shown so until `set_marks` is called."""
    marks_moved = Signal(object)
    """Several marks, a tuple of Mark as they should be from now on."""
    mark_clicked = Signal(str)
    """The id of a mark that was clicked, or taken by Enter: it wants to be looked at closely."""
    mark_deleted = Signal(str)
    """The id of the mark to be deleted."""
    marks_deleted = Signal(object)
    """The ids of several marks to be deleted at once, as a tuple."""
    mirror_wanted = Signal(object)
    """The ids, as a tuple, of marks to be copied to the client's other side."""
    direction_drawn = Signal(str, int)
    """A mark's id and the way its restriction is stuck, in degrees clockwise from up."""
    referral_drawn = Signal(str, object)
    """A mark's id and all RegionRefs that it refers to from now on, as a tuple."""
    referral_walked = Signal(str, object)
    """The same by one of many keys, which together are one change. Shown so until `set_marks` is called."""
    unmovable = Signal()
    """Keys that move marks were pressed for whole regions, which stay where they are."""
    unspreadable = Signal()
    """Keys that add a region were pressed for a mark that takes no whole ones."""
    ghost_clicked = Signal(str)
    """The id of a ghost that was clicked, or taken by Enter: it wants to be reviewed."""
    ghost_reviewed = Signal(str, object)
    """The id of a ghost and the Verdict typed for it."""
    grade_typed = Signal(str, int)
    """A mark's id and a grade on its kind's scale."""
    marks_graded = Signal(object, int)
    """The ids of several marks, as a tuple, and the grade typed for all that have it."""
    grade_refused = Signal(str, int)
    """A mark's id and a digit that its kind's scale does not have."""
    kind_changed = Signal(object)
    """The MarkKind that a click now places, or None for selecting."""
    whole_regions_changed = Signal(bool)
    """Whether a click now takes the whole region under it."""
    region_hovered = Signal(str)
    """The words of the region pointed out ("right upper trapezius"), or an empty text."""
    region_walked = Signal()
    """Another region was walked to, or none any more; see `walked_region`."""
    missed = Signal()
    """A click, a stroke or a drop beside the figure: nothing was marked."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(atlas, parent)
        self._kind: MarkKind | None = None
        self._whole_regions = False
        self._area_kind = MarkKind.HYPERTONICITY
        self._read_only = False
        self._focus = RegionHover(focus=True)

    # The tool

    @property
    def kind(self) -> MarkKind | None:
        """What a click places, or None while selecting."""
        return self._kind

    @property
    def whole_regions(self) -> bool:
        """Whether a click takes the whole region under it."""
        return self._whole_regions

    @property
    def read_only(self) -> bool:
        """Whether marks can be looked at but not changed, as in a signed visit."""
        return self._read_only

    def set_kind(self, kind: MarkKind | None) -> None:
        """Choose what a click places, or None to select."""
        if self._read_only and kind is not None:
            return
        if kind not in AREA_KINDS:
            self._set_whole(whole=False)
        elif kind is not None:
            self._area_kind = kind
        if kind is not self._kind:
            self._kind = kind
            self.kind_changed.emit(kind)

    def set_whole_regions(self, *, whole: bool) -> None:
        """Let a click take the whole region; a kind that cannot be one gives way to the last that could."""
        if whole and not self._read_only:
            self.set_kind(self._area_kind)
            self._set_whole(whole=True)
        elif not whole:
            self._set_whole(whole=False)

    @property
    def walked_region(self) -> Region | None:
        """The region that the arrow keys, or a search, have pointed out."""
        return self._focus.region

    def ghost_at(self, pixel: QPointF) -> DrawnMark | None:
        """Give the ghost under a pixel; a kind in the hand places its mark beside it."""
        if self._kind is not None:
            return self.ghost_layer().at(pixel, _GHOST_REACH / 2)
        return self.ghost_layer().at(pixel, _GHOST_REACH) or self.ghost_layer().area_at(pixel)

    def mark_at(self, pixel: QPointF) -> Mark | None:
        """Give the mark under a pixel: its symbol before any area."""
        layer = self.mark_layer()
        drawn = layer.at(pixel, _GHOST_REACH) or layer.area_at(pixel)
        return None if drawn is None else drawn.mark

    def handled(self) -> DrawnMark | None:
        """Give the one selected mark, if it may be changed: an arrow can be drawn from it."""
        return None if self._read_only or not self.selected else self.mark_layer().find(self.selected)

    # What keys ask for

    def go(self, dx: int, dy: int, step: int) -> bool:
        """Move the selected marks by `step` tenths, or walk to the next region; tell whether either was done."""
        if not self.selection:
            if not self.figure_view.regions:
                return False
            self.walk_to(next_region(self.figure_view, self._focus.region, dx, dy))
            return True
        chosen = [mark for mark in self.marks if mark.id in self.selection and mark.sight == self.sight]
        movable = [mark for mark in chosen if not isinstance(mark.shape, WholeRegion)]
        if self._read_only or not chosen:
            return False
        if not movable:
            self.unmovable.emit()
        elif len(self.selection) == 1:
            self.ask_to_move(self._nudged(movable[0], dx * step, dy * step))
        else:
            self._ask_to_move_all([self._nudged(mark, dx * step, dy * step) for mark in movable])
        return True

    def spread(self, dx: int, dy: int) -> bool:
        """Add the next region to the selected mark, or take the last out; tell whether there is a mark to ask for."""
        mark = self.selected_mark()
        if mark is None or self._read_only or mark.sight != self.sight:
            return False
        if isinstance(mark.shape, WholeRegion):
            self._ask_to_cover(mark, spread(self.figure_view, mark.regions, dx, dy))
        else:
            self.unspreadable.emit()
        return True

    def walk_to(self, region: Region) -> None:
        """Point out a region of this view, as the arrow keys do, and bring it into sight."""
        self.bring_into_sight(region.anchor)
        self.repaint_rects(self._focus.enter(region, self.outline_of(region), self.fading_edges()))
        middle = self.to_pixel(region.anchor)
        self.repaint_rects(self._focus.name_at(middle, QRectF(self.rect()), self.font()))
        self.setAccessibleDescription(region.ref.words)
        self.tell_focus()
        self.region_hovered.emit(region.ref.words)
        self.region_walked.emit()

    def leave_walk(self) -> None:
        """Point out no region any more."""
        if self._focus.region is not None:
            self.repaint_rects(self._focus.leave())
            self.region_walked.emit()

    def enter(self) -> bool:
        """Mark where the arrow keys have walked to, or take what is selected; tell whether either."""
        region = self._focus.region
        if region is not None and self._kind is not None:
            self.click(region.anchor)
        elif self.selected_ghost:
            self.ghost_clicked.emit(self.selected_ghost)
        elif self.selected:
            self.mark_clicked.emit(self.selected)
        else:
            return False
        return True

    def delete_selected(self) -> bool:
        """Ask for the selected marks to be deleted; tell whether there were any."""
        if not self.selection or self._read_only:
            return False
        if len(self.selection) == 1:
            self.mark_deleted.emit(self.selected)
        else:
            self.marks_deleted.emit(self.selection)
        return True

    def mirror_selected(self) -> bool:
        """Ask for the selected marks to be copied to the other side; tell whether there were any."""
        if not self.selection or self._read_only:
            return False
        self.mirror_wanted.emit(self.selection)
        return True

    def review_selected(self, verdict: Verdict) -> bool:
        """Ask for the selected ghost to be reviewed; tell whether there was one."""
        if not self.selected_ghost or self._read_only:
            return False
        self.ghost_reviewed.emit(self.selected_ghost, verdict)
        return True

    def follow(self, badge: DrawnBadge) -> None:
        """Go to the picture that a badge points to, and select the first of what it counts."""
        self.set_view(badge.sight)
        if badge.ghosts:
            self.choose_ghost(badge.mark.id)
        else:
            self.choose(badge.mark.id)

    # What the pointer asks for

    def click(self, point: Point, *, adding: bool = False) -> None:
        """Place a mark of the chosen kind, or take the whole region, or clear the selection.

        `adding` adds the region to those that the selected mark takes whole, or takes it out.
        """
        if self._kind is None:
            self.choose("")
            return
        region = self.figure_view.region_at(point)
        if region is None:
            self.missed.emit()
        elif adding and self._whole_regions and self.takes_regions is not None:
            self.toggle_region(region)
        elif not self._whole_regions:
            self._ask_to_place(self._kind, point, (region.ref,))
        else:
            marked = self._marked_wholly(self._kind, region)
            if marked is None:
                self._ask_to_place(self._kind, WholeRegion(region.anchor), (region.ref,))
            else:
                self.choose(marked.id)
                self.mark_clicked.emit(marked.id)

    @property
    def takes_regions(self) -> Mark | None:
        """The one selected mark, if whole regions of this view can be added to it."""
        mark = self.selected_mark()
        if mark is None or self._read_only or mark.sight != self.sight or not isinstance(mark.shape, WholeRegion):
            return None
        return mark

    def toggle_region(self, region: Region) -> None:
        """Add a region to those that the selected mark takes whole, or take it out."""
        mark = self.takes_regions
        if mark is not None:
            others = tuple(ref for ref in mark.regions if ref != region.ref)
            self._ask_to_cover(mark, others if len(others) < len(mark.regions) else (*others, region.ref))

    def paint_area(self, kind: MarkKind, stroke: Sequence[QPointF]) -> None:
        """Ask for an area as it was painted, in pixels; what left the figure is brought back to its edge."""
        if not self.figure_view.silhouette:
            self.missed.emit()
            return
        places = [self.to_place(pixel) for pixel in stroke]
        figure_view = self.figure_view
        inside = [figure_view.brought_inside(x, y) for x, y in places]
        area = None
        if any(there == place for there, place in zip(inside, places, strict=True)):
            area = area_of_stroke(inside, _STRAY * self.tenths_per_pixel)
        regions = () if area is None else regions_under(figure_view, area)
        if area is None or not regions:
            self.missed.emit()
        else:
            self._ask_to_place(kind, area, regions)

    def about_to_place(self, kind: MarkKind, point: Point) -> Mark | None:
        """Give a mark as it would be placed, to be shown meanwhile; None beside the figure."""
        regions = self.figure_view.regions_of(point)
        if not regions:
            return None
        return Mark(
            id=MarkId(""),
            kind=kind,
            figure=self.figure_view.figure,
            atlas_version=self.atlas.version,
            view=self.view,
            closeup=self.figure_view.closeup,
            shape=point,
            regions=regions,
        )

    def place_aimed(self, mark: Mark, direction: int) -> None:
        """Ask for a mark that was placed and aimed in one drag."""
        self._ask_to_place(mark.kind, mark.shape, mark.regions, direction)

    def ask_to_move(self, moved: Mark) -> None:
        """Ask for a mark to be kept as `moved`, and show it there meanwhile."""
        regions = regions_under(self.figure_view, moved.shape)
        if regions:
            self.show_moved(replace(moved, regions=regions))
            self.mark_moved.emit(moved.id, moved.shape, regions)
        else:
            self.missed.emit()

    @property
    def referring(self) -> Mark | None:
        """The one selected mark, if it is of a kind that refers to other regions."""
        mark = self.selected_mark()
        return None if mark is None or self._read_only or mark.kind not in REFERRING else mark

    def ask_to_refer(self, mark: Mark, ref: RegionRef) -> None:
        """Ask for a mark to refer to one more region."""
        if ref not in mark.refers_to:
            self.referral_drawn.emit(mark.id, (*mark.refers_to, ref))

    # Own

    def _ask_to_place(
        self, kind: MarkKind, shape: Shape, regions: tuple[RegionRef, ...], direction: int | None = None
    ) -> None:
        shown = self.figure_view
        placed = PlacedMark(
            kind, shown.view, shape, regions, shown.figure, self.atlas.version, direction, shown.closeup
        )
        self.mark_placed.emit(placed)

    def _marked_wholly(self, kind: MarkKind, region: Region) -> Mark | None:
        return next(
            (
                mark
                for mark in self.marks
                if mark.kind is kind and isinstance(mark.shape, WholeRegion) and region.ref in mark.regions
            ),
            None,
        )

    def _ask_to_cover(self, mark: Mark, regions: tuple[RegionRef, ...]) -> None:
        """Ask for a mark to take these regions whole, of which there must be one."""
        shown = self.figure_view.shown(regions)
        if not shown or regions == mark.regions:
            return
        shape = WholeRegion(shown[0].anchor)
        self.show_moved(replace(mark, shape=shape, regions=regions))
        self.mark_moved.emit(mark.id, shape, regions)
        self.setAccessibleDescription(self.words_of(replace(mark, regions=regions)))
        self.region_hovered.emit(regions[-1].words)

    def _nudged(self, mark: Mark, dx: int, dy: int) -> Mark:
        here = self.mark_layer().carried(mark)
        return replace(here, shape=moved_shape(here.shape, dx, dy))

    def _ask_to_move_all(self, moved: Sequence[Mark]) -> None:
        named = tuple(replace(mark, regions=regions_under(self.figure_view, mark.shape)) for mark in moved)
        if all(mark.regions for mark in named):
            self.marks_moved.emit(named)
        else:
            self.missed.emit()

    def _set_whole(self, *, whole: bool) -> None:
        if whole is not self._whole_regions:
            self._whole_regions = whole
            self.whole_regions_changed.emit(whole)
