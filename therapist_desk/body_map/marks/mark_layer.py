"""All marks of one view: where each lies on the screen, what a click hits, and drawing them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from therapist_desk.body_map.figure.fade import draw_fading, fading_edges
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.view_transform import ViewTransform
from therapist_desk.body_map.marks.areas import draw_area
from therapist_desk.body_map.marks.boxes import BoxIndex, box_of
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.grade_tags import GradeTags
from therapist_desk.body_map.marks.mark_grid import MarkGrid
from therapist_desk.body_map.marks.mark_trim import draw_approximate, ring_area, ring_point
from therapist_desk.body_map.marks.sprites import Sprites
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS, WHOLE_RADIUS, ink_on_figure, outline
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.carry import carried_to, is_approximate
from therapist_desk.domain.atlas.drawn import whole_regions
from therapist_desk.domain.findings.mark import Area, Mark, Point, WholeRegion

_GHOST = QColor("#4E5A5E")
_ZOOMED_IN = 1.3


def radius_at(zoom: float) -> float:
    """Give the symbols' radius at a zoom, where 1 shows the whole figure."""
    share = min(1.0, max(0.0, (zoom - 1) / (_ZOOMED_IN - 1)))
    return WHOLE_RADIUS + (NORMAL_RADIUS - WHOLE_RADIUS) * share


