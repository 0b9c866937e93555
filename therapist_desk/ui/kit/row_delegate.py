"""Draws rows, with the button at their end."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desk.ui.kit.avatar import draw_avatar
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.pill import kind_colors
from therapist_desk.ui.kit.rows import Index, Row, row_of
from therapist_desk.ui.theme.fonts import Text, font, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, Tokens, current_tokens

HEADING_HEIGHT: Final = 28
_SIDE: Final = 16
_LEAD: Final = 56
_AFTER_LEAD: Final = 6
_AVATAR: Final = 32
_ICON: Final = 20
_AFTER_PICTURE: Final = 12
_TITLE_LINE: Final = 18
_TWO_LINES: Final = 56
_BEFORE_END: Final = 12
_AFTER_WORDS: Final = 8
_BUTTON_WIDTH: Final = 120
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Draws a `Row`. A click on its button or link says `pressed`, one elsewhere `picked`, both with the key."""

    pressed = Signal(str)
    picked = Signal(str)

    def __init__(
        self,
        *,
        height: int = Height.ROW,
        side: int = _SIDE,
        inset: bool = False,
        led: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._led = led
        self.lead_width = _LEAD
        self._height = height
        self._side = side
        self._inset = side if inset else 0

    def make_room_for(self, rows: Sequence[Row]) -> None:
        """Let what stands first in each of `rows` fit: "9:00" takes less than "12:30 PM"."""
        widest = max((text_width(row.lead, Text.BODY_STRONG) for row in rows if row.lead), default=0)
        self.lead_width = max(_LEAD, ceil(widest) + _AFTER_LEAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, view = row_of(index), option.widget
        if row.heading or not isinstance(view, QListView):
            return QSize(0, HEADING_HEIGHT if row.heading else self._height)
        end = _end_area(QRectF(0, 0, view.viewport().width(), self._height), row, self._side)
        wraps = self._wraps(row, end.left() - _BEFORE_END - _AFTER_WORDS - self._words_left(row))
        return QSize(0, self._height + (_TITLE_LINE if wraps else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens, area = row_of(index), current_tokens(), QRectF(option.rect)
        painter.save()
        self._draw_ground(painter, option, row, tokens)
        if row.heading:
            self._draw_heading(painter, area, row, tokens)
        else:
            right = self._draw_end(painter, area, row, tokens, hot=_is_hot(option))
            self._draw_words(painter, area, right, row, tokens)
        line = QRectF(area.left() + self._inset, area.top(), area.width() - 2 * self._inset, 1)
        painter.fillRect(line, tokens.line)
        _draw_focus(painter, option, tokens)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            mouse = cast("QMouseEvent", event)
            row = row_of(index)
            if mouse.button() == Qt.MouseButton.LeftButton and (not row.heading or row.foldable):
                at_end = _end_area(QRectF(option.rect), row, self._side).contains(mouse.position())
                (self.pressed if at_end or row.heading else self.picked).emit(row.key)
                return True
        return super().editorEvent(event, model, option, index)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, tokens: Tokens) -> None:
        ground = tokens.sunken if row.heading else tokens.soft if row.active else tokens.surface
        if _is_hot(option) and (not row.heading or row.foldable) and not row.active:
            ground = tokens.hover
        has_keyboard = option.state & QStyle.StateFlag.State_HasFocus or self._led
        if option.state & QStyle.StateFlag.State_Selected and has_keyboard:
            ground = tokens.soft
        painter.fillRect(option.rect, ground)

    def _draw_heading(self, painter: QPainter, area: QRectF, row: Row, tokens: Tokens) -> None:
        left = area.left() + _SIDE
        if row.icon:
            draw_icon(painter, row.icon, QPointF(left, area.center().y() - 7), 14, tokens.ink2)
            left += 22
        words = f"{row.title}   {row.trailing}" if row.trailing else row.title
        draw_text(
            painter,
            QRectF(left, area.top(), area.width() - left, area.height()),
            words,
            Text.CAPTION_STRONG,
            tokens.ink2,
        )

    def _draw_words(self, painter: QPainter, area: QRectF, right: float, row: Row, tokens: Tokens) -> None:
        picture = area.left() + self._side
        if row.lead:
            lead = QRectF(picture, area.top(), self.lead_width - _AFTER_LEAD, area.height())
            draw_text(painter, lead, row.lead, Text.BODY_STRONG, tokens.ink)
            picture += self.lead_width
        if row.initials:
            circle = QRectF(picture, area.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
            draw_avatar(painter, circle, row.initials, active=row.active)
        elif row.icon:
            corner = QPointF(picture, area.center().y() - _ICON / 2)
            draw_icon(painter, row.icon, corner, _ICON, _ink(tokens, row.icon_tone))
        left = area.left() + self._words_left(row)
        room = QRectF(left, area.top(), right - left - _AFTER_WORDS, area.height())
        if not row.caption:
            draw_text(painter, room, row.title, Text.BODY_STRONG, tokens.ink)
            return
        wraps = self._wraps(row, room.width())
        middle = area.center().y() + (_TITLE_LINE / 2 if wraps else 0)
        title = QRectF(left, middle - _TITLE_LINE, room.width(), _TITLE_LINE)
        if wraps:
            title.setTop(title.top() - _TITLE_LINE)
            painter.setFont(font(Text.BODY_STRONG))
            painter.setPen(tokens.ink)
            painter.drawText(title, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, row.title)
        else:
            draw_text(painter, title, row.title, Text.BODY_STRONG, tokens.ink)
        draw_text(painter, QRectF(left, middle, room.width(), 17), row.caption, Text.SECONDARY, tokens.ink3)

    def _words_left(self, row: Row) -> float:
        """How far from the left edge the words begin: after what stands first, and after a picture."""
        picture = _AVATAR if row.initials else _ICON if row.icon else 0
        return self._side + (self.lead_width if row.lead else 0) + (picture + _AFTER_PICTURE if picture else 0)

    def _wraps(self, row: Row, width: float) -> bool:
        """A title that says more than a name goes on in a second line: what is cut off would be the news in it."""
        roomy = bool(row.link and row.caption) and self._height >= _TWO_LINES
        return roomy and text_width(row.title, Text.BODY_STRONG) > width

    def _draw_end(self, painter: QPainter, area: QRectF, row: Row, tokens: Tokens, *, hot: bool) -> float:
        """Draw from the right edge inwards; gives where the words must end."""
        end = _end_area(area, row, self._side)
        right = end.left()
        if row.button:
            _draw_button(painter, end, row, tokens, hot=hot)
            right -= _BEFORE_END
        elif row.link:
            _draw_link(painter, end, row.link, tokens, hot=hot)
            right -= _BEFORE_END
        if row.trailing:
            width = text_width(row.trailing, Text.SECONDARY) + 2
            box = QRectF(right - width, area.top(), width, area.height())
            draw_text(painter, box, row.trailing, Text.SECONDARY, tokens.ink2, align=_RIGHT)
            right = box.left() - 12
        if row.pill is not None:
            words, kind = row.pill
            ink, fill, line = kind_colors(tokens, kind)
            width = text_width(words, Text.CAPTION_STRONG) + 20
            box = QRectF(right - width, area.center().y() - Height.PILL / 2, width, Height.PILL)
            draw_panel(painter, box, box.height() / 2, fill=fill, line=line)
            draw_text(painter, box, words, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)
            right = box.left() - 8
        return right


def _end_area(area: QRectF, row: Row, side: int) -> QRectF:
    right = area.right() - side
    if row.button:
        return QRectF(right - _BUTTON_WIDTH, area.center().y() - 16, _BUTTON_WIDTH, Height.CONTROL)
    width = text_width(row.link, Text.SECONDARY_STRONG) + 2 if row.link else 0.0
    return QRectF(right - width, area.top(), width, area.height())


def _draw_button(painter: QPainter, box: QRectF, row: Row, tokens: Tokens, *, hot: bool) -> None:
    if row.primary:
        fill, line, ink = (tokens.accent_hover if hot else tokens.accent), None, tokens.on_accent
    else:
        fill, line, ink = (tokens.hover if hot else tokens.surface), tokens.line2, tokens.ink
    draw_panel(painter, box, Radius.CONTROL, fill=fill, line=line)
    text = Text.BODY_STRONG if row.primary else Text.CONTROL
    draw_text(painter, box, row.button, text, ink, align=Qt.AlignmentFlag.AlignHCenter)


def _draw_link(painter: QPainter, box: QRectF, words: str, tokens: Tokens, *, hot: bool) -> None:
    underlined = font(Text.SECONDARY_STRONG)
    underlined.setUnderline(True)
    painter.setFont(underlined)
    painter.setPen(tokens.accent_hover if hot else tokens.accent)
    painter.drawText(box, _RIGHT | Qt.AlignmentFlag.AlignVCenter, words)


def _draw_focus(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    view = option.widget
    if not (option.state & QStyle.StateFlag.State_HasFocus and isinstance(view, QListView)):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), Radius.CONTROL, Radius.CONTROL)


def _is_hot(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def _ink(tokens: Tokens, tone: Tone) -> QColor:
    return {
        Tone.AMBER: tokens.amber,
        Tone.RED: tokens.red,
        Tone.GREEN: tokens.green,
        Tone.ACCENT: tokens.accent,
        Tone.INK: tokens.ink,
        Tone.QUIET: tokens.ink3,
    }.get(tone, tokens.ink2)
