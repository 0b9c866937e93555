"""Buttons: with text, with an icon alone, and as a link."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.painted_button import PaintedButton, press_by_return
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.icons import draw_icon, icon
from therapist_desk.ui.theme.tokens import Height, Radius, Tokens, current_tokens

_ICON = 18
_ICON_GAP = 4  # beside the four that Qt leaves
_LINK_HEIGHT = 24


class ButtonRole(StrEnum):
    """How much a button asks to be pressed."""

    DEFAULT = "default"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"


class ButtonSize(StrEnum):
    """28, 32, 40 or 44 high."""

    SMALL = "small"
    CONTROL = "control"
    LARGE = "large"
    ENTRY = "entry"


class Button(QPushButton):
    """A button with text and, if named, an icon that takes the colour of the text."""

    def __init__(
        self,
        text: str,
        *,
        role: ButtonRole = ButtonRole.DEFAULT,
        size: ButtonSize = ButtonSize.CONTROL,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("role", str(role))
        self.setProperty("scale", str(size))
        self.setAutoDefault(False)
        self._tint()

    def set_role(self, role: ButtonRole) -> None:
        """Turn into another kind of button, for instance primary once everything is ready."""
        if self.property("role") != role:
            self.setProperty("role", str(role))
            self.style().unpolish(self)
            self.style().polish(self)
            self._tint()

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            tokens = current_tokens()
            self.setIconSize(QSize(_ICON + _ICON_GAP, _ICON))
            ink = _ink(tokens, str(self.property("role")))
            self.setIcon(icon(self._icon_name, _ICON, ink, tokens.ink3, gap=_ICON_GAP if self.text() else 0))


def _ink(tokens: Tokens, role: str) -> QColor:
    return {
        ButtonRole.PRIMARY.value: tokens.on_accent,
        ButtonRole.QUIET.value: tokens.ink2,
        ButtonRole.DANGER.value: tokens.red,
    }.get(role, tokens.ink)


class IconButton(PaintedButton):
    """A square button with an icon; `name` is read out and shown as its tool tip."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        size: int = Height.CONTROL,
        icon_size: int = 20,
        framed: bool = False,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._side = size
        self._icon_size = icon_size
        self._framed = framed
        self.setCheckable(checkable)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Name what a press does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            draw_panel(painter, self.area(), Radius.CONTROL, fill=tokens.soft, line=tokens.accent)
        elif self.is_hot() or self._framed:
            fill = tokens.hover if self.is_hot() else tokens.surface
            draw_panel(painter, self.area(), Radius.CONTROL, fill=fill, line=tokens.line2 if self._framed else None)
        ink = tokens.accent if chosen else tokens.ink2 if self.isEnabled() else tokens.ctl
        half = self._icon_size / 2
        corner = QPointF(self.width() / 2 - half, self.height() / 2 - half)
        draw_icon(painter, self._icon_name, corner, self._icon_size, ink)


class LinkButton(PaintedButton):
    """An action that reads as a link: underlined, in the accent or in the tone of its banner."""

    def __init__(self, text: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text.SECONDARY_STRONG if small else Text.BODY_STRONG
        self._color: str | None = None
        self.setText(text)
        self.setFont(font(self._text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def use_color(self, token: str) -> None:
        """Take the colour with this name among the tokens, for instance "amber"."""
        self._color = token
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 2, max(_LINK_HEIGHT, self.fontMetrics().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        color: QColor = getattr(tokens, self._color) if self._color else tokens.accent
        if self.is_hot() and self._color is None:
            color = tokens.accent_hover
        painter = QPainter(self)
        underlined = self.font()
        underlined.setUnderline(True)
        painter.setFont(underlined)
        painter.setPen(color if self.isEnabled() else tokens.ink3)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
