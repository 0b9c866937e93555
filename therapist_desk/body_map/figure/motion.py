"""What is shown while the picture is moved or zoomed by hand: its last drawing, shifted and scaled.

Drawing hundreds of marks anew takes longer than a frame. The drawing is made anew, and crisp, once the hand rests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap, QTransform

from therapist_desk.body_map.figure.view_transform import ViewTransform

REST: Final = 120
"""Milliseconds without a movement after which the picture counts as resting."""
_LEAST_SHARE: Final = 0.5
_MOST_SCALED: Final = 2.0


class Motion:
    """A drawing and the transform that it was made for; none while the picture rests."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._backing: QPixmap | None = None
        self._drawn_at = ViewTransform(1, 0, 0)
        self._backing_at = ViewTransform(1, 0, 0)

    @property
    def going_on(self) -> bool:
        """Whether the picture is being moved."""
        return self._picture is not None

    def begin(self, picture: QPixmap, drawn_at: ViewTransform) -> None:
        """Go on from `picture`, which fills the widget and was drawn for `drawn_at`."""
        self._picture, self._drawn_at = picture, drawn_at

    def end(self) -> None:
        """Rest."""
        self._picture = None

    def forget(self) -> None:
        """Rest, and drop what was drawn of a figure that now looks otherwise."""
        self._picture = self._backing = None

    def serves(self, transform: ViewTransform, size: QSizeF) -> bool:
        """Tell whether the drawing is still good enough for `transform` in a widget of `size`."""
        if self._picture is None:
            return False
        scaled = transform.scale / self._drawn_at.scale
        if not 1 / _MOST_SCALED <= scaled <= _MOST_SCALED:
            return False
        seen = self._step(self._drawn_at, transform).mapRect(QRectF(0, 0, size.width(), size.height()))
        window = QRectF(0, 0, size.width(), size.height())
        part = seen.intersected(window)
        # Zoomed out, the drawing is smaller, but all of it is there.
        whole = min(window.width() * window.height(), seen.width() * seen.height())
        return part.width() * part.height() >= _LEAST_SHARE * whole

    def draw(
        self,
        painter: QPainter,
        transform: ViewTransform,
        size: QSizeF,
        whole: Callable[[], tuple[QPixmap, ViewTransform]],
    ) -> None:
        """Draw it for `transform`; where it does not reach, the whole figure that `whole` gives shows, unmarked."""
        if self._picture is None:
            return
        step = self._step(self._drawn_at, transform)
        window = QRectF(0, 0, size.width(), size.height())
        painter.save()
        if not step.mapRect(window).contains(window):
            if self._backing is None:
                self._backing, self._backing_at = whole()
            painter.setTransform(self._step(self._backing_at, transform))
            painter.drawPixmap(0, 0, self._backing)
        painter.setTransform(step)
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()

    @staticmethod
    def _step(before: ViewTransform, after: ViewTransform) -> QTransform:
        scaled = after.scale / before.scale
        if scaled == 1:
            # Whole pixels, so that a shifted drawing stays as crisp as it was.
            return QTransform.fromTranslate(round(after.x - before.x), round(after.y - before.y))
        return QTransform(scaled, 0, 0, scaled, after.x - before.x * scaled, after.y - before.y * scaled)
