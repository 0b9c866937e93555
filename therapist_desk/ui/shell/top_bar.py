"""In a narrow window: a menu in the place of the rail."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.shell.commands import Commands
from therapist_desk.ui.shell.samples_notice import SamplesPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space, current_tokens

_HEIGHT = 32
_BUTTON = 28


class TopBar(QWidget):
    """Kept low: a narrow window has little height as well."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.menu = IconButton("menu", self.tr("Menu"), size=_BUTTON, icon_size=18)
        self.menu.setObjectName("menu")
        self.search = IconButton("search", commands.find.text(), size=_BUTTON, icon_size=18)
        self.lock = IconButton("lock", commands.lock.text(), size=_BUTTON, icon_size=18)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.GRID, 0, Space.GRID, 0)
        line.setSpacing(Space.GRID)
        line.addWidget(self.menu)
        line.addWidget(Label(self.tr("Therapist Desk"), Text.SECONDARY_STRONG, Tone.LABELS))
        line.addStretch(1)
        self.samples = SamplesPill()
        self.samples.setVisible(False)
        line.addWidget(self.samples)
        line.addWidget(self.search)
        line.addWidget(self.lock)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.menu.clicked.connect(self._open)
        self.search.clicked.connect(commands.find.trigger)
        self.lock.clicked.connect(commands.lock.trigger)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._commands.places())
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
