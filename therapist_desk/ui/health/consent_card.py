"""Consent, to read: how it stands, what it covers, the signature, and those before it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.health.consent import Consent, ConsentState, Scope
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.health.signature_pad import SignatureView
from therapist_desk.ui.health.signed_words import SignedWords
from therapist_desk.ui.health.wording import scope_name, standing_pill
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_SIGNATURE_HEIGHT = 56


class ConsentCard(Card):
    """Says `sign_wanted` for a first consent or a renewal, and `withdraw_wanted`."""

    sign_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        header = CardHeader(self.tr("Consent"))
        self._pill = StatusPill()
        self._pill.setObjectName("consent_state")
        header.add_beside_title(self._pill)
        self._withdraw = _action(self.tr("Withdraw…"), "withdraw_consent", "ban")
        self._withdraw.clicked.connect(self.withdraw_wanted)
        self._sign = _action(self.tr("Renew"), "sign_consent", "pen")
        self._sign.clicked.connect(self.sign_wanted)
        header.add_action(self._withdraw)
        header.add_action(self._sign)
        self.body.addWidget(header)
        self._content: QWidget | None = None

    def show_contents(self, contents: ChartContents) -> None:
        """Show a client's consents."""
        state, consents = contents.background.consent_on(contents.today), contents.background.consents
        self._pill.show_state(*standing_pill(state.standing))
        latest = consents[0] if consents else None
        self._sign.setText(self.tr("Renew") if consents or state.signed_on else self.tr("Sign consent"))
        self._withdraw.setVisible(latest is not None and latest.withdrawn_on is None)
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        if latest is not None and latest.signed_on == state.signed_on:
            self._show_latest(column, latest)
        else:
            column.addWidget(Reading(self.tr("Signed on"), self._paper_words(state)))
        for consent in consents[1:]:
            column.addWidget(Label(self._past_words(consent), Text.CAPTION, Tone.LABELS, wrap=True))
        self.body.addWidget(self._content)
        self._content.show()  # at once, not with the next event

    def _show_latest(self, column: QVBoxLayout, consent: Consent) -> None:
        signer = consent.signer
        if consent.relation:
            signer = self.tr("{name}, {relation}").format(name=signer, relation=consent.relation)
        words = self.tr("{day} by {name}, holds until {end}").format(
            day=day_text(consent.signed_on), name=signer, end=day_text(consent.expires_on)
        )
        column.addWidget(Reading(self.tr("Signed"), words))
        column.addWidget(Reading(self.tr("Agreed to"), ", ".join(scope_name(scope) for scope in consent.scopes)))
        if consent.statements:
            column.addWidget(SignedWords(" ".join(consent.statements)))
        if consent.withdrawn_on is not None:
            taken_back = self.tr("{day}: {reason}").format(
                day=day_text(consent.withdrawn_on), reason=consent.withdrawal_reason
            )
            column.addWidget(Reading(self.tr("Withdrawn"), taken_back, tone=Tone.AMBER))
        if consent.on_paper:
            column.addWidget(Reading(self.tr("Signature"), self.tr("On paper, kept by the practice")))
        else:
            view = SignatureView(_SIGNATURE_HEIGHT)
            view.setObjectName("signature")
            view.show_signature(consent.signature)
            column.addWidget(view)

    def _paper_words(self, state: ConsentState) -> str:
        if state.signed_on is None:
            return self.tr("Nothing on file")
        return self.tr("{day}, on paper, for {scope}").format(
            day=day_text(state.signed_on), scope=scope_name(Scope.TREATMENT).lower()
        )

    def _past_words(self, consent: Consent) -> str:
        words = self.tr("Before: signed {day} by {name}").format(day=day_text(consent.signed_on), name=consent.signer)
        if consent.withdrawn_on is None:
            return words
        return self.tr("{words}, withdrawn {day}").format(words=words, day=day_text(consent.withdrawn_on))


def _action(words: str, name: str, icon_name: str) -> Button:
    button = Button(words, role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name=icon_name)
    button.setObjectName(name)
    return button