class MarkLayer:
    """Lays out marks and ghosts for one transform; made anew when either changes.

    `stand_ins` are the ids of points in place of marks of another picture: they stand where their region is. No tag
    stands in `closed`.
    """

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
        closed: Sequence[QRectF] = (),
        carry: Callable[[Mark, FigureView], Mark] = carried_to,
        stand_ins: Collection[str] = (),
    ) -> None:
        self._carry = carry
        self._stand_ins = frozenset(stand_ins)
        self._paths = paths
        self._transform = transform
        self._radius = radius
        self._sprites = Sprites(radius)
        self._bounds = QRectF(0, 0, size.width(), size.height())
        self._edges = fading_edges(paths.figure_view, transform.matrix())
        self.closed = tuple(closed)
        self._grades: GradeTags | None = None
        if tags:
            middle = transform.to_screen(Point(paths.figure_view.width // 2, 0)).x()
            self._grades = GradeTags(self._sprites, radius, self._bounds, middle, font, self.closed)
        self._selected: frozenset[str] = frozenset()
        self._marks: tuple[Mark, ...] = ()
        self._drawn: dict[str, DrawnMark] = {}
        self._bodies: BoxIndex[str] = BoxIndex()
        self._tags: BoxIndex[str] = BoxIndex()
        self._grid: MarkGrid[DrawnMark] | None = None
        self._ranks: dict[str, int] | None = None
        self.update(marks, selected)

    @property
    def drawn(self) -> tuple[DrawnMark, ...]:
        """The marks of the view shown, in the order of the list."""
        return tuple(self._drawn.values())

    def update(self, marks: Sequence[Mark], selected: frozenset[str]) -> list[QRectF]:
        """Take other marks or another selection; only what has changed is laid out anew.

        Gives the bounds, before and after, of all that looks different.
        """
        old, former, self._marks = self._drawn, self._marks, tuple(marks)
        self._grid = self._ranks = None
        ringed = selected ^ self._selected
        self._selected = selected
        changed: dict[str, DrawnMark] = {}
        if former == self._marks[: len(former)]:
            # Mostly a mark has come, or another is selected: then the others need not be gone through.
            self._drawn = dict(old)
            looked_at = [*(old[mark_id].mark for mark_id in ringed if mark_id in old), *self._marks[len(former) :]]
        else:
            self._drawn = {}
            looked_at = list(self._marks)
        for mark in looked_at:
            known = old.get(mark.id)
            if known is None or known.mark is not mark or mark.id in ringed:
                if mark.sight != self._paths.figure_view.sight:
                    continue
                known = changed[mark.id] = self._laid_out(mark)
            self._drawn[mark.id] = known
        gone = [mark_id for mark_id in old if mark_id not in self._drawn]
        moved = () if self._grades is None else self._grades.change(changed.values(), gone, selected)
        touched = [mark_id for mark_id in dict.fromkeys((*changed, *moved)) if mark_id in self._drawn]
        stale: list[QRectF] = []
        for mark_id in (*touched, *gone):
            if mark_id in old:
                stale += self._forget(old[mark_id])
        for mark_id in touched:
            if self._grades is not None:
                self._drawn[mark_id] = replace(self._drawn[mark_id], tag=self._grades.place_of(mark_id))
            stale += self._keep(self._drawn[mark_id])
        return stale

    def carried(self, mark: Mark) -> Mark:
        """Give a mark as it lies on this figure; one made on another figure lies in its region."""
        return self._carry(mark, self._paths.figure_view)

    def anchor(self, mark: Mark) -> Point:
        """Give where a mark stands on this figure."""
        return self.carried(mark).anchor

    def lacks(self, marks: Iterable[Mark]) -> list[Mark]:
        """Give those of `marks` that this view does not show."""
        drawn = self._drawn
        return [mark for mark in marks if mark.id not in drawn]

    def find(self, mark_id: str) -> DrawnMark | None:
        """Give a mark of this view by its id."""
        return self._drawn.get(mark_id)

    def alone(self, mark: Mark) -> DrawnMark | None:
        """Lay out a mark as if it were the only one, as while it is dragged; None if this view does not show it."""
        if mark.sight != self._paths.figure_view.sight:
            return None
        drawn = self._laid_out(mark)
        if self._grades is None:
            return drawn
        return replace(drawn, tag=self._grades.place_alone(drawn, self._selected))

    def near(self, rect: QRectF) -> list[DrawnMark]:
        """Give the marks of which something is drawn in `rect`, in their order."""
        box = box_of(rect)
        return self._among({*self._bodies.owners_over(box), *self._tags.owners_over(box)})

    def touching(self, rect: QRectF) -> list[DrawnMark]:
        """Give the same in no order, which is quicker."""
        box = box_of(rect)
        mark_ids = {*self._bodies.owners_over(box), *self._tags.owners_over(box)}
        return [self._drawn[mark_id] for mark_id in mark_ids]

    def at(self, pixel: QPointF, reach: float) -> DrawnMark | None:
        """Give the mark whose symbol is nearest to `pixel` within `reach`; of equals the topmost."""
        return self._centres().nearest(pixel, reach)

    def symbol_at(self, pixel: QPointF, reach: float) -> DrawnMark | None:
        """Give the same, passing over areas that are drawn without a symbol."""
        near = self._centres().near(pixel, reach)
        return next((drawn for drawn in near if not drawn.textured), None)

    def area_at(self, pixel: QPointF) -> DrawnMark | None:
        """Give the topmost mark whose area or region covers `pixel`."""
        return next(
            (drawn for drawn in self.drawn[::-1] if drawn.shape is not None and drawn.shape.contains(pixel)),
            None,
        )

    def draw(self, painter: QPainter, *, without: str = "", within: QRectF | None = None) -> None:
        """Draw all marks but `without`: areas under symbols under tags. `within` leaves out what lies elsewhere."""
        drawn = self.bodies(without=without, within=within)
        self.draw_areas(painter, drawn)
        self.draw_symbols(painter, drawn)
        self.draw_tags(painter, without=without, within=within)

    def bodies(self, *, without: str = "", within: QRectF | None = None) -> list[DrawnMark]:
        """Give the marks but `without` of which more than a tag is drawn `within` a rectangle, in their order."""
        return [drawn for drawn in self._within(self._bodies, within) if drawn.mark.id != without]

    def draw_areas(self, painter: QPainter, drawn: Iterable[DrawnMark]) -> None:
        """Draw the areas of these marks alone."""
        for each in drawn:
            self._draw_area(painter, each)

    def draw_symbols(self, painter: QPainter, drawn: Sequence[DrawnMark]) -> None:
        """Draw the symbols of these marks alone, and the rings of what is selected."""
        ratio = painter.device().devicePixelRatio()
        for each in drawn:
            self._draw_symbol(painter, each, ratio)
        self._draw_signs(painter, drawn)

    def draw_tags(self, painter: QPainter, *, without: str = "", within: QRectF | None = None) -> None:
        """Draw the tags alone, so that a number is read over whatever crosses it."""
        if self._grades is None:
            return
        ratio = painter.device().devicePixelRatio()
        for drawn in self._within(self._tags, within):
            if drawn.mark.id != without:
                self._grades.draw(painter, drawn, ratio)

    def draw_one(self, painter: QPainter, drawn: DrawnMark) -> None:
        """Draw a single mark, as while it is dragged."""
        ratio = painter.device().devicePixelRatio()
        self._draw_area(painter, drawn)
        self._draw_symbol(painter, drawn, ratio)
        if self._grades is not None:
            self._grades.draw(painter, drawn, ratio)

    def draw_ghosts(self, painter: QPainter, *, within: QRectF | None = None) -> None:
        """Draw the marks as ghosts of a former visit: dotted outlines."""
        pen = QPen(_GHOST, 1.5)
        pen.setDashPattern([1.0, 1.7])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ghosts = self._within(self._bodies, within)
        for drawn in ghosts:
            self._fading(painter, drawn, partial(self._draw_ghost, drawn=drawn, pen=pen))
        self._draw_signs(painter, ghosts)

    def _draw_ghost(self, painter: QPainter, drawn: DrawnMark, pen: QPen) -> None:
        path = drawn.shape or outline(drawn.mark.kind, drawn.radius).translated(drawn.centre)
        if drawn.mark.id in self._selected:
            ring_area(painter, path) if drawn.shape else ring_point(painter, drawn.centre, drawn.radius)
        painter.strokePath(path, pen)

    def _draw_signs(self, painter: QPainter, drawn: Iterable[DrawnMark]) -> None:
        for each in drawn:
            if each.approximate:
                draw_approximate(painter, each.centre, each.radius)

    def _keep(self, drawn: DrawnMark) -> Iterator[QRectF]:
        body, tag = drawn.body_rect, drawn.tag_rect
        self._bodies.add(box_of(body), drawn.mark.id)
        yield body
        if drawn.tag is not None:
            self._tags.add(box_of(tag), drawn.mark.id)
            yield tag

    def _forget(self, drawn: DrawnMark) -> Iterator[QRectF]:
        body, tag = drawn.body_rect, drawn.tag_rect
        self._bodies.remove(box_of(body), drawn.mark.id)
        yield body
        if drawn.tag is not None:
            self._tags.remove(box_of(tag), drawn.mark.id)
            yield tag

    def _within(self, boxes: BoxIndex[str], rect: QRectF | None) -> list[DrawnMark]:
        """Give the marks with one of `boxes` in `rect`, in their order."""
        if rect is None:
            return list(self._drawn.values())
        return self._among(set(boxes.owners_over(box_of(rect))))

    def _among(self, mark_ids: Collection[str]) -> list[DrawnMark]:
        # A repair asks for a few of hundreds, again and again.
        if self._ranks is None:
            self._ranks = {mark_id: rank for rank, mark_id in enumerate(self._drawn)}
        return [self._drawn[mark_id] for mark_id in sorted(mark_ids, key=self._ranks.__getitem__)]

    def _centres(self) -> MarkGrid[DrawnMark]:
        if self._grid is None:
            self._grid = MarkGrid((drawn.centre, drawn) for drawn in self._drawn.values())
        return self._grid

    def _laid_out(self, mark: Mark) -> DrawnMark:
        """Give a mark where it lies, as yet without its tag."""
        figure_view = self._paths.figure_view
        there = self._carry(mark, figure_view)
        centre = self._transform.to_screen(there.anchor)
        approximate = mark.id in self._stand_ins or is_approximate(mark, figure_view)
        return DrawnMark(mark, centre, self._radius, self._shape(there), None, approximate=approximate)

    def _shape(self, mark: Mark) -> QPainterPath | None:
        if isinstance(mark.shape, Point):
            return None
        if isinstance(mark.shape, Area):
            return self._paths.area_in(mark.shape, self._transform.matrix())
        regions = whole_regions(mark, self._paths.figure_view)
        return self._paths.regions_in(regions, self._transform.matrix()) if regions else None

    def _draw_area(self, painter: QPainter, drawn: DrawnMark) -> None:
        if drawn.shape is not None:
            kind, shape = drawn.mark.kind, drawn.shape
            self._fading(painter, drawn, partial(draw_area, kind=kind, path=shape, ink=ink_on_figure(kind)))

    def _fading(self, painter: QPainter, drawn: DrawnMark, draw: Callable[[QPainter], None]) -> None:
        """Draw what follows a mark's outline: that of a whole region grows faint with a close-up towards its cut."""
        if self._edges and isinstance(drawn.mark.shape, WholeRegion):
            draw_fading(painter, drawn.body_rect.intersected(self._bounds), self._edges, draw)
        else:
            draw(painter)

    def _draw_symbol(self, painter: QPainter, drawn: DrawnMark, ratio: float) -> None:
        selected = drawn.mark.id in self._selected
        if drawn.shape is not None and drawn.textured:
            if selected:
                self._fading(painter, drawn, partial(ring_area, path=drawn.shape))
            return
        if selected:
            ring_point(painter, drawn.centre, drawn.radius)
        self._sprites.draw(painter, drawn.mark.kind, drawn.centre, drawn.mark.direction, ratio)
