"""What claims of a client to a payer say beside the chart, as a form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

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
from therapist_desk.ui.kit.date_edit import A_BIRTH, DateEdit
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
        self._year = today.year
        self._ask_who_is_insured(details)
        self._ask_for_plans(details)
        self._ask_about_the_condition(details)
        self._ask_for_signatures(details)
        self._ask_what_else_is_wanted(details)
        for toggle in (self._relationship, self._other, self._sex):
            toggle.chosen.connect(self._show_parts)
        self._show_parts()

    def _ask_who_is_insured(self, details: ClaimDetails) -> None:
        insured = details.insured
        relations = [
            (Relationship.SELF, self.tr("Self")),
            (Relationship.SPOUSE, self.tr("Spouse")),
            (Relationship.CHILD, self.tr("Child")),
            (Relationship.OTHER, self.tr("Other")),
        ]
        self._head(self.tr("Who is insured"))
        label = self.tr("Client's relationship to the insured (6)")
        self._relationship = self._toggle("relationship", label, relations, details.relationship)
        self.place("relationship")
        self.line("insured_family", self.tr("Insured's family name, or employer (4)"), insured.family_name)
        self._may("insured_given", self.tr("Given name"), insured.given_name)
        self.place("insured_family", "insured_given", shares=(3, 2))
        self._day("insured_birth", self.tr("Date of birth (11a)"), insured.date_of_birth, example=A_BIRTH)
        self._insured_sex = self._sexes("insured_sex", self.tr("Sex (11a)"), insured.sex)
        self._may("insured_phone", self.tr("Phone"), insured.phone)
        self.place("insured_birth", "insured_sex", "insured_phone")
        self._may("insured_street", self.tr("Street (7)"), insured.address.street)
        self._may("insured_city", self.tr("City"), insured.address.city)
        self._may("insured_state", self.tr("State"), insured.address.state)
        self._may("insured_postal_code", self.tr("Postal code"), insured.address.postal_code)
        self.place("insured_street", "insured_city", "insured_state", "insured_postal_code", shares=(4, 3, 2, 2))

    def _ask_for_plans(self, details: ClaimDetails) -> None:
        other = details.other_plan or OtherPlan()
        self._coverage = Select()
        for kind in CoverageKind:
            self._coverage.addItem(kind.value, kind.value)
        self._coverage.setCurrentIndex(self._coverage.findData(details.coverage.value))
        self.add("coverage", self.tr("Kind of coverage (box 1)"), self._coverage)
        self._may("plan_name", self.tr("Name of the plan (11c)"), details.plan_name)
        self._sex = self._sexes("client_sex", self.tr("Client's sex (3)"), details.client_sex)
        self.place("coverage", "plan_name", "client_sex")
        known = True if details.other_plan else False if details.no_other_plan else None
        self._other = self._yes_or_no("other_plan", self.tr("Another health plan (11d)"), said=known)
        self.place("other_plan", shares=(1,))
        self.line("other_insured", self.tr("Other insured (9)"), other.insured_name)
        self.line("other_policy", self.tr("Policy (9a)"), other.policy)
        self.line("other_plan_name", self.tr("Plan (9d)"), other.plan_name)
        self.place("other_insured", "other_policy", "other_plan_name")

    def _ask_about_the_condition(self, details: ClaimDetails) -> None:
        self._head(self.tr("The condition"))
        self._may("accident_state", self.tr("State of a car accident (10b)"), details.accident_state)
        self._period = self._day("last_period_on", self.tr("Last menstrual period (14)"), details.last_period_on)
        self.place("accident_state", "last_period_on")
        self._day("unable_from", self.tr("Unable to work from (16)"), details.unable_from)
        self._day("unable_to", self.tr("Unable to work to (16)"), details.unable_to, years_on=1)
        self.place("unable_from", "unable_to")
        parts = [
            (ReferrerQualifier.REFERRING.value, self.tr("Referred")),
            (ReferrerQualifier.ORDERING.value, self.tr("Ordered")),
        ]
        self._referrer = ToggleGroup(parts, value=details.referrer.value, name=self.tr("What the physician did"))
        self.add("referrer", self.tr("The physician (17)"), self._referrer)
        self._may("referrer_other", self.tr("Payer's number of the physician (17a)"), details.referrer_other)
        self.place("referrer", "referrer_other")

    def _ask_for_signatures(self, details: ClaimDetails) -> None:
        self._head(self.tr("Signatures on file"))
        self._day("released_on", self.tr("Release signed on (12)"), details.released_on)
        self._day("assigned_on", self.tr("Assignment signed on (13)"), details.assigned_on)
        label = self.tr("Assignment accepted (27)")
        self._accepts = self._yes_or_no("accepts_assignment", label, said=details.accepts_assignment)
        self.place("released_on", "assigned_on", "accepts_assignment")

    def _ask_what_else_is_wanted(self, details: ClaimDetails) -> None:
        self._head(self.tr("What the payer wants besides"))
        additional = self._may("additional", self.tr("Additional claim information (19)"), details.additional)
        additional.setMaxLength(GRID["19"].width)
        self._totals = ToggleGroup(
            [(_NO, self.tr("On the last form")), (_YES, self.tr("On each form"))],
            value=_YES if details.total_on_each else _NO,
            name=self.tr("Where the total stands on a claim of several forms"),
        )
        self.add("total_on_each", self.tr("Total of more than six services (28)"), self._totals)
        self.place("additional", "total_on_each", shares=(3, 2))

    def details(self) -> ClaimDetails | None:
        """What is typed; None, and the reason at the field, where a date cannot be read."""
        if not self._may_have_periods():
            self._period.set_date(None)
        if not self.read_days():
            return None
        accepts = self._accepts.value()
        return ClaimDetails(
            coverage=CoverageKind(self._coverage.currentData()),
            client_sex=_chosen(self._sex, Sex),
            relationship=_chosen(self._relationship, Relationship),
            insured=self._insured() if self._is_someone_else() else Insured(),
            plan_name=self._typed("plan_name"),
            other_plan=self._other_plan() if self._other.value() == _YES else None,
            no_other_plan=self._other.value() == _NO,
            accident_state=self._typed("accident_state").upper(),
            referrer=ReferrerQualifier(self._referrer.value() or ReferrerQualifier.REFERRING),
            released_on=self._on("released_on"),
            assigned_on=self._on("assigned_on"),
            last_period_on=self._on("last_period_on"),
            accepts_assignment=None if not accepts else accepts == _YES,
            unable_from=self._on("unable_from"),
            unable_to=self._on("unable_to"),
            referrer_other=self._typed("referrer_other").upper(),
            additional=self._typed("additional"),
            total_on_each=self._totals.value() == _YES,
        )

    def _insured(self) -> Insured:
        return Insured(
            family_name=self._typed("insured_family"),
            given_name=self._typed("insured_given"),
            date_of_birth=self._on("insured_birth"),
            sex=_chosen(self._insured_sex, Sex),
            address=Address(
                street=self._typed("insured_street"),
                city=self._typed("insured_city"),
                state=self._typed("insured_state"),
                postal_code=self._typed("insured_postal_code"),
            ),
            phone=self._typed("insured_phone"),
        )

    def _other_plan(self) -> OtherPlan:
        return OtherPlan(
            insured_name=self._typed("other_insured"),
            policy=self._typed("other_policy"),
            plan_name=self._typed("other_plan_name"),
        )

    def _typed(self, name: str) -> str:
        control = self.field(name).control
        assert isinstance(control, QLineEdit)  # noqa: S101 - `line` made it
        return control.text().strip()

    def _on(self, name: str) -> date | None:
        control = self.field(name).control
        assert isinstance(control, DateEdit)  # noqa: S101 - `day` made it
        return control.date()

    def _head(self, words: str) -> None:
        self._column.addWidget(Label(words, Text.TITLE))

    def _may(self, name: str, label: str, text: str) -> QLineEdit:
        """Add a line of text that may stay empty."""
        return self.line(name, label, text, optional=True)

    def _day(
        self, name: str, label: str, day: date | None, *, years_on: int = 0, example: date | None = None
    ) -> DateEdit:
        """Add a date that may stay empty; a year in two digits is this one at the latest, or `years_on` from it."""
        return self.day(name, label, day, newest_year=self._year + years_on, example=example, optional=True)

    def _sexes(self, name: str, label: str, sex: Sex | None) -> ToggleGroup:
        return self._toggle(name, label, [(Sex.FEMALE, self.tr("F")), (Sex.MALE, self.tr("M"))], sex)

    def _yes_or_no(self, name: str, label: str, *, said: bool | None) -> ToggleGroup:
        value = None if said is None else _YES if said else _NO
        return self._toggle(name, label, [(_YES, self.tr("Yes")), (_NO, self.tr("No"))], value)

    def _toggle(self, name: str, label: str, options: Sequence[tuple[str, str]], value: str | None) -> ToggleGroup:
        group = ToggleGroup(
            [*((str(each), words) for each, words in options), (_NOT_SAID, self.tr("Not said"))],
            value=value or _NOT_SAID,
            name=label,
        )
        self.add(name, label, group)
        return group

    def _is_someone_else(self) -> bool:
        return _chosen(self._relationship, Relationship) not in (None, Relationship.SELF)

    def _may_have_periods(self) -> bool:
        return may_have_periods(_chosen(self._sex, Sex), self._figure)

    @Slot()
    def _show_parts(self) -> None:
        for name in _OF_THE_INSURED:
            self.field(name).setVisible(self._is_someone_else())
        for name in _OF_THE_OTHER_PLAN:
            self.field(name).setVisible(self._other.value() == _YES)
        self.field("last_period_on").setVisible(self._may_have_periods())


def _chosen(group: ToggleGroup, kind: type[_Word]) -> _Word | None:
    value = group.value()
    return kind(value) if value else None
