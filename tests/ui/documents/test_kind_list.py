from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents.kind_list import KindList


def test_what_is_chosen_can_be_chosen_again_by_mouse_and_key(qtbot: QtBot) -> None:
    # given the packet, which was called off
    kinds = KindList("Documents")
    qtbot.addWidget(kinds)
    kinds.resize(232, 400)
    kinds.show()
    kinds.show_kind(DocumentKind.PACKET)
    turned = QSignalSpy(kinds.turned)

    # when it is wanted after all
    place = kinds.visualRect(kinds.currentIndex()).center()
    QTest.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(kinds, Qt.Key.Key_Return)

    # then it is asked for each time
    assert [turned.at(at) for at in range(turned.count())] == [[DocumentKind.PACKET]] * 2
