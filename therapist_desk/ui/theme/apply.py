"""The theme of an application: scheme, palette, style, style sheet, fonts and icons."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from therapist_desk.ui.theme.fonts import application_font
from therapist_desk.ui.theme.icons import use_icons_from
from therapist_desk.ui.theme.sheet import style_sheet
from therapist_desk.ui.theme.tokens import DARK, LIGHT, Tokens


class Scheme(Enum):
    """Which colours to use: the system's choice, or always light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses one application and keeps following the system's colour scheme until it goes.

    Held by the composition root. `changed` comes after the new colours are in place; widgets of the kit need
    not listen, they repaint.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, icons: Path, scheme: Scheme = Scheme.SYSTEM, *, at_once: bool = True
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._tokens = LIGHT
        use_icons_from(icons)
        application.setStyle("Fusion")
        application.setFont(application_font())
        self._complete = False
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress()
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Add what only a Python style can do: check boxes, measures, the focus ring.

        Not `at_once` where the first window shall stand first. Qt asks a style in Python about each kind of style
        option and event there is, and PySide then makes classes for all of them: a third of the time to start.
        """
        from therapist_desk.ui.theme.focus_ring import FocusRing  # noqa: PLC0415 - see above
        from therapist_desk.ui.theme.style import DeskStyle  # noqa: PLC0415 - see above

        if not self._complete:
            self._complete = True
            self._application.setStyle(DeskStyle())
            FocusRing(self._application, self)

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def use(self, scheme: Scheme) -> None:
        """Show `scheme` from now on."""
        self._scheme = scheme
        self._dress()
        self.changed.emit()

    @Slot()
    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._tokens = self._chosen_tokens()
        self._application.setPalette(palette(self._tokens))
        self._application.setStyleSheet(style_sheet(self._tokens))

    def _chosen_tokens(self) -> Tokens:
        if self._scheme is not Scheme.SYSTEM:
            return DARK if self._scheme is Scheme.DARK else LIGHT
        system_is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if system_is_dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Qt's roles in the colours of `tokens`."""
    role = QPalette.ColorRole
    colors: dict[QPalette.ColorRole, QColor] = {
        role.Window: tokens.win,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.red,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.ctl,
        role.Shadow: tokens.line2,
    }
    result = QPalette()
    for name, color in colors.items():
        result.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, tokens.ink3)
    for name in (role.Base, role.Button):
        result.setColor(QPalette.ColorGroup.Disabled, name, tokens.hover)
    return result
