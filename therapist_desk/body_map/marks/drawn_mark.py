"""A mark as it lies on the screen: what it covers, with its symbol, its area and its tag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from therapist_desk.body_map.marks.labels import TagPlace
from therapist_desk.domain.atlas.drawn import has_texture
from therapist_desk.domain.findings.mark import Mark


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as it lies on the screen, in logical pixels."""

    mark: Mark
    centre: QPointF
    radius: float
    shape: QPainterPath | None
    tag: TagPlace | None
    approximate: bool = False
    """Whether it was made on another figure, or stands in for one of a close-up, and stands where its region is."""

    @property
    def textured(self) -> bool:
        """Whether its kind's texture shows it, and no symbol."""
        return has_texture(self.mark, covers=self.shape is not None)

    @property
    def symbol_rect(self) -> QRectF:
        """Bounds of the symbol with its casing and selection ring and some room, without the tag."""
        reach = self.radius * 1.5 + 8
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)

    @property
    def ink_rect(self) -> QRectF:
        """Bounds of what may be painted for the symbol: itself, its ring and the sign of an approximate place."""
        reach = self.radius * 1.6 + 4.5
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)

    @property
    def body_rect(self) -> QRectF:
        """Bounds of the symbol and of the area that it covers."""
        if self.shape is None:
            return self.ink_rect
        return self.ink_rect.united(self.shape.boundingRect().adjusted(-8, -8, 8, 8))

    @property
    def tag_rect(self) -> QRectF:
        """Bounds of the tag, with its leader and the symbol over it where it stands off; empty without a tag."""
        if self.tag is None:
            return QRectF()
        rect = self.tag.rect.adjusted(-2, -2, 2, 2)
        return rect.united(self.ink_rect) if self.tag.moved else rect

    @property
    def rect(self) -> QRectF:
        """Bounds of all that is drawn for it."""
        return self.body_rect.united(self.tag_rect)
