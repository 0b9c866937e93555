"""What a claim form asks beside the chart: the insured, signatures, assignment; kept per client and payer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.other_id import is_other_id
from therapist_desk.domain.people import Address


class Sex(StrEnum):
    """What the form has a box for; None where neither is ticked."""

    MALE = "male"
    FEMALE = "female"


class Relationship(StrEnum):
    """Whose insurance it is, seen from the client."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    OTHER = "other"


class CoverageKind(StrEnum):
    """The kinds of coverage of box 1."""

    MEDICARE = "Medicare"
    MEDICAID = "Medicaid"
    TRICARE = "TRICARE"
    CHAMPVA = "CHAMPVA"
    GROUP = "group health plan"
    FECA = "FECA black lung"
    OTHER = "other"


class ReferrerQualifier(StrEnum):
    """In what part the physician of box 17 stands there."""

    REFERRING = "DN"
    ORDERING = "DK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insured:
    """Who is insured, where it is not the client; an employer has a name alone."""

    family_name: str = ""
    given_name: str = ""
    date_of_birth: date | None = None
    sex: Sex | None = None
    address: Address = field(default_factory=Address)
    phone: str = ""

    @property
    def sorted_name(self) -> str:
        """The name as the form wants it: family name first."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """Another health plan of the client's that may pay too."""

    insured_name: str = ""
    policy: str = ""
    plan_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetails:
    """What is asked once and holds for every claim of this client to this payer.

    None means that nobody has said: such a box stays empty and is named as one to fill in. `released_on` and
    `assigned_on` are the days on which the client signed for boxes 12 and 13; the practice keeps the papers.
    `accident_state` is where a car accident was; `last_period_on` stands in box 14 for care of a pregnancy.
    `unable_from` and `unable_to` are when the client could not work (box 16), `referrer_other` is the payer's own
    number of the physician (17a), `additional` what the payer wants in box 19. `total_on_each` gives each form of a
    claim that needs several its own total; else the whole one stands on the last.
    """

    coverage: CoverageKind = CoverageKind.OTHER
    client_sex: Sex | None = None
    relationship: Relationship | None = None
    insured: Insured = field(default_factory=Insured)
    plan_name: str = ""
    other_plan: OtherPlan | None = None
    no_other_plan: bool = False
    accident_state: str = ""
    referrer: ReferrerQualifier = ReferrerQualifier.REFERRING
    released_on: date | None = None
    assigned_on: date | None = None
    last_period_on: date | None = None
    accepts_assignment: bool | None = None
    unable_from: date | None = None
    unable_to: date | None = None
    referrer_other: str = ""
    additional: str = ""
    total_on_each: bool = False


def details_problems(details: ClaimDetails, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps these details from being taken, field by field."""
    problems: list[FieldProblem] = []
    for name, day in (
        ("released_on", details.released_on),
        ("assigned_on", details.assigned_on),
        ("last_period_on", details.last_period_on),
        ("insured_birth", details.insured.date_of_birth),
        ("unable_from", details.unable_from),
    ):
        if day is not None and day > today:
            problems.append(FieldProblem(name, "date_in_future"))
    someone_else = details.relationship not in (None, Relationship.SELF)
    if someone_else and not details.insured.family_name.strip():
        problems.append(FieldProblem("insured_family", "required"))
    if details.unable_from and details.unable_to and details.unable_to < details.unable_from:
        problems.append(FieldProblem("unable_to", "expires_before_start"))
    if details.referrer_other and not is_other_id(details.referrer_other):
        problems.append(FieldProblem("referrer_other", "qualified_number"))
    if details.accident_state and not _is_state(details.accident_state):
        problems.append(FieldProblem("accident_state", "state_letters"))
    return tuple(problems)


def _is_state(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha()  # noqa: PLR2004 - two letters, as the post writes them


def may_have_periods(sex: Sex | None, figure: Figure) -> bool:
    """Whether box 14 may ask for a last period: by the sex on the claim, else by the figure that is drawn."""
    return sex is Sex.FEMALE or (sex is None and figure is not Figure.MALE)
