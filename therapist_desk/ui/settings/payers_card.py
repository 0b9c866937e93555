"""The rule cards of payers: what each says and since when, and adding one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.file_dialogs import ask_for_file, show_folder
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.settings.rule_card_dialog import RuleCardDialog
from therapist_desk.ui.settings.rule_card_words import report_words, units_words
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_ROW = 52


class PayersCard(Card):
    """A card that is wrong is refused with its line and the reason. A click or Return on one shows what it says.

    What is added counts at once.
    """

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self.list = RowList(self.tr("Rule cards of payers"), height=_ROW)
        self.list.setObjectName("rule_cards")
        self.message = Banner("", BannerKind.AMBER)
        self.message.setObjectName("payers_message")
        self.message.hide()
        self.add_button = Button(self.tr("Add a card…"), icon_name="plus")
        self.add_button.setObjectName("add_card")
        self.folder_button = Button(self.tr("Show folder"))
        self.folder_button.setObjectName("show_card_folder")
        words = self.tr(
            "A card says how minutes become units, when reports are due and what is checked, each with its source. "
            "What has no source is left out. No payer and no licensed clinician has reviewed them."
        )
        self.body.addWidget(CardHeader(self.tr("Payers' rule cards")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.list)
        self.body.addWidget(self.message)
        self.body.addLayout(row(self.add_button, self.folder_button, None))
        self.list.pressed_row.connect(self._open)
        self.list.picked_row.connect(self._open)
        self.add_button.clicked.connect(self._choose)
        self.folder_button.clicked.connect(self._show_folder)
        self._show(workplace.rule_cards)

    def read(self) -> None:
        """Read all cards anew, those changed in the folder meanwhile as well."""
        shelf = self._workplace.rules.shelf
        if shelf is not None:
            self._workplace.jobs.read(shelf.load, owner=self, done=self._take, failed=self._refuse)

    def add(self, path: Path) -> None:
        """Take a card over."""
        shelf = self._workplace.rules.shelf
        if shelf is not None:
            self.message.hide()
            work = partial(shelf.add, path, self._workplace.desk.today())
            self._workplace.jobs.write(work, owner=self, done=self._take, failed=self._refuse)

    @Slot()
    def _choose(self) -> None:
        path = ask_for_file(self, self.tr("Add a rule card"), (self.tr("Rule cards (*.toml)"),))
        if path is not None:
            self.add(path)

    @Slot()
    def _show_folder(self) -> None:
        shelf = self._workplace.rules.shelf
        if shelf is not None:
            show_folder(shelf.folder)

    @Slot(str)
    def _open(self, card_id: str) -> None:
        cards = self._workplace.rule_cards
        card = next(card for card in cards.cards if card.id == card_id)
        dialog = RuleCardDialog(card, self, own=card_id in cards.own)
        dialog.edit_wanted.connect(self._edit)
        dialog.open()

    @Slot(str)
    def _edit(self, card_id: str) -> None:
        shelf = self._workplace.rules.shelf
        if shelf is None:
            return
        if card_id in self._workplace.rule_cards.own:
            self._show_folder()
            return
        self.message.hide()
        work = partial(shelf.copy, card_id)
        self._workplace.jobs.write(work, owner=self, done=self._copied, failed=self._refuse)

    def _copied(self, cards: RuleCards) -> None:
        self._take(cards)
        self._show_folder()

    def _take(self, cards: RuleCards) -> None:
        self._workplace.rules.cards = cards
        self._show(cards)
        self._tell(cards.refused)

    def _refuse(self, error: ExpectedError) -> None:
        self._tell((error,))

    def _tell(self, errors: Sequence[ExpectedError]) -> None:
        self.message.set_sentence("\n".join(map(sentence, errors)))
        self.message.setVisible(bool(errors))

    def _show(self, cards: RuleCards) -> None:
        self.list.show_rows([self._row(card, own=card.id in cards.own) for card in cards.cards])

    def _row(self, card: RuleCard, *, own: bool) -> Row:
        return Row(
            key=card.id,
            title=card.name,
            caption=self._caption(card),
            pill=(self.tr("yours"), Kind.ACCENT) if own else None,
            link=self.tr("Show"),
        )

    def _caption(self, card: RuleCard) -> str:
        units = units_words(card) or (self.tr("units rule not known") if card.rules else "")
        parts = [words for words in (units, report_words(card)) if words]
        parts.append(self.tr("{n} checks").format(n=len(card.rules)) if card.rules else self.tr("asks for nothing"))
        if card.sources:
            latest = max(source.noted_on for source in card.sources)
            parts.append(self.tr("sources of {day}").format(day=day_text(latest)))
        return " · ".join(parts)
