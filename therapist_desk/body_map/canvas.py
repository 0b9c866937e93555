"""What the map shows: the figure in one pixmap, the marks in a second, the fleeting things on top.

A hover or a drag repaints and copies only the small rectangle that it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.colours import MapColours, colours_for
from therapist_desk.body_map.figure_painter import draw_figure
from therapist_desk.body_map.mark_layer import DrawnMark, MarkLayer, radius_at
from therapist_desk.body_map.mini_map import draw_mini_map, mini_map_rect, mini_transform
from therapist_desk.body_map.paths import FigurePaths
from therapist_desk.body_map.referrals import DrawnReferral, draw_referral, lay_out_referrals
from therapist_desk.body_map.sheet import Sheet, merged
from therapist_desk.body_map.thumbnail import draw_letters
from therapist_desk.body_map.view_transform import Framing, ViewTransform, limits, upper_body, whole
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import Atlas, FigureView, Region
from therapist_desk.domain.mark import Mark, Point

_LETTER = 22
_LETTER_COMPACT = 18
_COMPACT_WIDTH = 480
_MINI_MAP_FROM = 1.2
_STEP = 1.25
_ROUND_IT = 16.0  # pixels: the handle of a selected mark stands that far off it


class MapCanvas(QWidget):
    """Shows a figure with marks and lets it be zoomed and moved; takes no input itself."""

    view_changed = Signal(object)
    """The View now shown."""
    zoom_changed = Signal(float)
    """The zoom now, where 1.0 shows the whole figure; also when only the framing has changed."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.atlas = atlas
        self._colours = colours_for(self.palette())
        self._all_paths: dict[FigureView, FigurePaths] = {}
        self._paths = self._paths_of(Figure.NEUTRAL, View.FRONT)
        self._marks: tuple[Mark, ...] = ()
        self._ghosts: tuple[Mark, ...] = ()
        self._selection: tuple[str, ...] = ()
        self._ghost = ""
        self._lifted = ""
        self._framing = Framing.WHOLE
        self._told = (1.0, self._framing)
        self._transform = whole(self.figure_view, QSizeF(self.size()))
        self._figure_sheet = Sheet()
        self._marks_sheet = Sheet()
        self._mark_layer: MarkLayer | None = None
        self._ghost_layer: MarkLayer | None = None
        self._referrals: tuple[DrawnReferral, ...] | None = None

    # What is shown

    @property
    def figure_view(self) -> FigureView:
        """The figure from the side now shown."""
        return self._paths.figure_view

    @property
    def colours(self) -> MapColours:
        """The colours now drawn in."""
        return self._colours

    @property
    def view(self) -> View:
        """The side now shown."""
        return self.figure_view.view

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

    @property
    def zoom(self) -> float:
        """The zoom, where 1.0 shows the whole figure."""
        return self._transform.scale / whole(self.figure_view, QSizeF(self.size())).scale

    def set_view(self, view: View) -> None:
        """Turn the figure."""
        if view is not self.view:
            self._show(self._paths_of(self.figure_view.figure, view))
            self.view_changed.emit(view)

    def set_figure(self, figure: Figure) -> None:
        """Change the shape of body drawn."""
        if figure is not self.figure_view.figure:
            self._show(self._paths_of(figure, self.view))

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
            self.set_view(mark.view)
            self.bring_into_sight(self.mark_layer().anchor(mark))

    def select_several(self, mark_ids: Iterable[str]) -> None:
        """Ring several marks, or none."""
        self._selection = tuple(mark_ids)
        self._refresh_marks()

    def select_ghost(self, ghost_id: str) -> None:
        """Ring a ghost, or none, and bring it into sight, turning the figure where it must."""
        if ghost_id == self._ghost:
            return
        ghost = next((ghost for ghost in self._ghosts if ghost.id == ghost_id), None)
        self._ghost = ghost.id if ghost else ""
        self._forget_marks()
        if ghost is not None:
            self.select_several(())
            self.set_view(ghost.view)
            self.bring_into_sight(self.ghost_layer().anchor(ghost))

    def mark_screen_rect(self, mark_id: str) -> QRect:
        """Give the rectangle of a mark's or a ghost's symbol; empty if this view does not show it."""
        drawn = self.mark_layer().find(mark_id) or self.ghost_layer().find(mark_id)
        return drawn.symbol_rect.toAlignedRect() if drawn else QRect()

    def drawn_marks(self) -> tuple[DrawnMark, ...]:
        """Give the marks of the view shown, as they lie on the screen."""
        return self.mark_layer().drawn

    def to_pixel(self, point: Point) -> QPointF:
        """Give the pixel of this widget at which a place of the figure lies."""
        return self._transform.to_screen(point)

    def to_point(self, pixel: QPointF) -> Point:
        """Give the place of the figure at a pixel of this widget."""
        return self._transform.to_figure(pixel)

    def to_place(self, pixel: QPointF) -> tuple[float, float]:
        """Give the same, unrounded, as a stroke wants it."""
        return self._transform.to_place(pixel)

    @property
    def tenths_per_pixel(self) -> float:
        """How many tenths of a figure unit a pixel shows."""
        return 1 / self._transform.scale

    # Zooming and moving

    def show_whole(self) -> None:
        """Fit the whole figure, also after later resizing."""
        self._framing = Framing.WHOLE
        self._refit()

    def show_upper_body(self) -> None:
        """Fit head to lower ribs, also after later resizing."""
        self._framing = Framing.UPPER
        self._refit()

    @property
    def framing(self) -> Framing:
        """What a resized window goes on showing."""
        return self._framing

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom, keeping the place under `about` (or the middle) where it is."""
        least, most = limits(self.figure_view, QSizeF(self.size()))
        scale = min(max(self._transform.scale * factor, least), most)
        about = about or QRectF(self.rect()).center()
        self._framing = Framing.FREE
        self._move_to(self._transform.zoomed(scale / self._transform.scale, about))

    def zoom_in(self) -> None:
        """Zoom in by one step about the middle."""
        self.zoom_by(_STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step about the middle."""
        self.zoom_by(1 / _STEP)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the picture by pixels."""
        self._framing = Framing.FREE
        self._move_to(self._transform.moved(dx, dy))

    def centre_on(self, point: Point) -> None:
        """Bring a place of the figure to the middle."""
        away = QRectF(self.rect()).center() - self._transform.to_screen(point)
        self.pan_by(away.x(), away.y())

    def bring_into_sight(self, point: Point) -> None:
        """Move the picture only if a place of the figure lies outside the window."""
        if not QRectF(self.rect()).contains(self.to_pixel(point)):
            self.centre_on(point)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(568, 540)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._framing is Framing.FREE and event.oldSize().isValid():
            grown = event.size() - event.oldSize()
            self._move_to(self._transform.moved(grown.width() / 2, grown.height() / 2))
        else:
            self._refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._colours = colours_for(self.palette())
            self._forget_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Qt clips to the rectangle that was asked for: only that much of either pixmap is copied.
        painter.drawPixmap(0, 0, self._figure_sheet.pixmap(self, self._colours.ground, self._draw_figure))
        clear = QColor(Qt.GlobalColor.transparent)
        painter.drawPixmap(0, 0, self._marks_sheet.pixmap(self, clear, self._draw_marks))
        self._paint_over(painter, event.rect())
        painter.end()

    # For the interactive map

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        """Draw what comes and goes with the pointer, as far as it touches `rect`."""

    def _forget_outlines(self) -> None:
        """Drop what was computed in pixels: the picture was turned, moved or zoomed."""

    def lift(self, mark_id: str) -> None:
        """Leave a mark out of the marks' pixmap while it is dragged; an empty id puts it back."""
        if mark_id != self._lifted:
            stale = [self.mark_layer().find(lifted) for lifted in (self._lifted, mark_id)]
            self._lifted = mark_id
            self._repair([drawn.rect for drawn in stale if drawn is not None])

    def show_moved(self, moved: Mark) -> None:
        """Show a mark where it was put until `set_marks` confirms or corrects it."""
        self._marks = tuple(moved if mark.id == moved.id else mark for mark in self._marks)
        self._refresh_marks()

    def outline_of(self, region: Region) -> QPainterPath:
        """Give a region's outline in this widget's pixels."""
        return self._paths.region_in(region, self._transform.matrix())

    def repaint_rects(self, rects: Iterable[QRect]) -> None:
        """Paint these rectangles again, and nothing else."""
        for rect in rects:
            self.update(rect)

    def mini_map_point(self, at: QPointF) -> Point | None:
        """Give the place of the figure that the mini map shows at a pixel, or None beside it."""
        if not self._mini_map().contains(at):
            return None
        return mini_transform(self._paths, QSizeF(self.size())).to_figure(at)

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
            self._referrals = lay_out_referrals(
                self._marks,
                self.mark_layer().drawn,
                self.figure_view,
                self.to_pixel,
                QRectF(self.rect()),
                self.font(),
            )
        return self._referrals

    def _lay_out(self, marks: Sequence[Mark], *, tags: bool = True) -> MarkLayer:
        return MarkLayer(
            marks,
            self._paths,
            self._transform,
            radius=radius_at(self.zoom),
            size=QSizeF(self.size()),
            font=self.font(),
            selected=frozenset((*self._selection, self._ghost)),
            tags=tags,
        )

    def laid_out_alone(self, mark: Mark) -> DrawnMark | None:
        """Lay out a mark as if it were the only one, as while it is dragged."""
        return self._lay_out((mark,)).find(mark.id)

    # Own

    def _paths_of(self, figure: Figure, view: View) -> FigurePaths:
        figure_view = self.atlas.view(figure, view)
        if figure_view not in self._all_paths:
            self._all_paths[figure_view] = FigurePaths(figure_view)
        return self._all_paths[figure_view]

    def _show(self, paths: FigurePaths) -> None:
        self._paths = paths
        if self._framing is Framing.FREE:
            self._framing = Framing.WHOLE
        self._refit()

    def _refit(self) -> None:
        fit = upper_body if self._framing is Framing.UPPER else whole
        self._move_to(fit(self.figure_view, QSizeF(self.size())))

    def _move_to(self, transform: ViewTransform) -> None:
        self._transform = transform.kept_in_sight(self.figure_view, QSizeF(self.size()))
        self._forget_all()
        self._forget_outlines()
        told, self._told = self._told, (self.zoom, self._framing)
        if told != self._told:
            self.zoom_changed.emit(self.zoom)

    def _forget_all(self) -> None:
        self._figure_sheet.forget()
        self._forget_marks()

    def _refresh_marks(self) -> None:
        """Draw again only what is different about the marks."""
        if self._mark_layer is None:
            self._forget_marks()
            return
        old = self.referrals()
        self._referrals = None
        stale = self._mark_layer.update(self._marks, frozenset(self._selection))
        new = self.referrals()
        stale += [referral.rect for referral in {*old} ^ {*new}]
        self._repair(stale)

    def _repair(self, stale: Sequence[QRectF]) -> None:
        rects = merged([rect.adjusted(-_ROUND_IT, -_ROUND_IT, _ROUND_IT, _ROUND_IT) for rect in stale])
        self._marks_sheet.repair(rects, self._draw_marks_within)
        self.repaint_rects(rects)

    def _forget_marks(self) -> None:
        self._marks_sheet.forget()
        self._mark_layer = None
        self._ghost_layer = None
        self._referrals = None
        self.update()

    def _mini_map(self) -> QRectF:
        """Give the mini map's place, empty while the whole figure is shown anyway."""
        return mini_map_rect(QSizeF(self.size())) if self.zoom > _MINI_MAP_FROM else QRectF()

    def _draw_figure(self, painter: QPainter) -> None:
        draw_figure(painter, self._paths, self._transform.matrix(), self._colours)
        if not self._mini_map().isEmpty():
            draw_mini_map(painter, self._paths, self._transform, QSizeF(self.size()), self._colours)
        letter = _LETTER if self.width() > _COMPACT_WIDTH else _LETTER_COMPACT
        corners = QRectF(self.rect()).adjusted(18, 12, -18, -12)
        draw_letters(painter, corners, self.view, self._colours, letter)

    def _draw_marks(self, painter: QPainter) -> None:
        self._draw_marks_within(painter, QRectF(self.rect()))

    def _draw_marks_within(self, painter: QPainter, rect: QRectF) -> None:
        # A mark under the mini map would seem to lie on the small figure.
        clip = QRegion(self.rect()).subtracted(self._mini_map().toAlignedRect())
        painter.setClipRegion(clip, Qt.ClipOperation.IntersectClip)
        self.ghost_layer().draw_ghosts(painter, within=rect)
        self.mark_layer().draw(painter, without=self._lifted, within=rect)
        for referral in self.referrals():
            if referral.rect.intersects(rect):
                draw_referral(painter, referral, self._colours.tones[0], self.font())
