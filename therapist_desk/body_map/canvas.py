"""What the map shows on the figure: marks in a pixmap of their own, ghosts, referrals, the selection.

Where a mark changes, only the part of the pixmap that it touches is drawn again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.figure.figure_canvas import FigureCanvas
from therapist_desk.body_map.figure.sheet import Sheet, merged
from therapist_desk.body_map.marks.badges import DrawnBadge, draw_badge, lay_out_badges
from therapist_desk.body_map.marks.boxes import box_of
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.grade_tags import GRADE_ROOM
from therapist_desk.body_map.marks.mark_layer import MarkLayer, radius_at
from therapist_desk.body_map.marks.referrals import (
    DrawnReferral,
    ReferralEnd,
    draw_referral,
    lay_out_referrals,
    stale_referrals,
)
from therapist_desk.body_map.marks.stamps import Stamps
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS
from therapist_desk.body_map.typical_areas import DrawnAreas, TypicalAreas, stale_rects
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.carry import carried_by
from therapist_desk.domain.findings.mark import Mark

_ROUND_IT = 16.0  # pixels: the handle of a selected mark stands that far off it
_STAMPS = 60  # referrals: few charts have more in a view
_MANY = 60  # rectangles: beyond, all is drawn again at once


class MapCanvas(FigureCanvas):
    """Shows a figure with marks; takes no input itself."""

    selection_changed = Signal()
    """Other marks are selected than before, by whomever."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(atlas, parent)
        self._marks: tuple[Mark, ...] = ()
        self._ghosts: tuple[Mark, ...] = ()
        self._selection: tuple[str, ...] = ()
        self._ghost = ""
        self._lifted = ""
        self._lifted_end: ReferralEnd | None = None
        self._marks_sheet = Sheet()
        self._stale: list[QRectF] = []
        self._mark_layer: MarkLayer | None = None
        self._ghost_layer: MarkLayer | None = None
        self._referrals: tuple[DrawnReferral, ...] | None = None
        self._referring: tuple[Mark, ...] = ()
        self._referral_stamps: Stamps[Hashable] = Stamps(_STAMPS)
        self._typical: TypicalAreas | None = None
        self._typical_drawn: DrawnAreas | None = None
        self._badges: tuple[DrawnBadge, ...] | None = None

    # What is shown

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, of every view."""
        return self._marks

    @property
    def selected(self) -> str:
        """The id of the selected mark, or an empty text where none or several are."""
        return self._selection[0] if len(self._selection) == 1 else ""

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of all selected marks."""
        return self._selection

    @property
    def ghosts(self) -> tuple[Mark, ...]:
        """The marks of a former visit, of every view."""
        return self._ghosts

    @property
    def selected_ghost(self) -> str:
        """The id of the selected ghost, or an empty text."""
        return self._ghost

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks, of every view; those of other views are kept for when it is turned."""
        self._marks = tuple(marks)
        ids = {mark.id for mark in self._marks}
        self._selection = tuple(mark_id for mark_id in self._selection if mark_id in ids)
        self._refresh_marks()

    def set_ghosts(self, ghosts: Sequence[Mark]) -> None:
        """Show these marks of a former visit as dotted outlines."""
        self._ghosts = tuple(ghosts)
        if not any(ghost.id == self._ghost for ghost in self._ghosts):
            self._ghost = ""
        self._forget_marks()

    def set_typical(self, typical: TypicalAreas | None) -> None:
        """Show where a muscle typically refers, or nothing; drawn once, under the marks."""
        if typical == self._typical:
            return
        before = self._typical_areas()
        self._typical, self._typical_drawn = typical, None
        self._repair(stale_rects(before, self._typical_areas()))

    @property
    def typical(self) -> TypicalAreas | None:
        """The typical referral now shown."""
        return self._typical

    def select(self, mark_id: str) -> None:
        """Ring a mark, or none, and bring it into sight, turning the figure where it must.

        Emits nothing about the selection: whoever calls knows of it.
        """
        if self._selection == ((mark_id,) if mark_id else ()):
            return
        mark = next((mark for mark in self._marks if mark.id == mark_id), None)
        self.select_several(() if mark is None else (mark.id,))
        if mark is not None:
            self.select_ghost("")
            self._go_to(mark, self.mark_layer)

    def select_several(self, mark_ids: Iterable[str]) -> None:
        """Ring several marks, or none."""
        self._selection = tuple(mark_ids)
        self._refresh_marks()
        self.selection_changed.emit()

    def select_ghost(self, ghost_id: str) -> None:
        """Ring a ghost, or none, and bring it into sight, turning the figure where it must."""
        if ghost_id == self._ghost:
            return
        ghost = next((ghost for ghost in self._ghosts if ghost.id == ghost_id), None)
        self._ghost = ghost.id if ghost else ""
        self._forget_marks()
        if ghost is not None:
            self.select_several(())
            self._go_to(ghost, self.ghost_layer)

    def mark_screen_rect(self, mark_id: str) -> QRect:
        """Give the rectangle of a mark's or a ghost's symbol; empty if this view does not show it."""
        drawn = self.mark_layer().find(mark_id) or self.ghost_layer().find(mark_id)
        return drawn.symbol_rect.toAlignedRect() if drawn else QRect()

    def graded_screen_rect(self, mark_id: str) -> QRect:
        """Give the same with the area it covers and the mark's grade, or the room that one will take."""
        drawn = self.mark_layer().find(mark_id)
        if drawn is not None and drawn.shape is not None:
            return drawn.body_rect.united(drawn.tag_rect).toAlignedRect().intersected(self.rect())
        if drawn is None or drawn.mark.scale is None:
            return self.mark_screen_rect(mark_id)
        rect = drawn.symbol_rect
        outer = GRADE_ROOM if rect.center().x() >= self.rect().center().x() else -GRADE_ROOM
        return rect.united(rect.translated(outer, 0) if drawn.tag is None else drawn.tag_rect).toAlignedRect()

    def drawn_marks(self) -> tuple[DrawnMark, ...]:
        """Give the marks of the view shown, as they lie on the screen."""
        return self.mark_layer().drawn

    # For the interactive map

    def lift(self, mark_id: str) -> None:
        """Leave a mark out of the marks' pixmap while it is dragged; an empty id puts it back."""
        if mark_id != self._lifted:
            stale = [self.mark_layer().find(lifted) for lifted in (self._lifted, mark_id)]
            self._lifted = mark_id
            self._repair([drawn.rect for drawn in stale if drawn is not None])

    def lift_end(self, end: ReferralEnd | None) -> None:
        """Leave a referral out of the marks' pixmap while its far end is dragged; None puts it back."""
        if end != self._lifted_end:
            stale = [referral.rect for referral in self.referrals() if referral.end in {end, self._lifted_end}]
            self._lifted_end = end
            self._repair(stale)

    def show_moved(self, moved: Mark) -> None:
        """Show a mark as it was asked to be until `set_marks` confirms or corrects it."""
        self._marks = tuple(moved if mark.id == moved.id else mark for mark in self._marks)
        self._refresh_marks()

    def mark_layer(self) -> MarkLayer:
        """Give the marks as they lie on the screen now."""
        if self._mark_layer is None:
            self._mark_layer = self._lay_out(self._marks)
        return self._mark_layer

    def ghost_layer(self) -> MarkLayer:
        """Give the ghosts as they lie on the screen now."""
        if self._ghost_layer is None:
            self._ghost_layer = self._lay_out(self._ghosts, tags=False)
        return self._ghost_layer

    def referrals(self) -> tuple[DrawnReferral, ...]:
        """Give where the marks, of every view, refer to on this one."""
        if self._referrals is None:
            self._referrals = self._lay_out_referrals()
        return self._referrals

    def badges(self) -> tuple[DrawnBadge, ...]:
        """Give the badges that point to marks and ghosts on the other picture of the same part."""
        if self._badges is None:
            marks, ghosts = self.mark_layer(), self.ghost_layer()
            self._badges = lay_out_badges(
                marks.lacks(self._marks),
                ghosts.lacks(self._ghosts),
                self.figure_view,
                self.to_pixel,
                self._symbols_near,
                QRectF(self.rect()),
                self.font(),
            )
        return self._badges

    def badge_at(self, pixel: QPointF) -> DrawnBadge | None:
        """Give the badge under a pixel."""
        return next((badge for badge in self.badges() if badge.rect.contains(pixel)), None)

    def badge(self, key: tuple[str, bool]) -> DrawnBadge | None:
        """Give the badge with this key, if this picture has it."""
        return next((badge for badge in self.badges() if badge.key == key), None)

    def laid_out_alone(self, mark: Mark) -> DrawnMark | None:
        """Lay out a mark as if it were the only one, as while it is dragged."""
        return self.mark_layer().alone(mark)

    # Own

    def _go_to(self, mark: Mark, layer: Callable[[], MarkLayer]) -> None:
        self.set_view(mark.sight)
        if self.sight == mark.sight:
            self.bring_into_sight(layer().anchor(mark))

    def _lay_out_referrals(
        self, former: Sequence[DrawnReferral] = (), stale: Sequence[QRectF] = ()
    ) -> tuple[DrawnReferral, ...]:
        referring = tuple([mark for mark in self._marks if mark.refers_to])
        same, self._referring = referring == self._referring, referring
        if same and former and not any(each.tag.intersects(rect) for each in former for rect in stale):
            return tuple(former)
        window, layer = QRectF(self.rect()), self.mark_layer()
        return lay_out_referrals(
            referring, layer, self.figure_view, self.to_pixel, window, self.font(), former, stale
        )

    def _draw_referral(self, painter: QPainter, referral: DrawnReferral) -> None:
        casing, font = self._colours.tones[0], self.font()
        look = (referral.way, referral.words, box_of(referral.tag), referral.leads_from, casing.rgb(), font.family())
        draw = partial(draw_referral, referral=referral, casing=casing, font=font)
        self._referral_stamps.draw(painter, look, referral.rect, draw)

    def _symbols_near(self, rect: QRectF) -> list[QRectF]:
        drawn = (*self.mark_layer().near(rect), *self.ghost_layer().near(rect))
        return [one.symbol_rect.adjusted(6, 6, -6, -6) for one in drawn]

    def _paint_marks(self, painter: QPainter) -> None:
        stale, self._stale = self._stale, []
        self._marks_sheet.repair(merged(stale), self._draw_marks_within)
        clear = QColor(Qt.GlobalColor.transparent)
        painter.drawPixmap(0, 0, self._marks_sheet.pixmap(self, clear, self._draw_marks))

    def _lay_out(self, marks: Sequence[Mark], *, tags: bool = True) -> MarkLayer:
        return MarkLayer(
            marks,
            self._paths,
            self._transform,
            radius=NORMAL_RADIUS if self.figure_view.closeup is not None else radius_at(self.zoom),
            size=QSizeF(self.size()),
            font=self.font(),
            selected=frozenset((*self._selection, self._ghost)),
            tags=tags,
            closed=(self._mini_map(), *self.letter_rects()),
            carry=partial(carried_by, self.atlas),
        )

    def _refresh_marks(self) -> None:
        """Draw again only what is different about the marks."""
        if self._mark_layer is None:
            self._forget_marks()
            return
        old, old_badges = self.referrals(), self.badges()
        self._badges = None
        stale = self._mark_layer.update(self._marks, frozenset(self._selection))
        self._referrals = self._lay_out_referrals(old, stale)
        stale += stale_referrals(old, self._referrals)
        if old_badges != self.badges():
            stale += [badge.rect for badge in (*old_badges, *self.badges())]
        self._repair(stale)

    def _repair(self, stale: Sequence[QRectF]) -> None:
        """Draw this much of the marks again when next painted: whatever else changes until then goes with it."""
        if len(stale) + len(self._stale) > _MANY:
            self._forget_drawing()
            return
        self._stale += stale
        self.repaint_rects(merged(rect.adjusted(-_ROUND_IT, -_ROUND_IT, _ROUND_IT, _ROUND_IT) for rect in stale))

    def _forget_drawing(self) -> None:
        self._marks_sheet.forget()
        self._stale.clear()
        self.update()

    def _forget_marks(self) -> None:
        self._mark_layer = None
        self._ghost_layer = None
        self._referrals = self._badges = None
        self._typical_drawn = None
        self._forget_drawing()

    def _typical_areas(self) -> DrawnAreas | None:
        if self._typical is None or self._typical.figure_view is not self.figure_view:
            return None
        if self._typical_drawn is None:
            window = QRectF(self.rect())
            taken = [drawn.symbol_rect for drawn in self.mark_layer().drawn]
            self._typical_drawn = DrawnAreas(
                self._typical, self.outline_of, window, self.font(), taken, self.fading_edges(), self.body_outline()
            )
        return self._typical_drawn

    def _draw_marks(self, painter: QPainter) -> None:
        self._draw_marks_within(painter, QRectF(self.rect()))

    def _draw_marks_within(self, painter: QPainter, rect: QRectF) -> None:
        # A mark under the mini map would seem to lie on the small figure.
        clip = QRegion(self.rect()).subtracted(self._mini_map().toAlignedRect())
        painter.setClipRegion(clip, Qt.ClipOperation.IntersectClip)
        typical = self._typical_areas()
        if typical is not None:
            typical.draw(painter, rect)
        marks = self.mark_layer()
        near = marks.bodies(without=self._lifted, within=rect)
        marks.draw_areas(painter, near)
        self.ghost_layer().draw_ghosts(painter, within=rect)  # in sight on an area too
        marks.draw_symbols(painter, near)
        for referral in self.referrals():
            if referral.rect.intersects(rect) and referral.end != self._lifted_end:
                self._draw_referral(painter, referral)
        marks.draw_tags(painter, without=self._lifted, within=rect)
        if typical is not None:
            typical.draw_note(painter, rect, self._colours)
        for badge in self.badges():
            if badge.rect.intersects(rect):
                draw_badge(painter, badge, self._colours)
