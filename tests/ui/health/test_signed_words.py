from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from therapist_desk.ui.health.signed_words import SignedWords


def test_the_words_are_folded_away_until_asked_for_by_the_keyboard_too(qtbot: QtBot) -> None:
    signed = SignedWords("I agree to massage therapy. " * 40)
    qtbot.addWidget(signed)
    signed.show()
    folded = signed.sizeHint().height()

    signed.link.click()
    assert signed.words.isVisible()
    assert signed.sizeHint().height() > folded

    QTest.keyClick(signed.link, Qt.Key.Key_Space)
    assert not signed.words.isVisible()
