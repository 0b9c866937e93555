"""The fields of a client."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import ClientDetails, age_on
from therapist_desk.domain.names import split_name
from therapist_desk.domain.people import Address
from therapist_desk.ui.clients.cautions_edit import CautionsEdit
from therapist_desk.ui.kit.date_edit import A_BIRTH
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height


class ClientForm(Form):
    """Gives `ClientDetails` once there is a date of birth; what is wrong is said at each field."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._given = self.line("given_name", self.tr("Given name"))
        self._family = self.line("family_name", self.tr("Family name"))
        self._born = self.day(
            "date_of_birth", self.tr("Date of birth"), None, newest_year=today.year, example=A_BIRTH
        )
        self._pronouns = self.line("pronouns", self.tr("Pronouns"), optional=True)
        self._cautions = CautionsEdit()
        self.add("cautions", self.tr("Contraindications and allergies"), self._cautions)
        self._phone = self.line("phone", self.tr("Phone"), optional=True)
        self._email = self.line("email", self.tr("E-mail"), optional=True)
        self._street = self.line("street", self.tr("Street"), optional=True)
        self._city = self.line("city", self.tr("City"), optional=True)
        self._state = self.line("state", self.tr("State"), optional=True)
        self._postal_code = self.line("postal_code", self.tr("Postal code"), optional=True)
        self._emergency = self.line("emergency_contact", self.tr("Emergency contact"), optional=True)
        self._consent = self.day(
            "consent_on", self.tr("Consent signed on"), None, newest_year=today.year, optional=True
        )
        self._figure = ToggleGroup(
            [
                (Figure.NEUTRAL.value, self.tr("Neutral")),
                (Figure.FEMALE.value, self.tr("Female")),
                (Figure.MALE.value, self.tr("Male")),
            ],
            value=Figure.NEUTRAL.value,
            height=Height.CONTROL,
        )
        self.add("figure", self.tr("Figure on the body map"), self._figure)
        self.place("given_name", "family_name")
        self.place("date_of_birth", "pronouns")
        self.place("cautions")
        self.place("phone", "email")
        self.place("street")
        self.place("city", "state", "postal_code", shares=(2, 1, 1))
        self.place("emergency_contact", "consent_on")
        self.place("figure")
        self._born.date_changed.connect(self._show_age)

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

    def show_name(self, typed: str) -> None:
        """Fill the names in as somebody typed them, and go to what comes next."""
        given, family = split_name(typed)
        self._given.setText(given)
        self._family.setText(family)
        self.lead_to("date_of_birth" if family else "family_name" if given else "given_name")

    def details(self) -> ClientDetails | None:
        """Give what is typed; None, and the reason at the field, where a date cannot be read or is missing."""
        readable = self.read_days()
        born = self._born.date()
        if born is None and not self._born.problem():
            self.field("date_of_birth").set_problem(self.tr("Enter the date of birth."))
            self.focus_first_problem()
        if born is None or not readable:
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

    @Slot(object)
    def _show_age(self, born: date | None) -> None:
        known = born is not None and born <= self._today
        words = self.tr("{n} years").format(n=age_on(born, self._today)) if born and known else ""
        self.field("date_of_birth").set_aside(words)
