"""A message inside a page, and the page that has nothing to show yet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.buttons import Button, LinkButton
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.wrapping import WrappingWidget
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, Space, current_tokens

_EMPTY_ICON = 20
_EMPTY_CIRCLE = 48


class BannerKind(StrEnum):
    """What a banner is about: a fact, something to look at, something wrong, something achieved."""

    INFO = "info"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"


_SIGNS = {
    BannerKind.INFO: ("info", Tone.LABELS),
    BannerKind.AMBER: ("warn", Tone.AMBER),
    BannerKind.RED: ("alert", Tone.RED),
    BannerKind.GREEN: ("okc", Tone.GREEN),
}


class Banner(WrappingWidget):
    """A sentence with its sign and, at its right, links that do something about it."""

    def __init__(self, sentence: str, kind: BannerKind = BannerKind.INFO, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        icon_name, tone = _SIGNS[kind]
        self._words = Label(sentence, Text.BODY, Tone.INK if kind is BannerKind.INFO else tone, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(Space.GRID)
        self._row.addWidget(AlertIcon(icon_name, tone))
        self._row.addWidget(self._words, 1)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)

    def add_action(self, text: str) -> LinkButton:
        """Add a link after the sentence; connect to its `clicked`."""
        link = LinkButton(text, small=True)
        if self._kind is not BannerKind.INFO:
            link.use_color(self._kind)
        self._row.addWidget(link)
        return link

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        fill, line = {
            BannerKind.INFO: (tokens.sunken, tokens.line),
            BannerKind.AMBER: (tokens.amber_fill, tokens.amber_line),
            BannerKind.RED: (tokens.red_fill, tokens.red_line),
            BannerKind.GREEN: (tokens.green_fill, tokens.green_line),
        }[self._kind]
        draw_panel(QPainter(self), QRectF(self.rect()), Radius.CONTROL, fill=fill, line=line)


class _Disc(QWidget):
    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_EMPTY_CIRCLE, _EMPTY_CIRCLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        draw_panel(painter, QRectF(self.rect()), _EMPTY_CIRCLE / 2, fill=tokens.soft)
        offset = (_EMPTY_CIRCLE - _EMPTY_ICON) / 2
        draw_icon(painter, self._icon_name, QPointF(offset, offset), _EMPTY_ICON, tokens.accent)


class EmptyState(QWidget):
    """What a list or page says before there is anything in it, and what to do about it, side by side."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str,
        *actions: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(Space.GRID)
        column.addStretch(1)
        column.addWidget(_Disc(icon_name, self), 0, centre)
        self._title = Label(title, Text.TITLE)
        column.addWidget(self._title, 0, centre)
        self._words = Label(sentence, Text.BODY, Tone.LABELS, wrap=True)
        self._words.setAlignment(centre)
        column.addWidget(self._words)
        if actions:
            column.addSpacing(Space.GRID)
            beside = QHBoxLayout()
            beside.setSpacing(Space.GRID)
            beside.addStretch(1)
            for action in actions:
                beside.addWidget(action)
            beside.addStretch(1)
            column.addLayout(beside)
        column.addStretch(1)

    def show_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(sentence)
