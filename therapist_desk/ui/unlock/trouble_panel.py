"""What stands in the way of the charts, in a sentence, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.unlock.panel import Panel


class TroublePanel(Panel):
    """Shown where the folder's charts can't even be tried."""

    again_asked = Signal()
    other_folder_asked = Signal()
    restore_asked = Signal()
    quit_asked = Signal()

    def __init__(self, sentence: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__("", folder, parent=parent)
        self.sentence = sentence
        self.title.setText(self.tr("These charts can't be opened now"))
        self.again = Button(self.tr("Try again"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE)
        other_folder = Button(self.tr("Open another chart folder…"), size=ButtonSize.LARGE)
        restore = Button(self.tr("Restore from a safe copy…"), size=ButtonSize.LARGE)
        leave = Button(self.tr("Quit"), role=ButtonRole.QUIET, size=ButtonSize.LARGE)
        self.again.setObjectName("again")
        other_folder.setObjectName("other_folder")
        restore.setObjectName("restore")
        self.body.addWidget(Banner(sentence, BannerKind.RED))
        for button in (self.again, other_folder, restore, leave):
            self.body.addWidget(button)
        self.again.clicked.connect(self.again_asked)
        other_folder.clicked.connect(self.other_folder_asked)
        restore.clicked.connect(self.restore_asked)
        leave.clicked.connect(self.quit_asked)

    def begin(self) -> None:
        self.again.setFocus()
