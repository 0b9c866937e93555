"""Forms to print: for the client of the chart, with the answers that are known, blank, or as signed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from therapist_desk.domain.client import Client
from therapist_desk.services.documents.forms import FormKind
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.documents.system_dialogs import SystemDialogs
from therapist_desk.ui.health.form_preview import FormPreview, FormWish
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.workplace import Workplace


class FormsCard(Card):
    """Opens a form as it will print; says `told` with a sentence once it is printed or saved."""

    told = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._client: Client | None = None
        self.dialogs: SystemDialogs | None = None
        """What asks where to save and on which printer; the system where it is None."""
        self.blank = QCheckBox(self.tr("Blank, for any client"))
        self.blank.setObjectName("blank_form")
        self._history = _button(self.tr("Health history…"), "history_form")
        self._consent = _button(self.tr("Consent to sign…"), "consent_form")
        self._signed = _button(self.tr("Signed consent…"), "signed_consent_form")
        self._history.clicked.connect(self.open_history)
        self._consent.clicked.connect(self.open_consent)
        self._signed.clicked.connect(self.open_signed)
        self.body.addWidget(CardHeader(self.tr("Forms to print")))
        self.body.addWidget(self.blank)
        self.body.addLayout(row(self._history, self._consent, None))
        self.body.addLayout(row(self._signed, None))

    def show_contents(self, contents: ChartContents) -> None:
        """Make forms for the client of a chart."""
        self._client = contents.client
        self._signed.setVisible(bool(contents.background.consents))

    @Slot()
    def open_history(self) -> None:
        """Show the health history as a form."""
        self._open(FormKind.HISTORY, self.tr("Health history"), blank=self.blank.isChecked())

    @Slot()
    def open_consent(self) -> None:
        """Show the consent as a form to sign."""
        self._open(FormKind.CONSENT, self.tr("Consent to sign"), blank=self.blank.isChecked())

    @Slot()
    def open_signed(self) -> None:
        """Show the consent as it was signed last."""
        self._open(FormKind.SIGNED_CONSENT, self.tr("Signed consent"), blank=False)

    def _open(self, kind: FormKind, title: str, *, blank: bool) -> None:
        if self._client is None:
            return
        paper = PaperSize(self._workplace.preferences.load().paper)
        wish = FormWish(kind, None if blank else self._client.id, paper)
        preview = FormPreview(self._workplace, title, wish, self, dialogs=self.dialogs)
        preview.told.connect(self.told)
        preview.open()


def _button(words: str, name: str) -> Button:
    button = Button(words, size=ButtonSize.SMALL, icon_name="print")
    button.setObjectName(name)
    return button
