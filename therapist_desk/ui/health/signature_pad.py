"""A signature: to see, and to draw by pen, finger or mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.signature import HEIGHT, WIDTH, Signature, Stroke, thinned
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens

_INK = 1.8


class SignatureView(QWidget):
    """Shows a signature as large as its height lets it be."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signature = Signature()
        self._size = QSize(height * WIDTH // HEIGHT, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Signature"))

    @property
    def signature(self) -> Signature:
        """What is shown."""
        return self._signature

    def show_signature(self, signature: Signature) -> None:
        """Show this one."""
        self._signature = signature
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint_ink(QPainter(self))

    def _paint_ink(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QPen(current_tokens().ink, _INK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        for stroke in self._signature.strokes:
            if len(stroke.points) == 1:
                painter.drawPoint(self._on_screen(stroke.points[0]))
                continue
            way = QPainterPath(self._on_screen(stroke.points[0]))
            for point in stroke.points[1:]:
                way.lineTo(self._on_screen(point))
            painter.drawPath(way)

    def _on_screen(self, at: Point) -> QPointF:
        return QPointF(at.x * self.width() / WIDTH, at.y * self.height() / HEIGHT)


class SignaturePad(SignatureView):
    """Takes strokes; `signed` follows each one. Delete wipes it."""

    signed = Signal()

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Signature, drawn by pen or mouse; Delete wipes it"))

    @Slot()
    def wipe(self) -> None:
        """Begin anew."""
        self.show_signature(Signature())
        self.signed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open = True
            self._signature = Signature((*self._signature.strokes, Stroke((self._point(event.position()),))))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._open:
            *before, last = self._signature.strokes
            self._signature = Signature((*before, Stroke((*last.points, self._point(event.position())))))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._open:
            self._open = False
            self._signature = thinned(self._signature)
            self.update()
            self.signed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.wipe()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        draw_panel(painter, QRectF(self.rect()), Radius.CONTROL, fill=tokens.surface, line=tokens.ctl)
        base = round(self.height() * 0.78)
        painter.fillRect(16, base, self.width() - 32, 1, tokens.line2)
        if not self._signature.strokes:
            room = QRectF(16, base + 2, self.width() - 32, self.height() - base - 4)
            draw_text(painter, room, self.tr("Sign here"), Text.CAPTION, tokens.ink3)
        self._paint_ink(painter)

    def _point(self, at: QPointF) -> Point:
        return Point(round(at.x() * WIDTH / max(1, self.width())), round(at.y() * HEIGHT / max(1, self.height())))
