"""How the practice bills: whose its tax ID is, where its visits usually are, and its usual fees."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.claims.terms import PLACES
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.people import Practice, TaxIdKind
from therapist_desk.services.opening import Registration
from therapist_desk.services.practice import read_registration, save_billing
from therapist_desk.ui.billing.fees_edit import FeesEdit
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import field_sentence, sentence
from therapist_desk.ui.workplace import Workplace


class BillingForm(Form):
    """What holds for all bills unless a visit or a payer has its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Select()
        for code, words in PLACES.items():
            self._place.addItem(f"{code}  {words}", code)
        self.add("place_of_service", self.tr("Visits are usually at"), self._place)
        kinds = [(kind.value, kind.value) for kind in TaxIdKind]
        self._kind = ToggleGroup(kinds, name=self.tr("Kind of tax ID"))
        self.add("tax_id_kind", self.tr("Tax ID is an"), self._kind)
        self._fees = FeesEdit(self.tr("Add a fee"))
        self.add("fees", self.tr("Usual fee for one unit of each procedure number"), self._fees)
        self.place("place_of_service", "tax_id_kind", shares=(3, 2))
        self.place("fees")

    def show_practice(self, practice: Practice) -> None:
        """Show what is kept."""
        self._place.setCurrentIndex(self._place.findData(practice.place_of_service))
        self._kind.set_value(practice.tax_id_kind.value if practice.tax_id_kind else None)
        self._fees.show_fees(practice.fees)
        self.field("fees").set_problem("")

    def settled(self, practice: Practice) -> Practice | None:
        """Give `practice` as typed here; None, and the reason at the field, where a fee cannot be read."""
        self.field("fees").set_problem("")
        if not self._fees.readable():
            self.field("fees").set_problem(self.tr("A fee is an amount such as 45.00."))
            return None
        kind = self._kind.value()
        return Practice(
            name=practice.name,
            tax_id_kind=TaxIdKind(kind) if kind else None,
            place_of_service=str(self._place.currentData()),
            fees=self._fees.fees(),
        )


class BillingCard(Card):
    """Saved by its own button."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._practice = Practice(name="")
        self.form = BillingForm()
        self.save_button = Button(self.tr("Save billing"))
        self.save_button.setObjectName("save_billing")
        self._saved = Label("", Text.SECONDARY, Tone.GREEN)
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setObjectName("billing_trouble")
        self._trouble.hide()
        words = self.tr(
            "A payer’s own fees come first (Case & plan, Payer). The usual ones stand in for what it has none for, "
            "and for clients who pay themselves. A visit elsewhere is told in its bill’s details."
        )
        self.body.addWidget(CardHeader(self.tr("Billing")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self.save_button, self._saved, None))
        self.save_button.clicked.connect(self._save)

    def read(self) -> None:
        """Show what is kept."""
        self._workplace.jobs.read(read_registration, self._workplace.desk, owner=self, done=self._show)

    def _show(self, registration: Registration) -> None:
        self._practice = registration.practice
        self.form.show_practice(registration.practice)
        self._saved.setText("")
        self._trouble.hide()

    @Slot()
    def _save(self) -> None:
        settled = self.form.settled(self._practice)
        if settled is None:
            return
        self._workplace.jobs.write(
            save_billing,
            self._workplace.desk,
            settled.tax_id_kind,
            settled.place_of_service,
            settled.fees,
            owner=self,
            done=self._take,
            failed=self._refuse,
        )

    def _take(self, practice: Practice) -> None:
        self._practice = practice
        self._trouble.hide()
        self._saved.setText(self.tr("Saved"))

    def _refuse(self, error: ExpectedError) -> None:
        self._saved.setText("")
        words = sentence(error)
        if isinstance(error, InvalidError):
            words = " ".join(field_sentence(problem) for problem in self.form.show_problems(error.problems))
        self._trouble.set_sentence(words)
        self._trouble.setVisible(bool(words))
