"""The techniques of the session side by side: a press goes on with another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from therapist_desk.domain.technique import Technique
from therapist_desk.domain.timer import Segment
from therapist_desk.services.techniques import Techniques
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.kit.timer_display import clock_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_PADDING = 12
_LEAST = 78
_MORE = 40


class SegmentButton(PaintedButton):
    """One technique with its minutes and code; filled while it runs."""

    def __init__(self, technique: Technique, parent: QWidget) -> None:
        super().__init__(parent)
        self.technique = technique
        self.setObjectName(f"technique_{technique.id}")
        self.setText(technique.name)
        self._below = ""
        self.running = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_time(self, seconds: int, *, running: bool) -> None:
        """Show the time spent; while running with its seconds."""
        self.running = running
        time = clock_text(seconds) if running else self.tr("{n} min").format(n=seconds // 60)
        self._below = f"{time} · {self.technique.code or self.tr('no code')}"
        state = self.tr("running") if running else ""
        self.setAccessibleName(
            " ".join(part for part in (self.text(), self.tr("{n} min").format(n=seconds // 60), state) if part)
        )
        self.update()

    def sizeHint(self) -> QSize:
        code = self.technique.code or self.tr("no code")
        below = self.tr("88:88 · {code}").format(code=code)
        widest = max(text_width(self.text(), Text.BODY_STRONG), text_width(below, Text.SECONDARY_STRONG))
        return QSize(max(_LEAST, round(widest) + 2 * _PADDING + 1), Height.TIMER_BUTTON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        name_ink = tokens.on_accent if self.running else tokens.ink if self.isEnabled() else tokens.ink3
        time_ink = tokens.on_accent if self.running else tokens.ink2 if self.isEnabled() else tokens.ink3
        room = self.area().adjusted(_PADDING, 0, -4, 0)
        half = self.height() / 2
        draw_text(painter, QRectF(room.x(), 5, room.width(), half - 5), self.text(), Text.BODY_STRONG, name_ink)
        below = Text.SECONDARY_STRONG if self.running else Text.SECONDARY
        draw_text(painter, QRectF(room.x(), half, room.width(), half - 6), self._below, below, time_ink)


class _MoreButton(PaintedButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("more_techniques")
        self.setAccessibleName(self.tr("More techniques"))
        self.setToolTip(self.tr("More techniques, rest and set-up"))

    def sizeHint(self) -> QSize:
        return QSize(_MORE, Height.TIMER_BUTTON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = current_tokens().ink2 if self.isEnabled() else current_tokens().ink3
        draw_icon(QPainter(self), "plus", self.area().center() - QPointF(9, 9), 18, ink)


class SegmentButtons(QWidget):
    """As many techniques as fit, the running one always among them; the rest are in the menu of "+"."""

    technique_chosen = Signal(object)  # Technique

    def __init__(self, techniques: Techniques, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = [technique for technique in techniques.all if technique not in techniques.usual]
        self.setAccessibleName(self.tr("Techniques"))
        self._buttons: list[SegmentButton] = []
        self._offered: list[SegmentButton] = []
        self._more = _MoreButton(self)
        self._more.clicked.connect(self._open_menu)
        for technique in techniques.usual:
            self._add(technique)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, segments: Sequence[Segment], running: Technique | None, *, locked: bool) -> None:
        """Show how long each technique has been given; a technique not offered joins the row."""
        used = [segment.technique for segment in segments]
        for technique in used if running is None else [*used, running]:
            if not any(button.technique.id == technique.id for button in self._buttons):
                self._add(technique)
        for button in self._buttons:
            seconds = sum(seg.seconds for seg in segments if seg.technique.id == button.technique.id)
            button.show_time(seconds, running=running is not None and running.id == button.technique.id)
            button.setEnabled(not locked)
        self._more.setVisible(not locked)
        self._place()

    def sizeHint(self) -> QSize:
        width = sum(button.sizeHint().width() for button in self._buttons) + _MORE
        return QSize(width, Height.TIMER_BUTTON)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST + _MORE, Height.TIMER_BUTTON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        cells: list[PaintedButton] = [cell for cell in (*self._offered, self._more) if cell.isVisibleTo(self)]
        area = QRectF(0, 0, cells[-1].geometry().right() + 1 if cells else 0, self.height())
        draw_panel(painter, area, Radius.CARD, fill=tokens.surface)
        outline = QPainterPath()
        outline.addRoundedRect(area, Radius.CARD, Radius.CARD)
        painter.save()
        painter.setClipPath(outline)
        for cell in cells:
            if isinstance(cell, SegmentButton) and cell.running:
                painter.fillRect(cell.geometry(), tokens.accent)
            elif cell.is_hot():
                painter.fillRect(cell.geometry(), tokens.hover)
            if cell is not cells[0]:
                painter.fillRect(cell.x(), 0, 1, self.height(), tokens.line)
        painter.restore()
        draw_panel(painter, area, Radius.CARD, line=tokens.line2)

    def _add(self, technique: Technique) -> None:
        button = SegmentButton(technique, self)
        number = len(self._buttons) + 1
        if number <= 9:  # noqa: PLR2004 - the digits there are
            keys = QKeySequence(f"Alt+{number}")
            button.setShortcut(keys)
            hint = self.tr("{name} ({keys})")
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(hint.format(name=technique.name, keys=shown))
        button.clicked.connect(self._choose)
        button.show_time(0, running=False)
        self._buttons.append(button)

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, SegmentButton) and not button.running:
            self.technique_chosen.emit(button.technique)

    def _place(self) -> None:
        self._offered = self._fitting()
        x = 0
        for button in self._buttons:
            shown = button in self._offered
            button.setVisible(shown)
            if shown:
                button.setGeometry(x, 0, button.sizeHint().width(), self.height())
                x += button.width()
        self._more.setGeometry(x, 0, _MORE, self.height())
        self.update()

    def _fitting(self) -> list[SegmentButton]:
        room = self.width() - _MORE
        running = next((button for button in self._buttons if button.running), None)
        kept = room - (running.sizeHint().width() if running else 0)
        fitting = []
        for button in self._buttons:
            width = 0 if button is running else button.sizeHint().width()
            if width <= kept:
                kept -= width
                fitting.append(button)
            else:
                # The order stays: what comes after one that does not fit is in the menu too.
                kept = 0
        if running is not None and running not in fitting:
            fitting.append(running)
        return fitting

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for technique in self._behind():
            menu.addAction(technique.name).setData(technique.id)
        menu.triggered.connect(self._choose_from_menu)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    @Slot(QAction)
    def _choose_from_menu(self, action: QAction) -> None:
        chosen = next((technique for technique in self._behind() if technique.id == action.data()), None)
        if chosen is not None:
            self.technique_chosen.emit(chosen)

    def _behind(self) -> list[Technique]:
        """What the menu offers: those that do not fit, then those that are not usual."""
        hidden = [button.technique for button in self._buttons if button not in self._offered]
        known = {button.technique.id for button in self._buttons}
        return [*hidden, *(technique for technique in self._rest if technique.id not in known)]
