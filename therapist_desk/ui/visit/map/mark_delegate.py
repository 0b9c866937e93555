"""How a mark looks in the list: symbol, place, what it is, before, after and the change."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapist_desk.body_map.marks.symbols import ICON_RADIUS, draw_symbol, ink_off_figure
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.style import FOCUS_WIDTH
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.map.mark_model import MARK
from therapist_desk.ui.visit.wording import detail, short_place

_ROW = 44
_LINE = 16
_LEFT = 40
_BESIDE = 6
_GRADES = 92
_GRADES_NARROW = 68
_NARROW = 250


class MarkDelegate(QStyledItemDelegate):
    """`grading` says which of the two grades digits set: that one is boxed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grading = Grading.BEFORE

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.widget.viewport().width() if isinstance(option.widget, QAbstractItemView) else 0
        lines = name_lines(short_place(index.data(MARK)), width - _LEFT - _room(width) - _BESIDE)
        return QSize(200, _ROW + (len(lines) - 1) * _LINE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        mark: Mark = index.data(MARK)
        tokens = current_tokens()
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if selected:
            painter.fillRect(area, tokens.soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, tokens.hover)
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), tokens.line)
        centre = QPointF(area.x() + 22, area.center().y())
        ink = ink_off_figure(mark.kind, dark=tokens.dark)
        draw_symbol(painter, mark.kind, centre, ICON_RADIUS, ink, mark.direction)
        room = _room(area.width())
        words = area.adjusted(_LEFT, 4, -room - _BESIDE, -6)
        lines = name_lines(short_place(mark), words.width())
        high = words.height() / (len(lines) + 1)
        for place, line in enumerate(lines):
            at = QRectF(words.x(), words.y() + place * high, words.width(), high)
            draw_text(painter, at, line, Text.SECONDARY_STRONG, tokens.ink)
        below = QRectF(words.x(), words.bottom() - high, words.width(), high)
        draw_text(painter, below, detail(mark), Text.CAPTION, tokens.ink2)
        grades = QRectF(area.right() - room - 4, area.y(), room, area.height() - 1)
        self._draw_grades(painter, grades, mark, focused=focused)
        if focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.accent, FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -3), Radius.CONTROL, Radius.CONTROL)
        painter.restore()

    def _draw_grades(self, painter: QPainter, area: QRectF, mark: Mark, *, focused: bool) -> None:
        tokens = current_tokens()
        if mark.scale is None:
            draw_text(
                painter,
                area.adjusted(0, 0, -6, 0),
                self.tr("no grade"),
                Text.CAPTION,
                tokens.ink3,
                align=Qt.AlignmentFlag.AlignRight,
            )
            return
        top = area.center().y() - 12
        for grading, x, grade in (
            (Grading.BEFORE, area.x(), mark.before),
            (Grading.AFTER, area.x() + 42, mark.after),
        ):
            box = QRectF(x, top, 26, 24)
            current = grading is self.grading
            if current or grade is None:
                line = tokens.accent if current and focused else tokens.line2
                fill = tokens.surface if current and grade is not None else None
                draw_panel(painter, box, Radius.TAG, fill=fill, line=line, dashed=grade is None)
            words = "–" if grade is None else str(grade)
            ink = tokens.ink3 if grade is None else tokens.ink
            role = Text.BODY_STRONG if current and grade is not None else Text.BODY
            draw_text(painter, box, words, role, ink, align=Qt.AlignmentFlag.AlignHCenter)
        draw_icon(painter, "arrow", QPointF(area.x() + 28, area.center().y() - 6), 12, tokens.ink3)
        if area.width() >= _GRADES and mark.before is not None and mark.after is not None:
            change = mark.after - mark.before
            ink = tokens.green if change < 0 else tokens.amber if change > 0 else tokens.ink3
            room = QRectF(area.x() + 68, area.y(), area.width() - 70, area.height())
            words = f"{change:+d}".replace("-", "−") if change else "="
            draw_text(painter, room, words, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignRight)


def _room(width: float) -> int:
    """Give what the grades take: a narrow list leaves the change to the reader's eye and the room to the names."""
    return _GRADES if width > _NARROW else _GRADES_NARROW


def name_lines(words: str, width: float) -> tuple[str, ...]:
    """Give a name on one line, or on two where it is too long for one."""
    if text_width(words, Text.SECONDARY_STRONG) <= width or " " not in words:
        return (words,)
    first, *rest = words.split(" ")
    while len(rest) > 1 and text_width(f"{first} {rest[0]}", Text.SECONDARY_STRONG) <= width:
        first = f"{first} {rest.pop(0)}"
    return first, " ".join(rest)
