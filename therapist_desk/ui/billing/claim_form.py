"""What claims of a client to a payer say beside the chart, as a form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.claims.details import (
    ClaimDetails,
    CoverageKind,
    Insured,
    OtherPlan,
    ReferrerQualifier,
    Relationship,
    Sex,
    may_have_periods,
)
from therapist_desk.domain.claims.grid import GRID
from therapist_desk.domain.people import Address
from therapist_desk.ui.kit.date_edit import A_BIRTH
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text

_Word = TypeVar("_Word", bound=StrEnum)
_NOT_SAID: Final = ""
_YES, _NO = "yes", "no"
_OF_THE_INSURED: Final = (
    "insured_family",
    "insured_given",
    "insured_birth",
    "insured_sex",
    "insured_street",
    "insured_city",
    "insured_state",
    "insured_postal_code",
    "insured_phone",
)
_OF_THE_OTHER_PLAN: Final = ("other_insured", "other_policy", "other_plan_name")


class ClaimForm(Form):
    """Asked once: each of it may stay unsaid, and then its box stays empty."""

    def __init__(
        self, details: ClaimDetails, today: date, figure: Figure = Figure.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self._details = details
        year = today.year
        insured, other = details.insured, details.other_plan or OtherPlan()
        self._coverage = Select()
        for kind in CoverageKind:
            self._coverage.addItem(kind.value, kind.value)
        self._coverage.setCurrentIndex(self._coverage.findData(details.coverage.value))
        self.add("coverage", self.tr("Kind of coverage (box 1)"), self._coverage)
        self._plan = self.line("plan_name", self.tr("Name of the plan (11c)"), details.plan_name, optional=True)
        self._sex = self._sexes("client_sex", self.tr("Client's sex (3)"), details.client_sex)
        relations = {
            Relationship.SELF: self.tr("Self"),
            Relationship.SPOUSE: self.tr("Spouse"),
            Relationship.CHILD: self.tr("Child"),
            Relationship.OTHER: self.tr("Other"),
        }
        self._relationship = self._toggle(
            "relationship",
            self.tr("Client's relationship to the insured (6)"),
            [(relation.value, words) for relation, words in relations.items()],
            details.relationship,
        )
        self._family = self.line(
            "insured_family", self.tr("Insured's family name, or employer (4)"), insured.family_name
        )
        self._given = self.line("insured_given", self.tr("Given name"), insured.given_name, optional=True)
        self._birth = self.day(
            "insured_birth",
            self.tr("Date of birth (11a)"),
            insured.date_of_birth,
            newest_year=year,
            example=A_BIRTH,
            optional=True,
        )
        self._insured_sex = self._sexes("insured_sex", self.tr("Sex (11a)"), insured.sex)
        self._street = self.line("insured_street", self.tr("Street (7)"), insured.address.street, optional=True)
        self._city = self.line("insured_city", self.tr("City"), insured.address.city, optional=True)
        self._state = self.line("insured_state", self.tr("State"), insured.address.state, optional=True)
        self._postal = self.line(
            "insured_postal_code", self.tr("Postal code"), insured.address.postal_code, optional=True
        )
        self._phone = self.line("insured_phone", self.tr("Phone"), insured.phone, optional=True)
        known = _YES if details.other_plan else _NO if details.no_other_plan else None
        self._other = self._toggle(
            "other_plan", self.tr("Another health plan (11d)"), [(_YES, self.tr("Yes")), (_NO, self.tr("No"))], known
        )
        self._other_insured = self.line("other_insured", self.tr("Other insured (9)"), other.insured_name)
        self._other_policy = self.line("other_policy", self.tr("Policy (9a)"), other.policy)
        self._other_name = self.line("other_plan_name", self.tr("Plan (9d)"), other.plan_name)
        self._accident = self.line(
            "accident_state", self.tr("State of a car accident (10b)"), details.accident_state, optional=True
        )
        self._period = self.day(
            "last_period_on",
            self.tr("Last menstrual period (14)"),
            details.last_period_on,
            newest_year=year,
            optional=True,
        )
        parts = [
            (ReferrerQualifier.REFERRING.value, self.tr("Referred")),
            (ReferrerQualifier.ORDERING.value, self.tr("Ordered")),
        ]
        self._referrer = ToggleGroup(parts, value=details.referrer.value, name=self.tr("What the physician did"))
        self.add("referrer", self.tr("The physician (17)"), self._referrer)
        self._released = self.day(
            "released_on", self.tr("Release signed on (12)"), details.released_on, newest_year=year, optional=True
        )
        self._assigned = self.day(
            "assigned_on",
            self.tr("Assignment signed on (13)"),
            details.assigned_on,
            newest_year=year,
            optional=True,
        )
        accepts = None if details.accepts_assignment is None else _YES if details.accepts_assignment else _NO
        self._accepts = self._toggle(
            "accepts_assignment",
            self.tr("Assignment accepted (27)"),
            [(_YES, self.tr("Yes")), (_NO, self.tr("No"))],
            accepts,
        )
        self._referrer_other = self.line(
            "referrer_other", self.tr("Payer's number of the physician (17a)"), details.referrer_other, optional=True
        )
        self._unable_from = self.day(
            "unable_from", self.tr("Unable to work from (16)"), details.unable_from, newest_year=year, optional=True
        )
        self._unable_to = self.day(
            "unable_to", self.tr("Unable to work to (16)"), details.unable_to, newest_year=year + 1, optional=True
        )
        self._additional = self.line(
            "additional", self.tr("Additional claim information (19)"), details.additional, optional=True
        )
        self._additional.setMaxLength(GRID["19"].width)
        self._totals = ToggleGroup(
            [(_NO, self.tr("On the last form")), (_YES, self.tr("On each form"))],
            value=_YES if details.total_on_each else _NO,
            name=self.tr("Where the total stands on a claim of several forms"),
        )
        self.add("total_on_each", self.tr("Total of more than six services (28)"), self._totals)
        self._lay_out()
        self._relationship.chosen.connect(self._show_parts)
        self._other.chosen.connect(self._show_parts)
        self._sex.chosen.connect(self._show_parts)
        self._show_parts()

    def details(self) -> ClaimDetails | None:
        """What is typed; None, and the reason at the field, where a date cannot be read."""
        if not self._may_have_periods():
            self._period.set_date(None)
        if not self.read_days():
            return None
        relationship = _chosen(self._relationship, Relationship)
        someone_else = relationship not in (None, Relationship.SELF)
        other = self._other.value()
        accepts = self._accepts.value()
        return ClaimDetails(
            coverage=CoverageKind(self._coverage.currentData()),
            client_sex=_chosen(self._sex, Sex),
            relationship=relationship,
            insured=self._insured() if someone_else else Insured(),
            plan_name=self._plan.text().strip(),
            other_plan=self._other_plan() if other == _YES else None,
            no_other_plan=other == _NO,
            accident_state=self._accident.text().strip().upper(),
            referrer=ReferrerQualifier(self._referrer.value() or ReferrerQualifier.REFERRING),
            released_on=self._released.date(),
            assigned_on=self._assigned.date(),
            last_period_on=self._period.date(),
            accepts_assignment=None if not accepts else accepts == _YES,
            unable_from=self._unable_from.date(),
            unable_to=self._unable_to.date(),
            referrer_other=self._referrer_other.text().strip().upper(),
            additional=self._additional.text().strip(),
            total_on_each=self._totals.value() == _YES,
        )

    def _insured(self) -> Insured:
        return Insured(
            family_name=self._family.text().strip(),
            given_name=self._given.text().strip(),
            date_of_birth=self._birth.date(),
            sex=_chosen(self._insured_sex, Sex),
            address=Address(
                street=self._street.text().strip(),
                city=self._city.text().strip(),
                state=self._state.text().strip(),
                postal_code=self._postal.text().strip(),
            ),
            phone=self._phone.text().strip(),
        )

    def _other_plan(self) -> OtherPlan:
        return OtherPlan(
            insured_name=self._other_insured.text().strip(),
            policy=self._other_policy.text().strip(),
            plan_name=self._other_name.text().strip(),
        )

    def _sexes(self, name: str, label: str, sex: Sex | None) -> ToggleGroup:
        return self._toggle(name, label, [(Sex.FEMALE.value, self.tr("F")), (Sex.MALE.value, self.tr("M"))], sex)

    def _toggle(self, name: str, label: str, options: Sequence[tuple[str, str]], value: str | None) -> ToggleGroup:
        group = ToggleGroup([*options, (_NOT_SAID, self.tr("Not said"))], value=value or _NOT_SAID, name=label)
        self.add(name, label, group)
        return group

    def _may_have_periods(self) -> bool:
        return may_have_periods(_chosen(self._sex, Sex), self._figure)

    @Slot()
    def _show_parts(self) -> None:
        someone_else = _chosen(self._relationship, Relationship) not in (None, Relationship.SELF)
        for name in _OF_THE_INSURED:
            self.field(name).setVisible(someone_else)
        for name in _OF_THE_OTHER_PLAN:
            self.field(name).setVisible(self._other.value() == _YES)
        self.field("last_period_on").setVisible(self._may_have_periods())

    def _lay_out(self) -> None:
        self._column.addWidget(Label(self.tr("Who is insured"), Text.TITLE))
        self.place("relationship")
        self.place("insured_family", "insured_given", shares=(3, 2))
        self.place("insured_birth", "insured_sex", "insured_phone")
        self.place("insured_street", "insured_city", "insured_state", "insured_postal_code", shares=(4, 3, 2, 2))
        self.place("coverage", "plan_name", "client_sex")
        self.place("other_plan", shares=(1,))
        self.place("other_insured", "other_policy", "other_plan_name")
        self._column.addWidget(Label(self.tr("The condition"), Text.TITLE))
        self.place("accident_state", "last_period_on")
        self.place("unable_from", "unable_to")
        self.place("referrer", "referrer_other")
        self._column.addWidget(Label(self.tr("Signatures on file"), Text.TITLE))
        self.place("released_on", "assigned_on", "accepts_assignment")
        self._column.addWidget(Label(self.tr("What the payer wants besides"), Text.TITLE))
        self.place("additional", "total_on_each", shares=(3, 2))


def _chosen(group: ToggleGroup, kind: type[_Word]) -> _Word | None:
    value = group.value()
    return kind(value) if value else None
