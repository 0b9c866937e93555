"""What a style sheet cannot draw: indicators, and the hints and measures the windows rely on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Tokens, current_tokens

FOCUS_GAP = 1
FOCUS_WIDTH = 2
INDICATOR = 16

_METRICS = {
    QStyle.PixelMetric.PM_FocusFrameHMargin: FOCUS_GAP + FOCUS_WIDTH,
    QStyle.PixelMetric.PM_FocusFrameVMargin: FOCUS_GAP + FOCUS_WIDTH,
    QStyle.PixelMetric.PM_IndicatorWidth: INDICATOR,
    QStyle.PixelMetric.PM_IndicatorHeight: INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: INDICATOR,
    QStyle.PixelMetric.PM_ButtonIconSize: 18,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarSpacing: 0,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarOverlap: 0,
}

_HINTS = {
    # The ring lies outside the control and over its neighbours' margins.
    QStyle.StyleHint.SH_FocusFrame_AboveWidget: 1,
    QStyle.StyleHint.SH_FocusFrame_Mask: 0,  # it would cut the ring of a round control
    QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick: 0,
    QStyle.StyleHint.SH_ComboBox_Popup: 0,
    QStyle.StyleHint.SH_UnderlineShortcut: 0,
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_Widget_Animate: 0,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: 500,
    QStyle.StyleHint.SH_LineEdit_PasswordCharacter: ord("•"),
}


class DeskStyle(QProxyStyle):
    """Fusion with the check boxes, measures and hints of the visual language."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        value = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if value is None else value

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name, which callers may use
    ) -> int:
        value = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if value is None else value

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match element:
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                return  # FocusRing draws it, outside the control
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox | QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck:
                _draw_check_box(painter, option, current_tokens())
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                _draw_radio(painter, option, current_tokens())
            case _:
                super().drawPrimitive(element, option, painter, widget)


def _draw_check_box(painter: QPainter, option: QStyleOption, tokens: Tokens) -> None:
    _draw_indicator_box(painter, option, tokens, radius=4)
    box = QRectF(option.rect)
    ink = tokens.on_accent if option.state & QStyle.StateFlag.State_Enabled else tokens.ink3
    if option.state & QStyle.StateFlag.State_NoChange:
        painter.fillRect(QRectF(box.center().x() - 4, box.center().y() - 1, 8, 2), ink)
    elif option.state & QStyle.StateFlag.State_On:
        draw_icon(painter, "check", box.center() - QPointF(7, 7), 14, ink)


def _draw_radio(painter: QPainter, option: QStyleOption, tokens: Tokens) -> None:
    _draw_indicator_box(painter, option, tokens, radius=INDICATOR / 2)
    if option.state & QStyle.StateFlag.State_On:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.on_accent if option.state & QStyle.StateFlag.State_Enabled else tokens.ink3)
        painter.drawEllipse(QRectF(option.rect).center(), 3.0, 3.0)
        painter.restore()


def _draw_indicator_box(painter: QPainter, option: QStyleOption, tokens: Tokens, *, radius: float) -> None:
    on = bool(option.state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
    fill, line = (tokens.accent, tokens.accent) if on else (tokens.surface, tokens.ctl)
    if not option.state & QStyle.StateFlag.State_Enabled:
        fill, line = tokens.hover, tokens.line
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
