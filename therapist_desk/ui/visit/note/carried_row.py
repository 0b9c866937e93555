"""A line carried forward from the last visit: told by fill, dotted bar, icon, italics and words, until looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.note import Paragraph
from therapist_desk.domain.sentences.carried import carried_from, is_limitation, is_next_visit
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.wrapping import WrappingWidget
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import current_tokens

_BAR = 3
_LEFT = 31
_ICON = 14
_LINE = 27


class CarriedRow(WrappingWidget):
    """One line with its three answers; with the focus on it K keeps, E edits, D drops. A click in the text edits."""

    kept = Signal(object)  # Paragraph
    edited = Signal(object)
    dropped = Signal(object)

    def __init__(self, line: Paragraph, today_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("carried")
        words = line.text
        if is_limitation(line):
            words = self.tr("Limits: {text}").format(text=line.text)
        elif is_next_visit(line):
            words = self.tr("Next visit: {text}").format(text=line.text)
        self._words = Label(words, Text.BODY, wrap=True)
        italic = self._words.font()
        italic.setItalic(True)
        self._words.setFont(italic)
        self._words.setCursor(Qt.CursorShape.IBeamCursor)
        day = carried_from(line)
        where = self.tr("Unconfirmed")
        if day is not None:
            where = self.tr("Unconfirmed, from {day}").format(
                day=near_day_text(day, day.replace(year=today_year, day=1))
            )
        self._pill = StatusPill(where, Kind.AMBER)
        self.keep = self._link(self.tr("Keep"), "keep", words, self._keep)
        self.edit = self._link(self.tr("Edit"), "edit", words, self._edit)
        self.drop = self._link(self.tr("Drop"), "drop", words, self._drop)
        line_layout = row(self._words, self._pill, self.keep, self.edit, self.drop, spacing=10)
        line_layout.setContentsMargins(_LEFT, 2, 8, 2)
        line_layout.setStretch(0, 1)
        self.setLayout(line_layout)
        self.setMinimumHeight(_LINE)
        self.setAccessibleName(self.tr("Unconfirmed: {text}").format(text=words))
        self.setAccessibleDescription(self.tr("K keeps, E edits, D drops"))
        self.setToolTip(self.accessibleDescription())

    def set_locked(self, *, locked: bool) -> None:
        """Offer nothing in a visit that is signed."""
        for link in (self.keep, self.edit, self.drop):
            link.setVisible(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.keep.isVisibleTo(self):
            event.ignore()
        elif event.key() in {Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        elif event.key() in {Qt.Key.Key_E, Qt.Key.Key_F2}:
            self._edit()
        elif event.key() in {Qt.Key.Key_D, Qt.Key.Key_Delete}:
            self._drop()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._words.geometry().contains(
            event.position().toPoint()
        ):
            self._edit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.amber_fill)
        dots = QPen(tokens.amber, _BAR, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        dots.setDashPattern([1, 1])
        painter.setPen(dots)
        painter.drawLine(QPointF(_BAR / 2, 0), QPointF(_BAR / 2, self.height()))
        draw_icon(painter, "history", QPointF(11, self._words.y() + 3), _ICON, tokens.amber)

    def _link(self, words: str, name: str, line: str, slot: object) -> LinkButton:
        link = LinkButton(words, small=True)
        link.setObjectName(f"{name}_line")
        link.setAccessibleName(f"{words}: {line}")
        link.clicked.connect(slot)
        return link

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.line)

    @Slot()
    def _edit(self) -> None:
        self.edited.emit(self.line)

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self.line)
