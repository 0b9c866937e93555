"""One of a few, side by side: Front | Back | Left | Right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens


class _Option(PaintedButton):
    def __init__(self, value: str, text: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self._height = height
        self.setText(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        padding = 24 if self._height >= Height.CONTROL else 18
        return QSize(round(text_width(self.text(), Text.SECONDARY_STRONG) + padding), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(24, round(text_width(self.text(), Text.SECONDARY_STRONG)) + 6), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        ink = tokens.ink2 if self.isEnabled() else tokens.ink3
        if self.isChecked():
            ink = tokens.accent
        text = Text.SECONDARY_STRONG if self.isChecked() else Text.SECONDARY
        draw_text(painter, self.area(), self.text(), text, ink, align=Qt.AlignmentFlag.AlignHCenter)


class ToggleGroup(QWidget):
    """Exactly one of `options` (value, words) is chosen, or none until one is; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        value: str | None = None,
        height: int = Height.SMALL,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._options = [_Option(key, words, height, self) for key, words in options]
        for option in self._options:
            self._group.addButton(option)
            row.addWidget(option)
            option.toggled.connect(self.update)
        self._group.buttonClicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> str | None:
        """The chosen value."""
        return next((option.value for option in self._options if option.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Choose `value` without saying `chosen`; None, or a value that is not among the options, chooses none."""
        self._group.setExclusive(False)
        for option in self._options:
            option.setChecked(option.value == value)
        self._group.setExclusive(True)

    def option(self, value: str) -> QAbstractButton:
        """The button of `value`, for a tool tip or a shortcut."""
        return next(option for option in self._options if option.value == value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.CONTROL, fill=tokens.surface)
        outline = QPainterPath()
        outline.addRoundedRect(area, Radius.CONTROL, Radius.CONTROL)
        painter.save()
        painter.setClipPath(outline)
        for option in self._options:
            cell = QRectF(option.geometry())
            if option.isChecked() or option.is_hot():
                painter.fillRect(cell, tokens.soft if option.isChecked() else tokens.hover)
            if option is not self._options[0]:
                painter.fillRect(QRectF(cell.left(), 0, 1, area.height()), tokens.line)
        painter.restore()
        draw_panel(painter, area, Radius.CONTROL, line=tokens.line2)

    @Slot(QAbstractButton)
    def _tell(self, option: QAbstractButton) -> None:
        if isinstance(option, _Option):
            self.chosen.emit(option.value)
