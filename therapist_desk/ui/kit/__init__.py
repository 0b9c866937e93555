"""The widgets that screens are built from. They ask `current_tokens()` for colours, so they need no theme object.

Text        Label, ElidedLabel (Tone colours them; theme.fonts.Text sizes them), CautionChip, StatusPill, KeyCap
Press       Button (ButtonRole, ButtonSize), IconButton, LinkButton, Chip, AddChip, ToggleGroup, SegmentRow, Rail
Enter       Field around a control, NumberRow, Select, DateEdit, TimeEdit, PassphraseEdit (+ CapsLockHint,
            StrengthMeter), SearchEdit, dressed_spin_box(); Qt's own QLineEdit, QPlainTextEdit, QCheckBox and
            QRadioButton look right as they are
See         AlertIcon, TimerDisplay, LineBar, VisitDots, ReferralMeter
Hold        Card, CardHeader, Divider, Tabs, Dialog, row(), column(), FlowLayout
Pop up      PopupPanel, FinderPanel (popup_panel), PopupCard (popup_card), popover_place()
Tell        Banner (BannerKind), EmptyState, Toast
List        RowList of Row values; ListCard (list_card), a card around one
Paint       PaintedButton and WrappingWidget as bases; draw_panel(), draw_text(), draw_avatar()
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from therapist_desk.ui.kit.avatar import draw_avatar, initials
    from therapist_desk.ui.kit.banner import Banner, BannerKind, EmptyState
    from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton, LinkButton
    from therapist_desk.ui.kit.card import Card, CardHeader, Divider
    from therapist_desk.ui.kit.chip import AddChip, Chip
    from therapist_desk.ui.kit.date_edit import DateEdit
    from therapist_desk.ui.kit.date_text import date_words, read_date
    from therapist_desk.ui.kit.dialog import Dialog
    from therapist_desk.ui.kit.field import AlertIcon, Field
    from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
    from therapist_desk.ui.kit.layouts import FlowLayout, column, row
    from therapist_desk.ui.kit.meters import LineBar, ReferralMeter, VisitDots
    from therapist_desk.ui.kit.number_row import NumberRow
    from therapist_desk.ui.kit.paint import draw_panel, draw_text
    from therapist_desk.ui.kit.painted_button import PaintedButton
    from therapist_desk.ui.kit.passphrase_edit import CapsLockHint, PassphraseEdit, StrengthMeter
    from therapist_desk.ui.kit.pill import CautionChip, KeyCap, Kind, StatusPill
    from therapist_desk.ui.kit.rail import RAIL_WIDTH, Rail, RailButton
    from therapist_desk.ui.kit.row_list import RowList
    from therapist_desk.ui.kit.rows import Row
    from therapist_desk.ui.kit.search_edit import SearchEdit
    from therapist_desk.ui.kit.segment_row import SegmentButton, SegmentRow
    from therapist_desk.ui.kit.select import Select
    from therapist_desk.ui.kit.spin_box import dressed_spin_box
    from therapist_desk.ui.kit.tabs import Tabs
    from therapist_desk.ui.kit.time_edit import TimeEdit, read_time
    from therapist_desk.ui.kit.timer_display import TimerDisplay, clock_text
    from therapist_desk.ui.kit.toast import Toast
    from therapist_desk.ui.kit.toggle_group import ToggleGroup
    from therapist_desk.ui.kit.wrapping import WrappingWidget

__all__ = [
    "RAIL_WIDTH",
    "AddChip",
    "AlertIcon",
    "Banner",
    "BannerKind",
    "Button",
    "ButtonRole",
    "ButtonSize",
    "CapsLockHint",
    "Card",
    "CardHeader",
    "CautionChip",
    "Chip",
    "DateEdit",
    "Dialog",
    "Divider",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "FlowLayout",
    "IconButton",
    "KeyCap",
    "Kind",
    "Label",
    "LineBar",
    "LinkButton",
    "NumberRow",
    "PaintedButton",
    "PassphraseEdit",
    "Rail",
    "RailButton",
    "ReferralMeter",
    "Row",
    "RowList",
    "SearchEdit",
    "SegmentButton",
    "SegmentRow",
    "Select",
    "StatusPill",
    "StrengthMeter",
    "Tabs",
    "TimeEdit",
    "TimerDisplay",
    "Toast",
    "ToggleGroup",
    "Tone",
    "VisitDots",
    "WrappingWidget",
    "clock_text",
    "column",
    "date_words",
    "draw_avatar",
    "draw_panel",
    "draw_text",
    "dressed_spin_box",
    "initials",
    "read_date",
    "read_time",
    "row",
]

_NAMES: Final = {
    "avatar": (
        "draw_avatar",
        "initials",
    ),
    "banner": (
        "Banner",
        "BannerKind",
        "EmptyState",
    ),
    "buttons": (
        "Button",
        "ButtonRole",
        "ButtonSize",
        "IconButton",
        "LinkButton",
    ),
    "card": (
        "Card",
        "CardHeader",
        "Divider",
    ),
    "chip": (
        "AddChip",
        "Chip",
    ),
    "date_edit": ("DateEdit",),
    "date_text": (
        "date_words",
        "read_date",
    ),
    "dialog": ("Dialog",),
    "field": (
        "AlertIcon",
        "Field",
    ),
    "label": (
        "ElidedLabel",
        "Label",
        "Tone",
    ),
    "layouts": (
        "FlowLayout",
        "column",
        "row",
    ),
    "meters": (
        "LineBar",
        "ReferralMeter",
        "VisitDots",
    ),
    "number_row": ("NumberRow",),
    "paint": (
        "draw_panel",
        "draw_text",
    ),
    "painted_button": ("PaintedButton",),
    "passphrase_edit": (
        "CapsLockHint",
        "PassphraseEdit",
        "StrengthMeter",
    ),
    "pill": (
        "CautionChip",
        "KeyCap",
        "Kind",
        "StatusPill",
    ),
    "rail": (
        "RAIL_WIDTH",
        "Rail",
        "RailButton",
    ),
    "row_list": ("RowList",),
    "rows": ("Row",),
    "search_edit": ("SearchEdit",),
    "segment_row": (
        "SegmentButton",
        "SegmentRow",
    ),
    "select": ("Select",),
    "spin_box": ("dressed_spin_box",),
    "tabs": ("Tabs",),
    "time_edit": (
        "TimeEdit",
        "read_time",
    ),
    "timer_display": (
        "TimerDisplay",
        "clock_text",
    ),
    "toast": ("Toast",),
    "toggle_group": ("ToggleGroup",),
    "wrapping": ("WrappingWidget",),
}
_HOMES: Final[Mapping[str, str]] = MappingProxyType(
    {name: f"{__name__}.{module}" for module, names in _NAMES.items() for name in names}
)


def __getattr__(name: str) -> object:
    """Import a widget when it is first asked for: the first window needs few of them, and at once."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
