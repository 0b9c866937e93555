"""The window before the charts are open. It holds one panel at a time and knows nothing of how they are opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.unlock.figure_panel import FigurePanel
from therapist_desk.ui.unlock.panel import WIDE, Panel

_SIZE = QSize(1366, 768)
_LEAST = QSize(760, 520)
_FIGURE_FROM = 960
"""Below this width the figure leaves its room to the panel."""


class FrontWindow(QWidget):
    """`first_painted` comes once the window stands on the screen: the time for what would delay it."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, pictures: Path, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Therapist Desk"))
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE)
        self._painted = False
        self._panel: Panel | None = None
        self._figure = FigurePanel(pictures)
        self._foot: QLabel = Label(self.tr("Version {version}").format(version=version), Text.SECONDARY, Tone.QUIET)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, Space.PAGE_Y)
        right.addLayout(self._place, 1)
        right.addWidget(self._foot)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._figure, 520)
        line.addLayout(right, 846)

    @property
    def panel(self) -> Panel | None:
        """The panel in front."""
        return self._panel

    def show_panel(self, panel: Panel) -> None:
        """Put `panel` in front and let go of the one before, which may still be sending its signal."""
        if self._panel is not None:
            self._panel.hide()
            self._place.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        self._place.addWidget(panel)
        panel.show()
        self._make_room()
        panel.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # The children paint within this same event and the picture is flushed after it.
            QTimer.singleShot(0, self, self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _make_room(self) -> None:
        wanted = WIDE if self._panel is None else self._panel.wanted_width
        self._figure.setVisible(self.width() >= _FIGURE_FROM and self.width() - 400 >= wanted + 2 * Space.PAGE_X)

    @Slot()
    def _tell(self) -> None:
        self.first_painted.emit()
