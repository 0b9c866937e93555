"""The column of tools left of the map: select, whole regions, and the ten kinds with their letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.body_map.marks.symbols import ICON_RADIUS, draw_symbol, ink_off_figure
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import SAMPLE_DIRECTION
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, SizeClass, current_tokens
from therapist_desk.ui.visit.wording import kind_name, scale_words

_WIDTH = 48
_WIDTH_COMPACT = 40
_TOOL = 40
_TOOL_SHORT = 36
_TOOL_LEAST = 28
_SELECT_KEY = "V"
_REGION_KEY = "R"
_STEPS: Final[Mapping[int, int]] = MappingProxyType({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1})


class _Tool(PaintedButton):
    def __init__(
        self, kind: MarkKind | None, parent: QWidget, *, key: str = _SELECT_KEY, icon: str = "cursor"
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.key = kind.value if kind else key
        self._icon = icon
        self.side = _TOOL
        self.setObjectName(f"tool_{self.key}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setCheckable(True)
        plain = self.tr("Whole region") if key == _REGION_KEY else self.tr("Select and move")
        name = kind_name(kind) if kind else plain
        scale = scale_words(kind) if kind else ""
        more = (
            self.tr("Ctrl+Shift+arrow keys, or Shift and a click, add the next one") if key == _REGION_KEY else scale
        )
        self.setAccessibleName(f"{name}, {scale}" if scale else name)
        self.setToolTip(f"{name} ({self.key})" + (f"\n{more[:1].upper()}{more[1:]}" if more else ""))

    def sizeHint(self) -> QSize:
        return QSize(min(_TOOL, self.side + 4), self.side)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), _TOOL_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        if self.isChecked():
            draw_panel(painter, self.area(), Radius.CONTROL, fill=tokens.soft, line=tokens.accent)
        elif self.is_hot():
            draw_panel(painter, self.area(), Radius.CONTROL, fill=tokens.hover)
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self.kind is None:
            draw_icon(painter, self._icon, centre - QPointF(9, 9), 18, tokens.ink)
        elif self.isEnabled():
            draw_symbol(
                painter, self.kind, centre, ICON_RADIUS, ink_off_figure(self.kind, dark=tokens.dark), SAMPLE_DIRECTION
            )
        else:
            painter.setOpacity(0.45)
            draw_symbol(
                painter, self.kind, centre, ICON_RADIUS, ink_off_figure(self.kind, dark=tokens.dark), SAMPLE_DIRECTION
            )
        corner = QRectF(self.width() - 13, self.height() - 15, 11, 13)
        ink = tokens.accent if self.isChecked() else tokens.ink3
        draw_text(painter, corner, self.key, Text.CAPTION, ink, align=Qt.AlignmentFlag.AlignHCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()  # the palette walks
        else:
            super().keyPressEvent(event)


class ToolPalette(QWidget):
    """One kind is chosen, or none to select; Tab comes to it, arrows walk to the others.

    The region tool is on or off besides: a click then takes the whole region for the kind chosen.
    """

    kind_chosen = Signal(object)  # MarkKind, or None to select
    walked = Signal(object)
    """The same by the arrow keys, which stay here."""
    whole_regions_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Kinds of mark"))
        self._group = QButtonGroup(self)
        select = _Tool(None, self)
        self._region = _Tool(None, self, key=_REGION_KEY, icon="region")
        self._tools = [select, *(_Tool(kind, self) for kind in MarkKind)]
        self._region.clicked.connect(self.whole_regions_wanted)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(1)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for tool in self._tools:
            self._group.addButton(tool)
            self._column.addWidget(tool, 0, Qt.AlignmentFlag.AlignHCenter)
            if tool.kind is None:
                self._column.addWidget(self._region, 0, Qt.AlignmentFlag.AlignHCenter)
                self._column.addWidget(Divider())
        self._column.addStretch(1)
        self._group.buttonClicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_kind(None)
        self.use(SizeClass.REGULAR)

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        for tool in (*self._tools, self._region):
            tool.side = _TOOL if size is SizeClass.REGULAR else _TOOL_SHORT
            tool.updateGeometry()
        compact = size is SizeClass.COMPACT
        self._column.setContentsMargins(0, 1 if compact else 6, 0, 1 if compact else 6)
        self._column.setSpacing(0 if compact else 1)
        self.setFixedWidth(_WIDTH_COMPACT if compact else _WIDTH)

    def minimumSizeHint(self) -> QSize:
        # The tools take less in a smaller window: they must not keep it from becoming one.
        return QSize(_WIDTH_COMPACT, (len(self._tools) + 1) * (_TOOL_LEAST + 1))

    def show_kind(self, kind: MarkKind | None) -> None:
        """Show which tool is in the hand."""
        for tool in self._tools:
            chosen = tool.kind is kind
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
            if chosen:
                tool.setChecked(True)

    def show_whole_regions(self, *, whole: bool) -> None:
        """Show whether a click takes the whole region."""
        self._region.setChecked(whole)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        here = next((i for i, tool in enumerate(self._tools) if tool.hasFocus() or tool is self.focusWidget()), None)
        if step is None or here is None:
            event.ignore()
            return
        there = self._tools[(here + step) % len(self._tools)]
        self.walked.emit(there.kind)
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton)
    def _tell(self, tool: QAbstractButton) -> None:
        if isinstance(tool, _Tool):
            self.kind_chosen.emit(tool.kind)
