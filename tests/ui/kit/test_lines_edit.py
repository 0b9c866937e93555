"""Lines that are added one under the other keep their place for Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.billing.fees_edit import FeesEdit


def test_tab_goes_through_added_lines_and_on_to_what_is_below(qtbot: QtBot) -> None:
    # given lines between two fields, one of them with a gap in it that takes no keyboard
    form = QWidget()
    above, fees, below = QLineEdit(), FeesEdit("Add a fee"), QLineEdit()
    below.setObjectName("below")
    column = QVBoxLayout(form)
    column.addWidget(above)
    column.addWidget(fees)
    column.addWidget(below)
    qtbot.addWidget(form)
    form.show()
    add = form.findChild(QPushButton, "add_line")
    assert add is not None

    # when two lines are added
    add.click()
    add.click()
    above.setFocus()

    # then Tab goes as the eye does
    names = []
    for _ in range(8):
        QTest.keyClick(form, Qt.Key.Key_Tab)
        at = form.focusWidget()
        names.append(at.accessibleName() or at.objectName())
    line = ["Procedure number", "Amount", "Remove this line"]
    assert names == [*line, *line, "add_line", "below"]
