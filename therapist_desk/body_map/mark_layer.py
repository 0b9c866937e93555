"""All marks of one view: where each lies on the screen, what a click hits, and drawing them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from therapist_desk.body_map.areas import draw_area
from therapist_desk.body_map.labels import GAP, TagPlace, TagWish, place_tags
from therapist_desk.body_map.paths import FigurePaths
from therapist_desk.body_map.sprites import Sprites
from therapist_desk.body_map.symbols import NORMAL_RADIUS, WHOLE_RADIUS, ink_on_figure, outline
from therapist_desk.body_map.view_transform import ViewTransform
from therapist_desk.domain.atlas.place import carried_to
from therapist_desk.domain.mark import AREA_KINDS, Area, Mark, Point, WholeRegion

_GHOST = QColor("#4E5A5E")
_TAG_EDGE = QColor("#8B8278")
_TAG_INK = QColor("#1E282B")
_RING = QColor("#0F6B6E")
_ZOOMED_IN = 1.3
_RING_REACH = 6.0
TAG_HEIGHT = 17.0
_TAG_WIDTH = 18.0
_TAG_PADDING = 4.5
_TAG_FONT = 12


def radius_at(zoom: float) -> float:
    """Give the symbols' radius at a zoom, where 1 shows the whole figure."""
    share = min(1.0, max(0.0, (zoom - 1) / (_ZOOMED_IN - 1)))
    return WHOLE_RADIUS + (NORMAL_RADIUS - WHOLE_RADIUS) * share


