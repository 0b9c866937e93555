"""The right side of the first window: one column in the middle, which scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.unlock.measures import COLUMN

NARROW = COLUMN
WIDE = 600


class Panel(QScrollArea):
    """`body` takes what the panel holds, under its title; `width` is the column's."""

    def __init__(self, title: str, caption: str = "", *, width: int = NARROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted_width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page, column = QWidget(), QWidget()
        page.setProperty("role", "page")
        column.setMaximumWidth(width)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.GAP)
        self.title = Label(title, Text.DISPLAY, wrap=True)
        self.caption = Label(caption, Text.BODY, Tone.LABELS, wrap=True)
        head = QVBoxLayout()
        head.setSpacing(Space.INNER)
        head.addWidget(self.title)
        head.addWidget(self.caption)
        self.body.addLayout(head)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 1000)
        middle.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(page)
        # Only now: shown without a parent, it would be a window of its own for a moment.
        self.caption.setVisible(bool(caption))

    def begin(self) -> None:
        """Put the focus where the work begins; called when the panel comes to the front."""

    def take_over(self, typed: str, *, submit: bool) -> None:
        """Go on with what was typed before this panel was there; `submit` says that Return was pressed after it."""
