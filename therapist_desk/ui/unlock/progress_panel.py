"""Something takes a few seconds: what, and that it goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from therapist_desk.ui.unlock.panel import Panel


class ProgressPanel(Panel):
    """Nobody knows how long exactly, so the bar only moves."""

    def __init__(self, title: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(title, caption, parent=parent)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        bar.setFixedHeight(6)
        self.body.addWidget(bar)
