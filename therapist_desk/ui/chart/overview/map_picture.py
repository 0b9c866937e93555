"""The marks of a visit on the figure, small and still."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.body_map.colours import colours_for
from therapist_desk.body_map.figure_painter import draw_figure
from therapist_desk.body_map.mark_layer import MarkLayer
from therapist_desk.body_map.paths import FigurePaths
from therapist_desk.body_map.thumbnail import draw_letters
from therapist_desk.body_map.view_transform import upper_body, whole
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.mark import Mark
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.workplace import Workplace

_RADIUS = 6.5
_LETTER = 13
_ROOM_FOR_TAGS = 170  # in a smaller picture the grades would hide the marks; the list beside it says them
_UPPER_BODY = 3900  # tenths of a figure unit, from the top of the head to below the ribs


class MapPicture(QWidget):
    """Shows the view with the most marks, closer where all of them lie on the upper body.

    The figure is read off the thread of the windows and drawn once for a size and a colour scheme.
    """

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._paths: FigurePaths | None = None
        self._marks: tuple[Mark, ...] = ()
        self._wanted: tuple[Figure, View] | None = None
        self._pixmap = QPixmap()
        self._drawn_for: tuple[QSize, bool] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_marks(self, figure: Figure, marks: tuple[Mark, ...]) -> None:
        """Show these marks on this figure."""
        views = Counter(mark.view for mark in marks)
        view = views.most_common(1)[0][0] if views else View.BACK
        self._marks = tuple(mark for mark in marks if mark.view is view)
        self._drawn_for = None
        self.setAccessibleName(self.tr("Body map with {n} marks").format(n=len(marks)))
        if self._wanted == (figure, view) and self._paths is not None:
            self.update()
            return
        self._wanted, self._paths = (figure, view), None
        done = partial(self._take, (figure, view))
        self._workplace.jobs.read(self._workplace.atlas.view, figure, view, owner=self, done=done)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        painter.setClipPath(outline)
        painter.fillRect(area, tokens.sunken)
        if self._paths is not None:
            if self._drawn_for != (self.size(), tokens.dark):
                self._draw(self._paths)
                self._drawn_for = (self.size(), tokens.dark)
            painter.drawPixmap(0, 0, self._pixmap)
        painter.setClipping(False)
        draw_panel(painter, area, Radius.CONTROL, line=tokens.line)

    def _take(self, asked: tuple[Figure, View], figure_view: FigureView) -> None:
        if asked == self._wanted:
            self._paths = FigurePaths(figure_view)
            self.update()

    def _draw(self, paths: FigurePaths) -> None:
        ratio = self.devicePixelRatioF()
        self._pixmap = QPixmap(self.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        colours = colours_for(QGuiApplication.palette())
        size = QSizeF(self.size())
        close = all(mark.anchor.y < _UPPER_BODY for mark in self._marks)
        transform = upper_body(paths.figure_view, size) if close else whole(paths.figure_view, size)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_figure(painter, paths, transform.matrix(), colours, borders=False)
        tags = size.width() >= _ROOM_FOR_TAGS
        layer = MarkLayer(self._marks, paths, transform, radius=_RADIUS, size=size, font=self.font(), tags=tags)
        layer.draw(painter)
        corners = QRectF(self.rect()).adjusted(8, 6, -8, -6)
        draw_letters(painter, corners, paths.figure_view.view, colours, _LETTER)
        painter.end()
