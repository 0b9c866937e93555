"""The window before the charts are open. It holds one panel at a time and knows nothing of how they are opened.

It stands before its form does: until the first panel comes it shows a FirstFrame, made without the kit.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.ui.unlock.first_frame import FirstFrame, Sketch
from therapist_desk.ui.unlock.measures import FIGURE, FIGURE_FROM, FIGURE_NARROW, FORM, PAGE_X, PAGE_Y
from therapist_desk.ui.window_place import HEIGHT, WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from therapist_desk.ui.unlock.panel import Panel

_LEAST_WIDTH, _LEAST_HEIGHT = 760, 520


class FrontWindow(QWidget):
    """`first_painted` comes once anything stands on the screen, `form_painted` once a panel does."""

    first_painted = Signal()
    form_painted = Signal()
    closed = Signal()

    def __init__(self, pictures: Path, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Therapist Desk"))
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        self._pictures = pictures
        self._version = self.tr("Version {version}").format(version=version)
        self._first_told = False
        self._form_told = False
        self._panel: Panel | None = None
        self._figure: QWidget | None = None
        self._frame: FirstFrame | None = None
        self._place = QVBoxLayout()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)

    @property
    def panel(self) -> Panel | None:
        """The panel in front."""
        return self._panel

    @property
    def frame(self) -> FirstFrame | None:
        """The first picture, while there is no panel."""
        return self._frame

    def sketch(self, title: str, caption: str, therapists: int, *, dark: bool) -> None:
        """Show what the form will look like, before it is made."""
        sketch = Sketch(title, caption, self._version, therapists)
        self._frame = FirstFrame(self._pictures, sketch, dark=dark)
        # The window's own ground, so that nothing else flashes before the frame is painted.
        self.setPalette(self._frame.palette())
        self._line.addWidget(self._frame)
        if self._frame.field is not None:
            self._frame.field.setFocus()

    def show_panel(self, panel: Panel) -> None:
        """Put `panel` in front and let go of the one before, which may still be sending its signal."""
        frame, self._frame = self._frame, None
        if frame is not None:
            frame.hide()
            self._line.removeWidget(frame)
            self.setPalette(QPalette())
        if self._figure is None:
            self._furnish()
        if self._panel is not None:
            self._panel.hide()
            self._place.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        self._place.addWidget(panel)
        panel.show()
        self._make_room()
        panel.begin()
        if frame is not None:
            panel.take_over(frame.typed, submit=frame.returned)
            frame.deleteLater()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The children paint within this same event and the picture is flushed after it.
        if not self._first_told:
            self._first_told = True
            QTimer.singleShot(0, self._tell_first)
        if not self._form_told and self._panel is not None:
            self._form_told = True
            QTimer.singleShot(0, self._tell_form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _furnish(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - after the first paint, as what follows

        from therapist_desk.ui.kit.label import Label, Tone  # noqa: PLC0415 - the same
        from therapist_desk.ui.theme.fonts import Text  # noqa: PLC0415 - the same
        from therapist_desk.ui.unlock.figure_panel import FigurePanel  # noqa: PLC0415 - the same

        foot = Label(self._version, Text.SECONDARY, Tone.QUIET)
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._place.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, PAGE_Y)
        right.addLayout(self._place, 1)
        right.addWidget(foot)
        self._figure = FigurePanel(self._pictures)
        self._line.addWidget(self._figure, FIGURE)
        self._line.addLayout(right, FORM)

    def _make_room(self) -> None:
        if self._figure is not None and self._panel is not None:
            room = self.width() - FIGURE_NARROW >= self._panel.wanted_width + 2 * PAGE_X
            self._figure.setVisible(self.width() >= FIGURE_FROM and room)

    @Slot()
    def _tell_first(self) -> None:
        self.first_painted.emit()

    @Slot()
    def _tell_form(self) -> None:
        self.form_painted.emit()
