"""What a user sees of a bug."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout

from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_WIDTH = 480


class CrashDialog(QDialog):
    """A window of its own: the one with the bug may not be able to show anything. Accepted means restart."""

    def __init__(self, report: Path | None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Therapist Desk"))
        self.setFixedWidth(_WIDTH)
        self.restart = Button(self.tr("Restart"), role=ButtonRole.PRIMARY)
        self.restart.setObjectName("restart")
        self.leave = Button(self.tr("Quit"))
        self.leave.setObjectName("quit")
        words = self.tr(
            "A mistake in the program stopped it. Nothing saved is lost, and what you had typed was saved too. "
            "After the restart you can go on where you were."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_X, 20, Space.PAGE_X, 20)
        column.setSpacing(Space.GAP_DENSE)
        column.addWidget(Label(self.tr("Something went wrong"), Text.DISPLAY))
        column.addWidget(Label(words, Text.BODY, wrap=True))
        if report is not None:
            told = self.tr("A report without any client's data is in {path}").format(path=report)
            where = Label(told, Text.SECONDARY, Tone.LABELS, wrap=True)
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(where)
        column.addLayout(row(None, self.leave, self.restart))
        self.restart.clicked.connect(self._restart)
        self.leave.clicked.connect(self.reject)
        self.restart.setFocus()

    @Slot()
    def _restart(self) -> None:
        self.accept()
