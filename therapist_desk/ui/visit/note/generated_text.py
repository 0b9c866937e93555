"""Sentences that the map writes: told by fill, bar, icon and name; each leads to its mark."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from therapist_desk.domain.notes.note import Paragraph, sources
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import current_tokens

_LEFT = 31
_RIGHT = 6
_TOP = 3
_BAR = 3
_ICON = 14


class GeneratedText(QWidget):
    """Runs sentences together; a click, or the arrow keys, choose the one whose source is wanted.

    A double click, Enter or F2 ask to edit it.
    """

    sentence_chosen = Signal(str)  # the paragraph's source, such as "mark:ID"
    edit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._spans: list[tuple[int, int, str]] = []
        self._hot = ""
        self.setToolTip(self.tr("Click: its mark. Double click or Enter: put it into your own words."))
        self.hide()

    @property
    def words(self) -> str:
        """All that is written."""
        return self._document.toPlainText()

    @property
    def hot(self) -> str:
        """The source whose sentence stands out, or an empty text."""
        return self._hot

    def show_sentences(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these in order; without any the widget takes no room."""
        self._spans, at = [], 0
        for paragraph in paragraphs:
            self._spans.append((at, at + len(paragraph.text), paragraph.source))
            at += len(paragraph.text) + 1
        words = " ".join(paragraph.text for paragraph in paragraphs)
        if words != self.words:
            self._document.setDefaultFont(font(Text.BODY))
            self._document.setPlainText(words)
            self.setAccessibleName(self.tr("Generated: {text}").format(text=words))
            self._grow()
        self.setVisible(bool(words))
        self.update()

    def show_hot(self, source: str) -> None:
        """Let the sentence that speaks of `source`, perhaps among others, stand out."""
        if source != self._hot:
            self._hot = source
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._height_for(max(300, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height_for(max(300, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_for(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position() - QPointF(_LEFT, _TOP)
        at = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        self._choose(next((i for i, (start, end, _) in enumerate(self._spans) if start <= at <= end), -1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit this sentence")).triggered.connect(self._edit)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._here()
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._choose(min(here + 1, len(self._spans) - 1))
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._choose(max(here - 1, 0))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._edit()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.soft)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), tokens.soft_line)
        draw_icon(painter, "map", QPointF(11, _TOP + 2), _ICON, tokens.accent)
        painter.translate(_LEFT, _TOP)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, tokens.ink)
        context.palette = palette
        context.selections = self._selections(tokens.hot)
        self._document.documentLayout().draw(painter, context)

    def _selections(self, fill: QColor) -> list[QAbstractTextDocumentLayout.Selection]:
        selections = []
        for start, end, source in self._spans:
            if self._is_hot(source):
                cursor = QTextCursor(self._document)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                shown = QTextCharFormat()
                shown.setBackground(fill)
                selection = QAbstractTextDocumentLayout.Selection()
                selection.cursor = cursor
                selection.format = shown
                selections.append(selection)
        return selections

    def _is_hot(self, source: str) -> bool:
        return bool(self._hot) and (source == self._hot or self._hot in sources(source))

    def _here(self) -> int:
        return next((i for i, (_, _, source) in enumerate(self._spans) if self._is_hot(source)), -1)

    @Slot()
    def _edit(self) -> None:
        here = self._here()
        if here >= 0:
            self.edit_wanted.emit(self._spans[here][2])

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._spans):
            source = self._spans[index][2]
            self.show_hot(source)
            self.sentence_chosen.emit(source)

    def _height_for(self, width: int) -> int:
        # Layouts ask for widths that they do not give: what is painted keeps to the real one.
        self._wrap(width)
        height = math.ceil(self._document.size().height()) + 2 * _TOP
        self._wrap(self.width())
        return height

    def _wrap(self, width: int) -> None:
        self._document.setTextWidth(max(1, width - _LEFT - _RIGHT))

    def _grow(self) -> None:
        self._wrap(self.width())
        self.updateGeometry()
