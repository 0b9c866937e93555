"""Who pays for a case, the numbers by which they know it, and the fee for each procedure number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case, Coverage, Mechanism
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.people import Address
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.desk import new_id
from therapist_desk.ui.billing.fees_edit import FeesEdit
from therapist_desk.ui.chart.case.case_words import payer_kind_words
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.wording import sentence

_NONE, _NEW = "none", "new"
_OF_THE_PAYER: Final = (
    "insured_id",
    "claim_number",
    "group_number",
    "date_of_injury",
    "payer_name",
    "kind",
    "rule_card",
    "phone",
    "fax",
    "street",
    "city",
    "state",
    "postal_code",
    "billing_tax_id",
    "rendering_id",
    "billing_id",
    "fees",
)


_INJURIES: Final = frozenset({Mechanism.INJURY, Mechanism.MOTOR_VEHICLE, Mechanism.WORK})
_PAYS_FOR: Final = MappingProxyType(
    {Mechanism.MOTOR_VEHICLE: PayerKind.MOTOR_VEHICLE, Mechanism.WORK: PayerKind.WORKERS_COMPENSATION}
)


class PayerForm(Form):
    """A payer is chosen or entered; its details follow the choice. `coverage` is what this case adds.

    What the case says of its beginning is proposed: the day of the injury, and the kind of a new payer.
    """

    def __init__(
        self, case: Case, payers: Sequence[Payer], cards: RuleCards, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._payers = {payer.id: payer for payer in payers}
        self._new_id = PayerId(new_id())  # one, however often a save is refused
        coverage = case.coverage
        self._choice = Select()
        self._choice.addItem(self.tr("Nobody: the client pays"), _NONE)
        for payer in payers:
            self._choice.addItem(payer.name, payer.id)
        self._choice.addItem(self.tr("New payer"), _NEW)
        self.add("payer", self.tr("Who pays"), self._choice)
        self._insured_id = self.line("insured_id", self.tr("Insured's ID"), optional=True)
        self._claim = self.line("claim_number", self.tr("Claim number"), optional=True)
        self._group = self.line("group_number", self.tr("Group number"), optional=True)
        self._likely_kind = _PAYS_FOR.get(case.mechanism, PayerKind.PRIVATE)
        injury = coverage.date_of_injury if coverage else case.onset if case.mechanism in _INJURIES else None
        self._injury = self.day(
            "date_of_injury", self.tr("Date of injury"), injury, newest_year=today.year, optional=True
        )
        self._name = self.line("payer_name", self.tr("Name of the payer"))
        self._kind = Select()
        for kind in PayerKind:
            self._kind.addItem(payer_kind_words(kind), kind.value)
        self.add("kind", self.tr("Kind"), self._kind)
        self._card = Select()
        self._card.addItem(self.tr("None chosen"), "")
        for card in cards.cards:
            self._card.addItem(card.name, card.id)
        self.add("rule_card", self.tr("Rule card"), self._card)
        self._phone = self.line("phone", self.tr("Phone"), optional=True)
        self._fax = self.line("fax", self.tr("Fax"), optional=True)
        self._street = self.line("street", self.tr("Street"), optional=True)
        self._city = self.line("city", self.tr("City"), optional=True)
        self._state = self.line("state", self.tr("State"), optional=True)
        self._postal_code = self.line("postal_code", self.tr("Postal code"), optional=True)
        self._tax_id = self.line("billing_tax_id", self.tr("Our tax ID with this payer"), optional=True)
        self._rendering = self.line("rendering_id", self.tr("Its number for the therapist (24J)"), optional=True)
        self._billing = self.line("billing_id", self.tr("Its number for the practice (33b)"), optional=True)
        for line in (self._rendering, self._billing):
            line.setPlaceholderText(self.tr("Qualifier first: G2 12345"))
        self._fees = FeesEdit(self.tr("Add a fee"))
        self.add("fees", self.tr("Fee for one unit of each procedure number"), self._fees)
        self._lay_out()
        if cards.refused:
            self._column.addWidget(Banner("\n".join(map(sentence, cards.refused)), BannerKind.AMBER))
        if coverage is not None:
            self._insured_id.setText(coverage.insured_id)
            self._claim.setText(coverage.claim_number)
            self._group.setText(coverage.group_number)
            self._choice.setCurrentIndex(self._choice.findData(coverage.payer_id))
        self._choice.currentIndexChanged.connect(self._show_chosen)
        self._show_chosen()

    def payer(self) -> Payer | None:
        """The payer as typed, or None where the client pays."""
        chosen = str(self._choice.currentData())
        if chosen == _NONE:
            return None
        known = self._payers.get(PayerId(chosen)) or Payer(id=self._new_id, name="")
        return replace(
            known,
            name=self._name.text().strip(),
            kind=PayerKind(self._kind.currentData()),
            rule_card=str(self._card.currentData()),
            phone=self._phone.text().strip(),
            fax=self._fax.text().strip(),
            address=Address(
                street=self._street.text().strip(),
                city=self._city.text().strip(),
                state=self._state.text().strip(),
                postal_code=self._postal_code.text().strip(),
            ),
            billing_tax_id=self._tax_id.text().strip(),
            rendering_id=self._rendering.text().strip().upper(),
            billing_id=self._billing.text().strip().upper(),
            fees=self._fees.fees(),
        )

    def readable(self) -> bool:
        """Whether dates and fees can be read; if not, the field says so."""
        fine = self.read_days()
        if self._choice.currentData() != _NONE and not self._fees.readable():
            self.field("fees").set_problem(self.tr("A fee is an amount such as 45.00."))
            fine = False
        return fine

    def apply(self, case: Case, payer: Payer | None) -> Case:
        """Give `case` with its coverage by `payer`."""
        if payer is None:
            return replace(case, coverage=None)
        coverage = Coverage(
            payer_id=payer.id,
            insured_id=self._insured_id.text().strip(),
            claim_number=self._claim.text().strip(),
            group_number=self._group.text().strip(),
            date_of_injury=self._injury.date(),
        )
        return replace(case, coverage=coverage)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = str(self._choice.currentData())
        for name in _OF_THE_PAYER:
            self.field(name).setVisible(chosen != _NONE)
        payer = self._payers.get(PayerId(chosen)) or Payer(id=PayerId(""), name="", kind=self._likely_kind)
        self._name.setText(payer.name)
        self._kind.setCurrentIndex(self._kind.findData(payer.kind.value))
        self._show_card(payer.rule_card)
        self._phone.setText(payer.phone)
        self._fax.setText(payer.fax)
        self._street.setText(payer.address.street)
        self._city.setText(payer.address.city)
        self._state.setText(payer.address.state)
        self._postal_code.setText(payer.address.postal_code)
        self._tax_id.setText(payer.billing_tax_id)
        self._rendering.setText(payer.rendering_id)
        self._billing.setText(payer.billing_id)
        self._fees.show_fees(payer.fees)

    def _show_card(self, card_id: str) -> None:
        """Choose a card; one that is not there stays the payer's all the same, until another is chosen."""
        if self._card.findData(card_id) < 0:
            self._card.addItem(self.tr("{file} (not there)").format(file=f"{card_id}.toml"), card_id)
        self._card.setCurrentIndex(self._card.findData(card_id))

    def _lay_out(self) -> None:
        self.place("payer")
        self.place("claim_number", "insured_id")
        self.place("group_number", "date_of_injury")
        self.place("payer_name", "kind", "rule_card")
        self.place("phone", "fax", "billing_tax_id")
        self.place("street", "city", "state", "postal_code", shares=(3, 2, 1, 1))
        self.place("rendering_id", "billing_id")
        self.place("fees")
