"""The figure on the screen: turned, framed, zoomed and moved; drawn once into a pixmap.

A hover or a drag repaints and copies only the small rectangle that it touches.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLineF,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.colours import MapColours, colours_for
from therapist_desk.body_map.figure.fade import draw_body, fading_edges
from therapist_desk.body_map.figure.motion import REST, Motion
from therapist_desk.body_map.figure.overlay import Overlay
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.picture_shelf import PictureShelf
from therapist_desk.body_map.figure.sheet import Sheet
from therapist_desk.body_map.figure.view_transform import Framing, ViewTransform, limits, upper_body, whole
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import (
    Atlas,
    AtlasDamagedError,
    CloseupMissingError,
    FigureView,
    Region,
    Sight,
)
from therapist_desk.domain.findings.mark import Point

_STEP = 1.25
_EDGE = 28.0


class FigureCanvas(QWidget):
    """Shows a figure and lets it be zoomed and moved; what lies on it is drawn by who inherits."""

    view_changed = Signal(object)
    """The Sight now shown: a View, or a close-up."""
    trouble = Signal(object)
    """An ExpectedError: why a picture that was asked for cannot be shown."""
    zoom_changed = Signal(float)
    """The zoom now, where 1.0 shows the whole figure; also when only the framing has changed."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.atlas = atlas
        self._colours = colours_for(self.palette())
        self._shelf = PictureShelf(atlas)
        self._figure = Figure.NEUTRAL
        self._paths = self._shelf.paths(self._figure, View.FRONT)
        self._framing = Framing.WHOLE
        self._told = (1.0, self._framing)
        self._transform = whole(self.figure_view, QSizeF(self.size()))
        self._whole_scale = self._transform.scale
        self._figure_sheet = Sheet()
        self._borders = True
        self._overlay = Overlay(self)
        self._motion = Motion()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.come_to_rest)

    # What is shown

    @property
    def figure_view(self) -> FigureView:
        """The figure from the side now shown."""
        return self._paths.figure_view

    @property
    def problem(self) -> AtlasDamagedError | None:
        """Why the figure cannot be shown, or None; its marks are shown all the same."""
        return self._shelf.problem

    @property
    def colours(self) -> MapColours:
        """The colours now drawn in."""
        return self._colours

    @property
    def figure(self) -> Figure:
        """The shape of body that whole views show; close-ups are the same for all."""
        return self._figure

    @property
    def view(self) -> View:
        """The side now shown; of a close-up, the whole view that comes nearest."""
        return self.figure_view.view

    @property
    def sight(self) -> Sight:
        """What is now shown: a whole view or a close-up."""
        return self.figure_view.sight

    @property
    def zoom(self) -> float:
        """The zoom, where 1.0 shows the whole figure."""
        return self._transform.scale / self._whole_scale

    def set_view(self, sight: Sight) -> None:
        """Turn the figure, or go to a close-up; says `trouble` where that cannot be shown."""
        if sight == self.sight:
            return
        try:
            paths = self._shelf.paths(self._figure, sight)
        except (AtlasDamagedError, CloseupMissingError) as problem:
            self.trouble.emit(problem)
            return
        self._show(paths)
        self.view_changed.emit(sight)

    def set_figure(self, figure: Figure) -> None:
        """Change the shape of body drawn."""
        if figure is not self._figure:
            self._figure = figure
            self._show(self._shelf.paths(figure, self.sight))

    def set_borders(self, *, always: bool) -> None:
        """Draw the borders between all regions, or leave them to the one pointed at."""
        if always is not self._borders:
            self._borders = always
            self._motion.forget()
            self._figure_sheet.forget()
            self.update()

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

    def outline_of(self, region: Region) -> QPainterPath:
        """Give a region's outline in this widget's pixels."""
        return self._paths.region_in(region, self._transform.matrix())

    def letter_rects(self) -> tuple[QRectF, ...]:
        """Give where R and L stand, which nothing may cover."""
        return self._overlay.letter_rects(self.sight)

    def body_outline(self) -> QPainterPath:
        """Give the outline of the body in this widget's pixels."""
        return self._transform.matrix().map(self._paths.silhouette)

    def fading_edges(self) -> tuple[QLineF, ...]:
        """Give the edges of a close-up towards which the body fades, in this widget's pixels."""
        return fading_edges(self.figure_view, self._transform.matrix())

    def mini_map_point(self, at: QPointF) -> Point | None:
        """Give the place of the figure that the mini map shows at a pixel, or None beside it."""
        return self._overlay.mini_map_point(at, self._paths, self.zoom)

    def repaint_rects(self, rects: Iterable[QRect]) -> None:
        """Paint these rectangles again, and nothing else."""
        for rect in rects:
            self.update(rect)

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
        """What a resized window goes on showing; a close-up has no upper body and is shown whole."""
        upper = self._framing is Framing.UPPER and self.figure_view.closeup is not None
        return Framing.WHOLE if upper else self._framing

    def zoom_by(self, factor: float, about: QPointF | None = None, *, moving: bool = False) -> None:
        """Zoom, keeping the place under `about` (or the middle) where it is.

        `moving` says that more is to follow at once: what is drawn already is scaled until the picture rests.
        """
        least, most = limits(self.figure_view, QSizeF(self.size()))
        scale = min(max(self._transform.scale * factor, least), most)
        about = about or QRectF(self.rect()).center()
        self._framing = Framing.FREE
        self._move_to(self._transform.zoomed(scale / self._transform.scale, about), moving=moving)

    def zoom_in(self) -> None:
        """Zoom in by one step about the middle."""
        self.zoom_by(_STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step about the middle."""
        self.zoom_by(1 / _STEP)

    def pan_by(self, dx: float, dy: float, *, moving: bool = False) -> None:
        """Move the picture by pixels; `moving` as for zooming."""
        self._framing = Framing.FREE
        self._move_to(self._transform.moved(dx, dy), moving=moving)

    @Slot()
    def come_to_rest(self) -> None:
        """Draw crisply again what was shifted and scaled while it moved."""
        self._rest.stop()
        if self._motion.going_on:
            self._motion.end()
            self.update()

    def centre_on(self, point: Point) -> None:
        """Bring a place of the figure to the middle."""
        away = QRectF(self.rect()).center() - self._transform.to_screen(point)
        self.pan_by(away.x(), away.y())

    def bring_into_sight(self, point: Point) -> None:
        """Move the picture only if a place of the figure lies outside the window, or a little if at its very edge."""
        at, window = self.to_pixel(point), QRectF(self.rect())
        room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if not window.contains(at):
            self.centre_on(point)
        elif not room.contains(at):
            x = min(max(at.x(), room.left()), room.right())
            y = min(max(at.y(), room.top()), room.bottom())
            self.pan_by(x - at.x(), y - at.y())

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(568, 540)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_all()
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
        # Qt clips to the rectangle that was asked for: only that much of a pixmap is copied.
        if self._motion.going_on:
            painter.fillRect(event.rect(), self._colours.ground)
            self._motion.draw(painter, self._transform, QSizeF(self.size()), self._whole_figure)
            self._overlay.draw(painter, self._paths, self._transform, self.zoom, self._colours)
        else:
            self._paint_picture(painter)
            self._paint_over(painter, event.rect())
        self._paint_frame(painter)
        painter.end()

    # For who inherits

    def _paint_marks(self, painter: QPainter) -> None:
        """Draw what lies on the figure."""

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        """Draw what comes and goes with the pointer, as far as it touches `rect`."""

    def _paint_frame(self, painter: QPainter) -> None:
        """Draw what stays where it is however the picture is moved."""

    def _forget_outlines(self) -> None:
        """Drop what was computed in pixels: the picture was turned, moved or zoomed."""

    def _forget_marks(self) -> None:
        """Drop what was drawn on the figure: it lies elsewhere now."""
        self.update()

    # Own

    def _show(self, paths: FigurePaths) -> None:
        self._paths = paths
        self._forget_all()
        if self._framing is Framing.FREE:
            self._framing = Framing.WHOLE
        self._refit()

    def _refit(self) -> None:
        fit = upper_body if self.framing is Framing.UPPER else whole
        self._move_to(fit(self.figure_view, QSizeF(self.size())))

    def _move_to(self, transform: ViewTransform, *, moving: bool = False) -> None:
        size = QSizeF(self.size())
        if not moving or not self.isVisible():
            self._motion.end()
        elif not self._motion.going_on:
            self._motion.begin(self._picture(), self._transform)
        self._transform = transform.kept_in_sight(self.figure_view, size)
        self._whole_scale = whole(self.figure_view, size).scale
        if self._motion.going_on and self._motion.serves(self._transform, size):
            self._rest.start()
        else:
            self._motion.end()
        self._forget_picture()
        self._forget_outlines()
        told, self._told = self._told, (self.zoom, self.framing)
        if told != self._told:
            self.zoom_changed.emit(self.zoom)

    def _forget_all(self) -> None:
        self._motion.forget()
        self._overlay.forget(card=True)
        self._forget_picture()

    def _forget_picture(self) -> None:
        self._figure_sheet.forget()
        self._overlay.forget()
        self._forget_marks()

    def _paint_picture(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._figure_sheet.pixmap(self, self._colours.ground, self._draw_figure))
        self._overlay.copy(painter, self._paths, self._transform, self.zoom, self._colours)
        self._paint_marks(painter)

    def _picture(self) -> QPixmap:
        """Give what is drawn now, without what stays where it is."""
        picture = QPixmap(self._figure_sheet.pixmap(self, self._colours.ground, self._draw_figure))
        painter = QPainter(picture)
        self._paint_marks(painter)
        painter.end()
        return picture

    def _whole_figure(self) -> tuple[QPixmap, ViewTransform]:
        transform = whole(self.figure_view, QSizeF(self.size()))

        def draw(painter: QPainter) -> None:
            self._draw_body(painter, transform)

        return Sheet().pixmap(self, self._colours.ground, draw), transform

    def _mini_map(self) -> QRectF:
        """Give the mini map's place, empty while the whole figure is shown anyway."""
        return self._overlay.mini_map(self.zoom)

    def _draw_figure(self, painter: QPainter) -> None:
        if self.problem is not None:
            self._say_why(painter)
            return
        self._draw_body(painter, self._transform)

    def _draw_body(self, painter: QPainter, transform: ViewTransform) -> None:
        room = QRectF(self.rect())
        draw_body(painter, self._paths, transform.matrix(), self._colours, room, borders=self._borders)

    def _say_why(self, painter: QPainter) -> None:
        painter.setPen(self._colours.ink2)
        words = QCoreApplication.translate("BodyMap", "The body figure cannot be drawn. Marks keep their places.")
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        # Low, where the feet would be: fewer marks lie over it than over the head and the neck.
        painter.drawText(self.rect().adjusted(24, 24, -24, -16), int(flags), words)
