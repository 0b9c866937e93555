"""Where and in what shape the popover of a mark opens: below it first, else beside it; never over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainterPath, QRegion

from therapist_desk.ui.theme.tokens import Radius

GAP = 6


def popover_place(mark: QRect, size: QSize, bounds: QRect) -> QPoint:
    """The corner for a popover of `size` beside `mark`, inside `bounds`: over a mark only where it leaves no room."""
    centred = mark.center().x() - size.width() // 2
    x = max(bounds.left(), min(centred, bounds.right() + 1 - size.width()))
    middle = mark.center().y() - size.height() // 3
    y = max(bounds.top(), min(middle, bounds.bottom() + 1 - size.height()))
    places = (
        QPoint(x, mark.bottom() + 1 + GAP),
        QPoint(mark.right() + 1 + GAP, y),
        QPoint(mark.left() - GAP - size.width(), y),
        QPoint(x, mark.top() - GAP - size.height()),
    )
    inside = QPoint(min(places[1].x(), bounds.right() + 1 - size.width()), y)
    return next((place for place in places if bounds.contains(QRect(place, size))), inside)


def rounded_mask(size: QSize) -> QRegion:
    """The shape of a small window with rounded corners; a translucent one is black there without a compositor."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size.width(), size.height()), Radius.CARD, Radius.CARD)
    return QRegion(path.toFillPolygon().toPolygon())
