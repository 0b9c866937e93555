"""Saying how a payer counts units, where nobody has: the rule, and where it was read."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.payer import Payer
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.billing.units_rules import state_units_rule
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 560


class UnitsRuleForm(Form):
    """Neither rule is chosen beforehand: which one holds is the payer's to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rules = [
            (UnitRule.CMS_EIGHT_MINUTE.value, self.tr("Minutes of the day together")),
            (UnitRule.MIDPOINT.value, self.tr("Each number alone")),
        ]
        self._rule = ToggleGroup(rules, name=self.tr("How units are counted"))
        self._rule.setObjectName("units_rule")
        self.add("rule", self.tr("How units are counted"), self._rule)
        self.place("rule")
        told = self.tr(
            "Together is the eight-minute rule of CMS: 8 and 8 minutes under two numbers are one unit. Alone is the "
            "midpoint rule: they are two, and 7 minutes are none."
        )
        self._column.addWidget(Label(told, Text.SECONDARY, Tone.LABELS, wrap=True))
        self._source = self.line("source", self.tr("Where this payer says so"))
        self._source.setPlaceholderText(self.tr("Provider manual 2026, page 31"))
        self.place("source")

    @property
    def rule(self) -> UnitRule | None:
        """The rule; None, and the field says so, until one is chosen."""
        chosen = self._rule.value()
        if not chosen:
            self.field("rule").set_problem(self.tr("Choose one of the two."))
            return None
        return UnitRule(chosen)

    @property
    def source(self) -> str:
        """Where it was read."""
        return self._source.text().strip()


class UnitsRuleDialog(FormDialog):
    """Keeps the rule on a card of this payer's own, and says `saved` with the payer as it is known then."""

    saved = Signal(object)
    form: UnitsRuleForm

    def __init__(self, workplace: Workplace, payer: Payer, parent: QWidget) -> None:
        super().__init__("", "", UnitsRuleForm(), width=_WIDTH, parent=parent)
        self.setObjectName("units_rule_dialog")
        title = self.tr("How this payer counts units")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._save.setText(self.tr("Save"))
        words = self.tr("Kept on a rule card of {payer}, with today's date. Settings, Payers' rule cards, shows it.")
        self.caption.setText(words.format(payer=payer.name))
        self.caption.show()
        self._workplace, self._payer = workplace, payer

    @Slot()
    def save(self) -> None:
        """Keep the rule."""
        rule, shelf = self.form.rule, self._workplace.rules.shelf
        if rule is None or shelf is None:
            return
        self.begin_writing()
        work = partial(state_units_rule, self._workplace.desk, shelf, self._payer.id, rule, self.form.source)
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self.refuse)

    def _finish(self, kept: tuple[Payer, RuleCards]) -> None:
        payer, self._workplace.rules.cards = kept
        self.saved.emit(payer)
        self.close_saved()
