"""What the shades over the figure mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.body_map.marks.heat import shade
from therapist_desk.domain.progress.often import PainHistory
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import current_tokens

_SWATCH = 30.0
_HEIGHT = 34


class HistoryKey(QWidget):
    """A swatch for each step of the ramp with the counts it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[int, ...] = ()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_history(self, history: PainHistory) -> None:
        """Take the steps of a history."""
        self._steps = history.steps
        self._words = self.tr("of {n} visits marked as pain").format(n=history.visits)
        self.setAccessibleName(f"{', '.join(self._ranges())} {self._words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        x = 0.0
        for step, words in enumerate(self._ranges()):
            width = max(_SWATCH, text_width(words, Text.CAPTION) + 8)
            painter.fillRect(QRectF(x, 2, width - 2, 12), shade(step, len(self._steps)))
            box = QRectF(x, 17, width - 2, 15)
            draw_text(painter, box, words, Text.CAPTION, tokens.ink2, align=Qt.AlignmentFlag.AlignHCenter)
            x += width
        draw_text(painter, QRectF(x + 8, 17, self.width() - x - 8, 15), self._words, Text.CAPTION, tokens.ink2)

    def _ranges(self) -> list[str]:
        starts = [1, *(end + 1 for end in self._steps)]
        return [
            str(end) if start == end else f"{start} to {end}" for start, end in zip(starts, self._steps, strict=False)
        ]
