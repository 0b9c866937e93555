from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.theme.apply import Scheme, Theme
from therapist_desk.ui.theme.tokens import DARK, LIGHT, SizeClass, Tokens, current_tokens, size_class

READABLE = 4.5
VISIBLE = 3.0


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2 contrast ratio."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    def luminance(color: QColor) -> float:
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    pairs = {
        f"{ink} on {ground}": contrast(getattr(tokens, ink), getattr(tokens, ground))
        for ink in ("ink", "ink2", "ink3", "accent")
        for ground in ("win", "surface", "sunken", "hover", "soft")
    } | {
        f"{kind} on its fill": contrast(getattr(tokens, kind), getattr(tokens, f"{kind}_fill"))
        for kind in ("red", "amber", "green")
    }
    pairs["on accent"] = contrast(tokens.on_accent, tokens.accent)
    pairs["rail"] = contrast(tokens.rail_text, tokens.rail)

    assert {pair: ratio for pair, ratio in pairs.items() if ratio < READABLE} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_field_borders_and_the_focus_ring_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.ctl, tokens.surface) >= VISIBLE
    assert contrast(tokens.accent, tokens.win) >= VISIBLE


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1366, 768, SizeClass.REGULAR),
        (1200, 720, SizeClass.REGULAR),
        (1366, 688, SizeClass.SHORT),
        (1199, 900, SizeClass.COMPACT),
        (1093, 614, SizeClass.COMPACT),
    ],
)
def test_the_size_class_follows_the_window(width: int, height: int, expected: SizeClass) -> None:
    assert size_class(width, height) is expected


def test_widgets_see_the_scheme_in_use(theme: Theme) -> None:
    theme.use(Scheme.DARK)
    assert current_tokens() is DARK

    theme.use(Scheme.LIGHT)
    assert current_tokens() is LIGHT


def test_a_change_of_scheme_recolours_windows_that_are_open(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    with qtbot.waitSignal(theme.changed):
        theme.use(Scheme.DARK)

    assert window.palette().color(QPalette.ColorRole.Window) == DARK.win
    assert QApplication.palette().color(QPalette.ColorRole.PlaceholderText) == DARK.ink3


def test_the_systems_scheme_is_light_where_the_system_does_not_say(theme: Theme) -> None:
    theme.use(Scheme.SYSTEM)

    assert theme.tokens is LIGHT
