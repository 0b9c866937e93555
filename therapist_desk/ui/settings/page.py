"""Settings: this computer, the people, the keys, and where everything is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from therapist_desk.ui.fields import Lead, SettingsField
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.preferences import Preferences, PreferenceStore
from therapist_desk.ui.settings.billing_card import BillingCard
from therapist_desk.ui.settings.codes_card import CodesCard
from therapist_desk.ui.settings.computer_card import ComputerCard
from therapist_desk.ui.settings.copies_card import CopiesCard
from therapist_desk.ui.settings.export_card import ExportCard
from therapist_desk.ui.settings.keys_card import KeysCard
from therapist_desk.ui.settings.logo_card import LogoCard
from therapist_desk.ui.settings.payers_card import PayersCard
from therapist_desk.ui.settings.people_card import PeopleCard
from therapist_desk.ui.settings.records_card import RecordsCard
from therapist_desk.ui.settings.section_list import SectionList
from therapist_desk.ui.settings.spelling_card import SpellingCard
from therapist_desk.ui.settings.therapists_card import TherapistsCard
from therapist_desk.ui.settings.writing_card import WritingCard
from therapist_desk.ui.shell.page_action import PageAction
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_WIDTH = 760


class SettingsPage(QScrollArea):
    """Preferences are kept as they are changed; `changed` gives them. People and keys have a button each."""

    changed = Signal(object)

    def __init__(
        self, workplace: Workplace, preferences: PreferenceStore, version: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.computer = ComputerCard(preferences.load())
        self.people = PeopleCard(workplace)
        self.logo = LogoCard(workplace)
        self.keys = KeysCard(workplace)
        self.billing = BillingCard(workplace)
        self.codes = CodesCard(workplace)
        self.payers = PayersCard(workplace)
        self.writing = WritingCard(workplace)
        self.spelling = SpellingCard(workplace, preferences)
        self.copies = CopiesCard(workplace)
        self.records = RecordsCard(workplace)
        self.exporting = ExportCard(workplace)
        self.therapists = TherapistsCard(workplace)
        self.computer.changed.connect(self._keep)
        cards = (
            self.computer,
            self.writing,
            self.spelling,
            self.copies,
            self.records,
            self.exporting,
            self.people,
            self.logo,
            self.therapists,
            self.billing,
            self.keys,
            self.codes,
            self.payers,
            _About(str(workplace.desk.folder), version),
        )
        self._title = Label(self.tr("Settings"), Text.DISPLAY)
        self._lay_out(cards)
        self._cards = cards
        self.sections = SectionList([self._title_of(card) for card in cards], self)
        self.sections.chosen.connect(self._go_to)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)

    def _lay_out(self, cards: Sequence[Card]) -> None:
        content = QWidget()
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDTH + 2 * Space.PAGE_X)
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        column.setSpacing(Space.GAP)
        column.addWidget(self._title)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        page = QWidget()
        page.setProperty("role", "page")
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(content, 1000)
        line.addStretch(1)
        self.setWidget(page)

    def arrive(self) -> None:
        """Show what is set now."""
        self.computer.show_preferences(self._preferences.load())
        self.people.read()
        self.logo.read()
        self.billing.read()
        self.writing.read()
        self.spelling.read()
        self.copies.read()
        self.payers.read()
        self.therapists.read()
        self.computer.scheme.setFocus()

    def offered(self) -> list[PageAction]:
        """Name the cards, to go to."""
        titles = enumerate(self._title_of(card) for card in self._cards)
        return [PageAction(f"card_{at}", title, "gear", partial(self._go_to, at)) for at, title in titles]

    def lead(self, to: Lead) -> None:
        """Go to a field about the therapist."""
        if isinstance(to, SettingsField):
            self.people.therapist.edit(to.name).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._keep_in_sight()

    @Slot()
    def _keep_in_sight(self) -> None:
        """What has the keyboard stays in sight while cards above it grow as they are read."""
        focused = self.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The list of headings stays beside the cards while they scroll, where the window has room for it.
        beside, list_width = _WIDTH + 2 * Space.PAGE_X, self.sections.sizeHint().width()
        self.sections.setVisible(self.viewport().width() >= beside + list_width + Space.PAGE_X)
        self.sections.move(beside, Space.PAGE_Y + self._title.sizeHint().height() + Space.GAP)
        self.sections.resize(self.sections.sizeHint())

    def _title_of(self, card: QWidget) -> str:
        header = card.findChild(CardHeader)
        return header.title.text() if header else self.tr("Therapist and practice")

    @Slot(int)
    def _go_to(self, place: int) -> None:
        card = self._cards[place]
        parts = card.findChildren(QWidget)
        first = next((part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.verticalScrollBar().setValue(card.y() - Space.GAP)

    def leave(self) -> None:
        """Nothing typed here is kept without its button."""

    @Slot(object)
    def _keep(self, chosen: Preferences) -> None:
        kept = replace(
            self._preferences.load(),
            scheme=chosen.scheme,
            idle_minutes=chosen.idle_minutes,
            paper=chosen.paper,
            borders=chosen.borders,
        )
        self._preferences.save(kept)
        self.changed.emit(kept)


class _About(Card):
    """Where the charts are, and which version this is."""

    def __init__(self, folder: str, version: str) -> None:
        super().__init__()
        self.body.addWidget(CardHeader(self.tr("About")))
        where = Label(self.tr("The charts are in {folder}").format(folder=folder), Text.BODY, wrap=True)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(where)
        words = self.tr("Therapist Desk {version}").format(version=version)
        self.body.addWidget(Label(words, Text.SECONDARY, Tone.LABELS))
