"""Marks as lines of text: symbol, place, grade before and after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.body_map.marks.grade_tags import grade_text
from therapist_desk.body_map.marks.symbols import draw_symbol, ink_off_figure
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.sentences.mark_words import place
from therapist_desk.domain.sentences.wording import ARROW, finding
from therapist_desk.ui.kit.label import ElidedLabel, Label
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens

_SIDE = 20
_RADIUS = 7.0


class MarkSymbol(QWidget):
    """A kind's symbol beside its name."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setToolTip(finding(mark.kind))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = ink_off_figure(self._mark.kind, dark=current_tokens().dark)
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_symbol(QPainter(self), self._mark.kind, centre, _RADIUS, ink, self._mark.direction)


class MarkRow(QWidget):
    """One mark."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = place(mark)
        self.setAccessibleName(f"{finding(mark.kind)}, {words}, {self._grade(mark)}")
        line = row(
            MarkSymbol(mark),
            ElidedLabel(words[:1].upper() + words[1:], Text.SECONDARY),
            Label(self._grade(mark), Text.SECONDARY_STRONG),
        )
        line.setStretch(1, 1)
        self.setLayout(line)

    def _grade(self, mark: Mark) -> str:
        if mark.kind is MarkKind.DO_NOT_WORK:
            return self.tr("no work")
        return grade_text(mark).replace("→", f" {ARROW} ")