def grade_text(mark: Mark) -> str:
    """Give what the tag says: "7", or "7→3" once a grade after treatment is set."""
    if mark.after is None:
        return "" if mark.before is None else str(mark.before)
    return f"{'' if mark.before is None else mark.before}→{mark.after}"


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as it lies on the screen, in logical pixels."""

    mark: Mark
    centre: QPointF
    radius: float
    shape: QPainterPath | None
    tag: TagPlace | None

    @property
    def symbol_rect(self) -> QRectF:
        """Bounds of the symbol with its casing and selection ring, without the tag."""
        reach = self.radius * 1.5 + 8
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)

    @property
    def rect(self) -> QRectF:
        """Bounds of all that is drawn for it."""
        rect = self.symbol_rect
        if self.shape is not None:
            rect = rect.united(self.shape.boundingRect().adjusted(-8, -8, 8, 8))
        if self.tag is not None:
            rect = rect.united(self.tag.rect.adjusted(-2, -2, 2, 2))
        return rect


class MarkLayer:
    """Lays out marks and ghosts for one transform; made anew when either changes."""

    def __init__(
        self,
        marks: Sequence[Mark],
        paths: FigurePaths,
        transform: ViewTransform,
        *,
        radius: float,
        size: QSizeF,
        font: QFont,
        selected: frozenset[str] = frozenset(),
        tags: bool = True,
    ) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(_TAG_FONT)
        self._font.setWeight(QFont.Weight.Bold)
        self._metrics = QFontMetricsF(self._font)
        self._paths = paths
        self._transform = transform
        self._radius = radius
        self._selected = selected
        self._sprites = Sprites(radius)
        shown = [mark for mark in marks if mark.view is paths.figure_view.view]
        lying = [carried_to(mark, paths.figure_view) for mark in shown]
        centres = [transform.to_screen(mark.anchor) for mark in lying]
        places = self._tag_places(shown, centres, size) if tags else {}
        self.drawn = tuple(
            DrawnMark(mark, centre, radius, self._shape(there), places.get(i))
            for i, (mark, there, centre) in enumerate(zip(shown, lying, centres, strict=True))
        )

    def anchor(self, mark: Mark) -> Point:
        """Give where a mark stands on this figure; one made on another figure stands in its region."""
        return carried_to(mark, self._paths.figure_view).anchor

    def find(self, mark_id: str) -> DrawnMark | None:
        """Give a mark of this view by its id."""
        return next((drawn for drawn in self.drawn if drawn.mark.id == mark_id), None)

    def at(self, pixel: QPointF, reach: float) -> DrawnMark | None:
        """Give the mark whose symbol is nearest to `pixel` within `reach`; of equals the topmost."""
        best: DrawnMark | None = None
        nearest = reach
        for drawn in self.drawn:
            distance = math.hypot(drawn.centre.x() - pixel.x(), drawn.centre.y() - pixel.y())
            if distance <= nearest:
                best, nearest = drawn, distance
        return best

    def symbol_at(self, pixel: QPointF, reach: float) -> DrawnMark | None:
        """Give the same, passing over areas that are drawn without a symbol."""
        best: DrawnMark | None = None
        nearest = reach
        for drawn in self.drawn:
            distance = math.hypot(drawn.centre.x() - pixel.x(), drawn.centre.y() - pixel.y())
            if distance <= nearest and not _is_patterned_area(drawn.mark):
                best, nearest = drawn, distance
        return best

    def area_at(self, pixel: QPointF) -> DrawnMark | None:
        """Give the topmost mark whose area or region covers `pixel`."""
        return next(
            (drawn for drawn in reversed(self.drawn) if drawn.shape is not None and drawn.shape.contains(pixel)),
            None,
        )

    def draw(self, painter: QPainter, *, without: str = "") -> None:
        """Draw all marks but `without`: areas under symbols under tags."""
        painter.setFont(self._font)
        drawn = [d for d in self.drawn if d.mark.id != without]
        for d in drawn:
            self._draw_area(painter, d)
        for d in drawn:
            self._draw_symbol(painter, d)
        for d in drawn:
            self._draw_tag(painter, d)

    def draw_one(self, painter: QPainter, drawn: DrawnMark) -> None:
        """Draw a single mark, as while it is dragged."""
        painter.setFont(self._font)
        self._draw_area(painter, drawn)
        self._draw_symbol(painter, drawn)
        self._draw_tag(painter, drawn)

    def draw_ghosts(self, painter: QPainter) -> None:
        """Draw the marks as ghosts of a former visit: dotted outlines."""
        pen = QPen(_GHOST, 1.5)
        pen.setDashPattern([1.0, 1.7])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawn in self.drawn:
            path = drawn.shape or outline(drawn.mark.kind, drawn.radius).translated(drawn.centre)
            if drawn.mark.id in self._selected:
                ring_area(painter, path) if drawn.shape else ring_point(painter, drawn.centre, drawn.radius)
            painter.strokePath(path, pen)

    def _tag_places(self, marks: Sequence[Mark], centres: Sequence[QPointF], size: QSizeF) -> dict[int, TagPlace]:
        middle = self._transform.to_screen(Point(self._paths.figure_view.width // 2, 0)).x()
        bounds = QRectF(0, 0, size.width(), size.height())
        tagged = [i for i, mark in enumerate(marks) if grade_text(mark) and bounds.contains(centres[i])]
        wishes = [
            TagWish(
                centres[i],
                self._reach(marks[i]),
                QSizeF(self._tag_width(grade_text(marks[i])), TAG_HEIGHT),
                1 if centres[i].x() >= middle else -1,
            )
            for i in tagged
        ]
        symbols = [
            (centre, self._radius)
            for mark, centre in zip(marks, centres, strict=True)
            if not _is_patterned_area(mark)
        ]
        places = place_tags(wishes, symbols, bounds)
        return dict(zip(tagged, places, strict=True))

    def _reach(self, mark: Mark) -> float:
        """Give how far a tag keeps from a mark: off its symbol and ring, or on the middle of its area."""
        if _is_patterned_area(mark):
            return -_TAG_WIDTH / 2 - GAP
        return self._radius + (_RING_REACH if mark.id in self._selected else 0)

    def _tag_width(self, text: str) -> float:
        return max(_TAG_WIDTH, round(self._metrics.horizontalAdvance(text) + 2 * _TAG_PADDING))

    def _shape(self, mark: Mark) -> QPainterPath | None:
        if isinstance(mark.shape, Point):
            return None
        if isinstance(mark.shape, Area):
            return self._paths.area_in(mark.shape, self._transform.matrix())
        return self._whole_region(mark, mark.shape)

    def _whole_region(self, mark: Mark, shape: WholeRegion) -> QPainterPath | None:
        figure_view = self._paths.figure_view
        region = None
        if mark.regions:
            region = figure_view.find(mark.regions[0].region, mark.regions[0].side)
        region = region or figure_view.region_at(shape.anchor)
        return None if region is None else self._paths.region_in(region, self._transform.matrix())

    def _draw_area(self, painter: QPainter, drawn: DrawnMark) -> None:
        if drawn.shape is not None:
            draw_area(painter, drawn.mark.kind, drawn.shape, ink_on_figure(drawn.mark.kind))

    def _draw_symbol(self, painter: QPainter, drawn: DrawnMark) -> None:
        selected = drawn.mark.id in self._selected
        if drawn.shape is not None and _is_patterned_area(drawn.mark):
            if selected:
                ring_area(painter, drawn.shape)
            return
        if selected:
            ring_point(painter, drawn.centre, drawn.radius)
        self._sprites.draw(painter, drawn.mark.kind, drawn.centre, drawn.mark.direction)

    def _draw_tag(self, painter: QPainter, drawn: DrawnMark) -> None:
        if drawn.tag is None:
            return
        rect = drawn.tag.rect
        if drawn.tag.moved:
            painter.setPen(QPen(ink_on_figure(drawn.mark.kind).colour, 1))
            painter.drawLine(drawn.centre, rect.center())
            self._sprites.draw(painter, drawn.mark.kind, drawn.centre, drawn.mark.direction)
        draw_tag(painter, rect, grade_text(drawn.mark))


def _is_patterned_area(mark: Mark) -> bool:
    return mark.kind in AREA_KINDS and not isinstance(mark.shape, Point)


def ring_point(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Ring a selected mark: accent on a white casing, 5 px outside the symbol."""
    path = QPainterPath()
    path.addEllipse(centre, radius + 5, radius + 5)
    ring_area(painter, path)


def ring_area(painter: QPainter, path: QPainterPath) -> None:
    """Run the accent on a white casing along the outline of what is selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(Qt.GlobalColor.white), 4.0), (_RING, 2.0)):
        painter.strokePath(path, QPen(colour, width))


def draw_tag(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw a grade in its white box, in the painter's font."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(round(rect.x()) + 0.5, round(rect.y()) + 0.5, rect.width() - 1, rect.height() - 1)
    painter.setPen(QPen(_TAG_EDGE, 1))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_TAG_INK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
