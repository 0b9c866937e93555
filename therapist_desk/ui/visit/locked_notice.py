"""What a signed visit says over its note: that it is locked, and what was added since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.record import Addendum, Seal
from therapist_desk.ui.dates import day_text, time_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text


class LockedNotice(QWidget):
    """The banner with the way to an addendum, and the addenda there are."""

    addendum_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("locked")
        self._banner = Banner("", BannerKind.GREEN)
        add = self._banner.add_action(self.tr("Add addendum"))
        add.setObjectName("add_addendum")
        add.clicked.connect(self.addendum_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._banner)
        self._cards: list[Card] = []
        self._shown: tuple[Seal | None, tuple[Addendum, ...]] = (None, ())
        self.hide()

    def show_signed(self, seal: Seal | None, signed_by: str, addenda: Sequence[Addendum]) -> None:
        """Show who signed and when, and the addenda; without a seal, nothing."""
        shown = (seal, tuple(addenda))
        if shown == self._shown:
            return
        self._shown = shown
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(addendum) for addendum in addenda]
        for card in self._cards:
            self._column.addWidget(card)
        if seal is not None:
            words = self.tr("Signed and locked by {name}, {day}, {time}.")
            signed = seal.signed_at.local
            self._banner.set_sentence(
                words.format(name=signed_by, day=day_text(signed.date()), time=time_text(signed))
            )
        self.setVisible(seal is not None)

    def _card(self, addendum: Addendum) -> Card:
        content, signed = addendum.content, addendum.seal.signed_at.local
        card = Card(padding=12, spacing=2)
        card.setObjectName(f"addendum_{content.number}")
        head = self.tr("Addendum {number}, {day}: {reason}")
        words = head.format(number=content.number, day=day_text(signed.date()), reason=content.reason)
        card.body.addWidget(Label(words, Text.SECONDARY_STRONG, wrap=True))
        if content.corrects is not None:
            corrects = self.tr("Corrects: {part}").format(part=content.corrects.value)
            card.body.addWidget(Label(corrects, Text.CAPTION, Tone.QUIET))
        card.body.addWidget(Label(content.text, Text.BODY, wrap=True))
        card.body.addWidget(Label(content.therapist.signature_name, Text.CAPTION, Tone.QUIET))
        return card
