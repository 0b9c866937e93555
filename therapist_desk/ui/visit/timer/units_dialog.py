"""Minutes and units of a session: what was done under each number, and the choice where numbers have equal claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.payer import PayerKind
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.domain.session.minutes import by_day
from therapist_desk.domain.session.reckoning import Reckoning
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.kit.buttons import Button, ButtonRole, LinkButton
from therapist_desk.ui.kit.card import Divider
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.session import VisitSession

_WIDTH = 560


class UnitsDialog(Dialog):
    """Follows the session while it is open. What is chosen is kept at once.

    `rule_wanted` asks for the payer's rule, where it has none yet.
    """

    rule_wanted = Signal()

    def __init__(self, session: VisitSession, card: RuleCard | None, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.setObjectName("units_dialog")
        self._session = session
        self._rule_card = card
        title = self.tr("Minutes and units")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.setText(self._rule_words())
        self.caption.show()
        self._days = QWidget()
        self._lines = QVBoxLayout(self._days)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._days)
        self.again = LinkButton(self.tr("Choose again"))
        self.again.setObjectName("choose_again")
        self.again.clicked.connect(self._choose_again)
        self.add_aside(self.again)
        self.state_rule = LinkButton(self.tr("How this payer counts…"))
        self.state_rule.setObjectName("state_rule")
        self.state_rule.clicked.connect(self._ask_rule)
        payer = session.file.case_file.payer
        unknown = payer is not None and (card is None or card.units is None)
        self.state_rule.setVisible(unknown and payer is not None and payer.kind is not PayerKind.SELF_PAY)
        self.add_aside(self.state_rule)
        self.done_button = Button(self.tr("Done"), role=ButtonRole.PRIMARY)
        self.done_button.setObjectName("units_done")
        self.done_button.clicked.connect(self.accept)
        self.add_action(self.done_button)
        session.timed.connect(self._show)
        self._show()

    def _rule_words(self) -> str:
        if self._rule_card is None:
            return self.tr("No payer with a rule card is named for this case, so minutes are shown and no units.")
        if self._rule_card.units is None:
            words = self.tr("The card {card} has no units rule with a source, so minutes are shown and no units.")
            return words.format(card=self._rule_card.name)
        rule = {
            UnitRule.CMS_EIGHT_MINUTE: self.tr("Eight-minute rule: the minutes of the day are pooled"),
            UnitRule.MIDPOINT: self.tr("Midpoint rule: each number by itself"),
        }[self._rule_card.units.rule]
        source = self._rule_card.units.source
        words = self.tr("{rule}. {card}; {source}, {day}.")
        return words.format(rule=rule, card=self._rule_card.name, source=source.words, day=day_text(source.noted_on))

    @Slot()
    def _show(self) -> None:
        self._clear()
        days = self._session.reckoning()
        for day in days:
            if len(days) > 1:
                self._lines.addWidget(Label(day_text(day.day), Text.BODY_STRONG))
            self._lines.addWidget(self._table(day))
            if day.units is not None and day.units.ties and not self._session.locked:
                self._lines.addWidget(Divider())
                self._lines.addWidget(self._choice(day.units.ties, day.units.unassigned))
        if self._lines.count() == 0:
            self._lines.addWidget(Label(self.tr("No hands-on time under a number yet."), Text.BODY))
        self.again.setVisible(bool(self._session.visit.unit_choice) and not self._session.locked)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _table(self, day: Reckoning) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        heads = (self.tr("Number"), self.tr("What was done"), self.tr("Minutes"), self.tr("Units"))
        for place, words in enumerate(heads):
            grid.addWidget(_cell(words, Text.CAPTION, Tone.LABELS, right=place > 1), 0, place)
        for line, (code, minutes) in enumerate(day.minutes.items(), 1):
            units = "–" if day.units is None else str(day.units.units.get(code, 0))
            grid.addWidget(_cell(code, Text.BODY_STRONG), line, 0)
            grid.addWidget(Label(self._done(code, day.day), Text.BODY, Tone.LABELS, wrap=True), line, 1)
            grid.addWidget(_cell(str(minutes), Text.BODY, right=True), line, 2)
            grid.addWidget(_cell(units, Text.BODY_STRONG, right=True), line, 3)
        return table

    def _done(self, code: str, day: date) -> str:
        spent: dict[tuple[str, tuple[str, ...]], int] = {}
        for segment in self._session.visit.segments(self._session.now()):
            if segment.technique.hands_on and segment.technique.code == code:
                key = segment.technique.name, segment.regions
                seconds = dict(by_day(segment)).get(day, 0)
                spent[key] = spent.get(key, 0) + seconds
        with_regions = self.tr("{technique}, {regions}: {minutes} min")
        plain = self.tr("{technique}: {minutes} min")
        return "\n".join(
            (with_regions if regions else plain).format(
                technique=name, regions=", ".join(regions), minutes=seconds // 60
            )
            for (name, regions), seconds in spent.items()
            if seconds
        )

    def _choice(self, ties: Sequence[str], count: int) -> QWidget:
        group = ToggleGroup([(code, code) for code in ties], name=self.tr("Number that gets the unit"))
        group.setObjectName("unit_choice")
        group.chosen.connect(self._choose)
        words = self.tr("These numbers have equal claim to one more unit. Which gets it?")
        if count > 1:
            words = self.tr("These numbers have equal claim to {count} more units. Which gets the next?")
        return Field(words.format(count=count), group)

    @Slot(str)
    def _choose(self, code: str) -> None:
        kept = self._session.fitting_choice()
        self._session.times.choose_units((*kept, code))

    @Slot()
    def _ask_rule(self) -> None:
        self.accept()
        self.rule_wanted.emit()

    @Slot()
    def _choose_again(self) -> None:
        self._session.times.choose_units(())


def _cell(words: str, text: Text, tone: Tone = Tone.INK, *, right: bool = False) -> Label:
    label = Label(words, text, tone)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return label
