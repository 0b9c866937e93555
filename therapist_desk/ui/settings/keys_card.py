"""Passphrase and recovery code."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.settings.passphrase_dialog import PassphraseDialog
from therapist_desk.ui.settings.recovery_dialog import RecoveryDialog
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace


class KeysCard(Card):
    """Each opens a dialog."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self.change = Button(self.tr("Change passphrase…"), icon_name="key")
        self.renew = Button(self.tr("New recovery code…"), icon_name="shield")
        self.change.setObjectName("change_passphrase")
        self.renew.setObjectName("renew_code")
        words = self.tr("The passphrase encrypts the charts and signs your notes. The code opens them without it.")
        self.body.addWidget(CardHeader(self.tr("Passphrase and recovery")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addLayout(row(self.change, self.renew, None))
        self.change.clicked.connect(self._change)
        self.renew.clicked.connect(self._renew)

    @Slot()
    def _change(self) -> None:
        PassphraseDialog(self._workplace, self).open()

    @Slot()
    def _renew(self) -> None:
        RecoveryDialog(self._workplace, self).open()
