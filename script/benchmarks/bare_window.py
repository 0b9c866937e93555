"""The least that a PySide6 program can show: the floor that `start` compares with. Run as a program."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class BareWindow(QWidget):
    """A window with a line edit that tells when it has painted, and ends."""

    def __init__(self) -> None:
        super().__init__()
        self._told = False
        QLineEdit(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        sys.stdout.write("first-paint\n")
        sys.stdout.flush()
        QCoreApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    sys.exit(application.exec())
