"""What stays where it is however the picture is moved: R and L, the name of a close-up, and the mini map."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.lettering import draw_letters, draw_title, letters_of
from therapist_desk.body_map.figure.mini_map import draw_mini_card, draw_mini_frame, mini_map_rect, mini_transform
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.sheet import Sheet
from therapist_desk.body_map.figure.view_transform import ViewTransform
from therapist_desk.domain.atlas import Sight
from therapist_desk.domain.findings.mark import Point

_LETTER: Final = 22
_LETTER_COMPACT: Final = 18
_CORNERS: Final = (18, 12, -18, -12)  # from the map's edges to where R and L stand
_COMPACT_WIDTH: Final = 480
_MINI_MAP_FROM: Final = 1.2
_CLEAR: Final = QColor(Qt.GlobalColor.transparent)


class Overlay:
    """Lies over the figure of a map; drawn once, and the mini map's card once for a picture, however it is moved."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._sheet = Sheet()
        self._card = Sheet()

    def forget(self, *, card: bool = False) -> None:
        """Draw anew when next shown, with `card` the small figure too."""
        self._sheet.forget()
        if card:
            self._card.forget()

    def mini_map(self, zoom: float) -> QRectF:
        """Give the mini map's place, empty while the whole figure is shown anyway."""
        return mini_map_rect(self._size) if zoom > _MINI_MAP_FROM else QRectF()

    def mini_map_point(self, at: QPointF, paths: FigurePaths, zoom: float) -> Point | None:
        """Give the place of the figure that the mini map shows at a pixel, or None beside it."""
        return mini_transform(paths, self._size).to_figure(at) if self.mini_map(zoom).contains(at) else None

    def letter_rects(self, sight: Sight) -> tuple[QRectF, ...]:
        """Give where R and L stand, which nothing may cover."""
        corners, size = self._corners, self._letter_size
        box = QRectF(0, 0, size, 1.4 * size)
        lefts = (corners.left(), corners.right() - size)
        shown = zip(letters_of(sight), lefts, strict=True)
        return tuple(box.translated(left, corners.top()) for letter, left in shown if letter)

    def copy(
        self, painter: QPainter, paths: FigurePaths, shown: ViewTransform, zoom: float, colours: MapColours
    ) -> None:
        """Draw it from the last time it was drawn, if nothing has changed since."""
        draw = partial(self.draw, paths=paths, shown=shown, zoom=zoom, colours=colours)
        painter.drawPixmap(0, 0, self._sheet.pixmap(self._widget, _CLEAR, draw))

    def draw(
        self, painter: QPainter, paths: FigurePaths, shown: ViewTransform, zoom: float, colours: MapColours
    ) -> None:
        """Draw it for a picture of which `shown` is in sight."""
        card, figure_view = self.mini_map(zoom), paths.figure_view
        if not card.isEmpty():
            ratio = self._widget.devicePixelRatioF()
            draw_card = partial(draw_mini_card, paths=paths, size=self._size, colours=colours)
            sheet = self._card.pixmap(self._widget, _CLEAR, draw_card)
            painter.drawPixmap(card, sheet, QRectF(card.topLeft() * ratio, card.size() * ratio))
            draw_mini_frame(painter, paths, shown, self._size, colours)
        draw_letters(painter, self._corners, figure_view.sight, colours, self._letter_size)
        if figure_view.closeup is not None:
            draw_title(painter, self._corners, figure_view.closeup, colours)

    @property
    def _size(self) -> QSizeF:
        return QSizeF(self._widget.size())

    @property
    def _corners(self) -> QRectF:
        return QRectF(self._widget.rect()).adjusted(*_CORNERS)

    @property
    def _letter_size(self) -> int:
        return _LETTER if self._widget.width() > _COMPACT_WIDTH else _LETTER_COMPACT
