"""What the first window shows until its form is there: grounds, picture, name, title, and the passphrase field.

Made of what a bare window of Qt has loaded anyway. The namespace Qt, a painter, a style in Python and the kit each
cost a tenth of the start and more (docs/decisions/0015-first-paint.md).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from therapist_desk.ui.unlock.measures import (
    BELOW_FIELD,
    CARD,
    CARD_GAP,
    COLUMN,
    FIELD,
    FIGURE,
    FIGURE_FROM,
    FIGURE_NARROW,
    FORM,
    GAP,
    NAME_LEFT,
    NAME_TOP,
    PAGE_X,
    PAGE_Y,
    figure_top,
    picture_name,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Colors(NamedTuple):
    """Those of the theme that this picture needs; a test compares them with the tokens."""

    ground: str
    win: str
    surface: str
    ink: str
    ink2: str
    ink3: str
    accent: str


LIGHT = Colors("#E6DFD5", "#F4F2EE", "#FFFFFF", "#1E282B", "#4A5659", "#626C70", "#0F6B6E")
DARK = Colors("#101517", "#14191B", "#1D2427", "#E8EDED", "#B7C3C5", "#98A6A9", "#68C8C3")


class Sketch(NamedTuple):
    """What is known of the form before it is made. Without `therapists` it has no passphrase field."""

    title: str
    caption: str
    version: str
    therapists: int


class FirstFrame(QWidget):
    """Laid out as the form that follows, so that nothing moves when it comes. It takes typing at once."""

    def __init__(self, pictures: Path, sketch: Sketch, *, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = DARK if dark else LIGHT
        self._returned = False
        self.field: QLineEdit | None = None
        # Its own ground is painted by the window, which takes this palette.
        self.setPalette(self._palette(QPalette.ColorRole.Window, self._colors.win))
        self._figure = QWidget(self)
        self._figure.setPalette(self._palette(QPalette.ColorRole.Window, self._colors.ground))
        self._figure.setAutoFillBackground(True)
        self._figure.setMaximumWidth(FIGURE)
        self._figure.setMinimumWidth(FIGURE_NARROW)
        ratio = 2 if self.devicePixelRatioF() > 1 else 1
        picture = QPixmap(str(pictures / picture_name(dark=dark, ratio=ratio)))
        picture.setDevicePixelRatio(ratio)
        self._picture = QLabel(self._figure)
        self._picture.setPixmap(picture)
        self._picture.resize(self._picture.sizeHint())
        name = self._label(self.tr("Therapist Desk"), 22, self._colors.ink, strong=True, parent=self._figure)
        name.move(NAME_LEFT, NAME_TOP)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._figure, FIGURE)
        line.addLayout(self._right(sketch), FORM)

    @property
    def typed(self) -> str:
        """What has been typed so far."""
        return "" if self.field is None else self.field.text()

    @property
    def returned(self) -> bool:
        """Whether Return was pressed behind it."""
        return self._returned

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.width() >= FIGURE_FROM
        if shown != self._figure.isVisibleTo(self):
            self._figure.setVisible(shown)
            self._line.activate()
        if shown:
            width = max(FIGURE_NARROW, min(FIGURE, self._figure.width()))
            self._picture.move(round((width - self._picture.width()) / 2), figure_top(self.height()))

    def _right(self, sketch: Sketch) -> QVBoxLayout:
        middle = QHBoxLayout()
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        self._fill(column, sketch)
        middle.setContentsMargins(PAGE_X, 0, PAGE_X, 0)
        middle.addStretch(1)
        middle.addWidget(column, 1000)
        middle.addStretch(1)
        foot = self._label(sketch.version, 12, self._colors.ink3)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(foot)
        below.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, PAGE_Y)
        right.setSpacing(0)
        right.addStretch(1)
        right.addLayout(middle)
        right.addStretch(1)
        right.addLayout(below)
        return right

    def _fill(self, column: QWidget, sketch: Sketch) -> None:
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._label(sketch.title, 22, self._colors.ink, strong=True))
        body.addSpacing(CARD_GAP // 2)
        caption = self._label(sketch.caption, 0, self._colors.ink2)
        caption.setWordWrap(True)
        body.addWidget(caption)
        if not sketch.therapists:
            return
        body.addSpacing(GAP)
        body.addWidget(self._label(self.tr("Therapist"), 12, self._colors.ink, strong=True))
        body.addSpacing(sketch.therapists * (CARD + CARD_GAP) + GAP)
        body.addWidget(self._label(self.tr("Passphrase"), 12, self._colors.ink, strong=True))
        body.addSpacing(CARD_GAP)
        self.field = self._field()
        body.addWidget(self.field)
        body.addSpacing(BELOW_FIELD)

    def _field(self) -> QLineEdit:
        colors = self._colors
        field = QLineEdit()
        field.setObjectName("passphrase")
        field.setAccessibleName(self.tr("Passphrase"))
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setFixedHeight(FIELD)
        field.setStyleSheet(
            f"QLineEdit {{ background: {colors.surface}; color: {colors.ink}; border: 1px solid {colors.accent};"
            " border-radius: 6px; padding: 0 13px; font-size: 15px; min-height: 42px; }"
        )
        field.returnPressed.connect(self._note_return)
        return field

    def _label(
        self, content: str, pixels: int, color: str, *, strong: bool = False, parent: QWidget | None = None
    ) -> QLabel:
        label = QLabel(content, parent)
        font = QFont(self.font())
        if pixels:
            font.setPixelSize(pixels)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        label.setPalette(self._palette(QPalette.ColorRole.WindowText, color))
        return label

    def _palette(self, role: QPalette.ColorRole, color: str) -> QPalette:
        palette = self.palette()  # a copy; making one by QPalette(...) would load the namespace Qt
        palette.setColor(role, QColor(color))
        return palette

    @Slot()
    def _note_return(self) -> None:
        self._returned = True
