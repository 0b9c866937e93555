"""First run, step 3: the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.first_run.print_text import print_text
from therapist_desk.ui.first_run.recovery_code_view import RecoveryCodeView
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.unlock.panel import Panel


class RecoveryCodePanel(Panel):
    """There is no way around the check box, and none back."""

    finished = Signal()

    def __init__(self, code: str, owner: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", width=440, parent=parent)
        self.title.setText(self.tr("Keep your recovery code"))
        self.view = RecoveryCodeView(code, owner)
        self.go_on = Button(self.tr("Open the charts"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE)
        self.go_on.setObjectName("open_charts")
        self.go_on.setEnabled(False)
        step = Label(self.tr("Step 3 of 3"), Text.SECONDARY, Tone.QUIET)
        self.body.addWidget(self.view)
        self.body.addLayout(row(step, None, self.go_on))
        self.view.written_down.connect(self.go_on.setEnabled)
        self.view.print_asked.connect(print_text)
        self.go_on.clicked.connect(self.finished)

    def begin(self) -> None:
        self.view.print_it.setFocus()
