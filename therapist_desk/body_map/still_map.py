"""The figure with marks to look at: nothing on it can be placed or moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.colours import colours_for
from therapist_desk.body_map.figure.figure_painter import draw_figure
from therapist_desk.body_map.figure.lettering import draw_letters
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.sheet import Sheet
from therapist_desk.body_map.figure.view_transform import ViewTransform, upper_body, whole
from therapist_desk.body_map.marks.heat import draw_pain_history
from therapist_desk.body_map.marks.mark_layer import MarkLayer
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.carry import carried_to
from therapist_desk.domain.atlas.elsewhere import standing_in
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.progress.often import PainHistory

_UPPER_BODY = 3900  # tenths of a figure unit, from the top of the head to below the ribs
_MARK_ROOM = 300  # tenths that a symbol with its grade needs above the lower edge
_RADIUS = 6.5
_LETTER = 13
_CORNER = 6.0
_GHOST_RADIUS = 10.5  # round a mark that stands where it stood
_ROOM_FOR_TAGS = 156  # in a smaller picture the grades would hide the marks; a list beside it says them


def as_shown(mark: Mark, figure_view: FigureView) -> Mark | None:
    """Give a mark as this view shows it: itself, a point in place of one of a close-up, or None."""
    return mark if mark.sight == figure_view.sight else standing_in(mark, figure_view)


def lies_high(marks: Iterable[Mark], figure_view: FigureView) -> bool:
    """Tell whether all marks of this view lie on the upper body."""
    shown = (as_shown(mark, figure_view) for mark in marks)
    return all(mark.anchor.y < _UPPER_BODY - _MARK_ROOM for mark in shown if mark is not None)


class StillMap(QWidget):
    """Shows marks, ghosts of others, or how often places were marked. The figure is drawn once and then copied.

    It is empty until it is given a figure.
    """

    def __init__(
        self, parent: QWidget | None = None, *, carry: Callable[[Mark, FigureView], Mark] = carried_to
    ) -> None:
        super().__init__(parent)
        self._carry = carry
        self._paths: FigurePaths | None = None
        self._close = False
        self._marks: Sequence[Mark] = ()
        self._ghosts: Sequence[Mark] = ()
        self._selected: frozenset[str] = frozenset()
        self._history: PainHistory | None = None
        self._figure = Sheet()
        self._over = Sheet()

    @property
    def paths(self) -> FigurePaths | None:
        """The figure that is shown."""
        return self._paths

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the view that is shown; one made on a close-up stands as a point in its region."""
        return self._here(self._marks)

    @property
    def ghosts(self) -> tuple[Mark, ...]:
        """The ghosts of the view that is shown."""
        return self._here(self._ghosts)

    def show_figure(self, paths: FigurePaths | None, *, close: bool = False) -> None:
        """Show a figure from a side, with `close` the upper body alone; None shows an empty ground."""
        if (paths, close) != (self._paths, self._close):
            self._paths, self._close = paths, close
            self._forget()

    def show_marks(
        self, marks: Sequence[Mark], ghosts: Sequence[Mark] = (), selected: frozenset[str] = frozenset()
    ) -> None:
        """Show the marks of this view over dotted ghosts; `selected` are ids to ring."""
        self._marks, self._ghosts, self._selected, self._history = marks, ghosts, selected, None
        self._over.forget()
        self.update()

    def show_history(self, history: PainHistory) -> None:
        """Show how often each region was marked as pain."""
        self._marks, self._ghosts, self._history = (), (), history
        self._over.forget()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(area, _CORNER, _CORNER)
        painter.fillPath(outline, colours.ground)
        if self._paths is not None:
            painter.setClipPath(outline)
            clear = QColor(Qt.GlobalColor.transparent)
            painter.drawPixmap(0, 0, self._figure.pixmap(self, clear, self._draw_figure))
            painter.drawPixmap(0, 0, self._over.pixmap(self, clear, self._draw_over))
            painter.setClipping(False)
        painter.strokePath(outline, QPen(colours.edge, 1))
        painter.end()

    def _stand_ins(self, marks: Iterable[Mark]) -> frozenset[str]:
        """Give the ids of those that were made on another picture than this."""
        if self._paths is None:
            return frozenset()
        sight = self._paths.figure_view.sight
        return frozenset(mark.id for mark in marks if mark.sight != sight)

    def _here(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        if self._paths is None:
            return ()
        figure_view = self._paths.figure_view
        return tuple(there for mark in marks if (there := as_shown(mark, figure_view)) is not None)

    def _forget(self) -> None:
        self._figure.forget()
        self._over.forget()
        self.update()

    def _transform(self, paths: FigurePaths) -> ViewTransform:
        size = QSizeF(self.size())
        return upper_body(paths.figure_view, size) if self._close else whole(paths.figure_view, size)

    def _draw_figure(self, painter: QPainter) -> None:
        if self._paths is None:
            return
        colours = colours_for(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_figure(painter, self._paths, self._transform(self._paths).matrix(), colours, borders=False)
        corners = QRectF(self.rect()).adjusted(8, 6, -8, -6)
        draw_letters(painter, corners, self._paths.figure_view.view, colours, _LETTER)

    def _draw_over(self, painter: QPainter) -> None:
        if self._paths is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        transform, letters = self._transform(self._paths), QFont(self.font())
        if self._history is not None:
            draw_pain_history(painter, self._paths, transform, self._history, letters)
            return
        tags = self.width() >= _ROOM_FOR_TAGS
        for marks, ghostly in ((self._ghosts, True), (self._marks, False)):
            layer = MarkLayer(
                self._here(marks),
                self._paths,
                transform,
                radius=_GHOST_RADIUS if ghostly else _RADIUS,
                size=QSizeF(self.size()),
                font=letters,
                selected=self._selected,
                tags=tags and not ghostly,
                carry=self._carry,
                stand_ins=self._stand_ins(marks),
            )
            layer.draw_ghosts(painter) if ghostly else layer.draw(painter)
