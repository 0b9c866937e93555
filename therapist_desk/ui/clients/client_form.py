"""The fields of a client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import ClientDetails, age_on
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.people import Address
from therapist_desk.ui.clients.cautions_edit import CautionsEdit
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.layouts import form_row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.wording import field_sentence


class ClientForm(QWidget):
    """Gives `ClientDetails` once there is a date of birth; what is wrong is said at each field."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._fields: dict[str, Field] = {}
        self._given = self._line("given_name", self.tr("Given name"))
        self._family = self._line("family_name", self.tr("Family name"))
        self._born = DateEdit(newest_year=today.year)
        self._add("date_of_birth", self.tr("Date of birth"), self._born)
        self._born.date_changed.connect(self._show_age)
        self._pronouns = self._line("pronouns", self.tr("Pronouns"), optional=True)
        self._phone = self._line("phone", self.tr("Phone"), optional=True)
        self._email = self._line("email", self.tr("E-mail"), optional=True)
        self._street = self._line("street", self.tr("Street"), optional=True)
        self._city = self._line("city", self.tr("City"), optional=True)
        self._state = self._line("state", self.tr("State"), optional=True)
        self._postal_code = self._line("postal_code", self.tr("Postal code"), optional=True)
        self._emergency = self._line("emergency_contact", self.tr("Emergency contact"), optional=True)
        self._consent = DateEdit(newest_year=today.year)
        self._add("consent_on", self.tr("Consent signed on"), self._consent, optional=True)
        self._figure = ToggleGroup(
            [
                (Figure.NEUTRAL.value, self.tr("Neutral")),
                (Figure.FEMALE.value, self.tr("Female")),
                (Figure.MALE.value, self.tr("Male")),
            ],
            value=Figure.NEUTRAL.value,
            height=Height.CONTROL,
        )
        self._add("figure", self.tr("Figure on the body map"), self._figure)
        self._cautions = CautionsEdit()
        self._add("cautions", self.tr("Contraindications and allergies"), self._cautions)
        self._lay_out()
        self._figure.chosen.connect(self.changed)
        self._cautions.changed.connect(self.changed)
        for control in self.findChildren(QLineEdit):
            control.textEdited.connect(self.changed)

    def show_details(self, details: ClientDetails) -> None:
        """Fill the fields in."""
        self._given.setText(details.given_name)
        self._family.setText(details.family_name)
        self._born.set_date(details.date_of_birth)
        self._show_age(details.date_of_birth)
        self._pronouns.setText(details.pronouns)
        self._phone.setText(details.phone)
        self._email.setText(details.email)
        self._street.setText(details.address.street)
        self._city.setText(details.address.city)
        self._state.setText(details.address.state)
        self._postal_code.setText(details.address.postal_code)
        self._emergency.setText(details.emergency_contact)
        self._consent.set_date(details.consent_on)
        self._figure.set_value(details.figure.value)
        self._cautions.show_cautions(details.cautions)

    def details(self) -> ClientDetails | None:
        """Give what is typed; None, and the reason at the field, where a date cannot be read or is missing."""
        self._born.read()
        self._consent.read()
        for field in self._fields.values():
            field.set_problem("")
        self._fields["consent_on"].set_problem(self._consent.problem())
        born = self._born.date()
        if born is None or self._consent.problem():
            missing = self._born.problem() or ("" if born else self.tr("Enter the date of birth."))
            self._fields["date_of_birth"].set_problem(missing)
            self._focus_first_problem()
            return None
        return ClientDetails(
            given_name=self._given.text().strip(),
            family_name=self._family.text().strip(),
            date_of_birth=born,
            pronouns=self._pronouns.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.text().strip(),
            address=Address(
                street=self._street.text().strip(),
                city=self._city.text().strip(),
                state=self._state.text().strip(),
                postal_code=self._postal_code.text().strip(),
            ),
            emergency_contact=self._emergency.text().strip(),
            figure=Figure(self._figure.value() or Figure.NEUTRAL),
            cautions=self._cautions.cautions(),
            consent_on=self._consent.date(),
        )

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say what is wrong at the fields, and go to the first of them."""
        for problem in problems:
            self._fields[problem.field].set_problem(field_sentence(problem))
        self._focus_first_problem()

    def _focus_first_problem(self) -> None:
        wrong = next((field for field in self._fields.values() if field.problem()), None)
        if wrong is not None:
            wrong.control.setFocus()

    @Slot(object)
    def _show_age(self, born: date | None) -> None:
        known = born is not None and born <= self._today
        words = self.tr("{n} years").format(n=age_on(born, self._today)) if born and known else ""
        self._fields["date_of_birth"].set_aside(words)

    def _line(self, name: str, label: str, *, optional: bool = False) -> QLineEdit:
        control = QLineEdit()
        self._add(name, label, control, optional=optional)
        return control

    def _add(self, name: str, label: str, control: QWidget, *, optional: bool = False) -> None:
        control.setObjectName(name)
        field = self._fields[name] = Field(label, control, optional=optional)
        if isinstance(control, DateEdit):
            control.problem_changed.connect(field.set_problem)

    def _lay_out(self) -> None:
        fields = self._fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GAP_DENSE)
        for names in (
            ("given_name", "family_name"),
            ("date_of_birth", "pronouns"),
            ("cautions",),
            ("phone", "email"),
            ("street", "city"),
            ("state", "postal_code"),
            ("emergency_contact", "consent_on"),
            ("figure",),
        ):
            column.addLayout(form_row(*(fields[name] for name in names)))
