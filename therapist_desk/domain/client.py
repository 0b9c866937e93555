"""Clients: who is treated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.names import fold_words, initials
from therapist_desk.domain.people import Address

# The oldest documented age is 122; a birth date beyond it is a slip of the hand.
_OLDEST_AGE: Final = 125


class CautionLevel(StrEnum):
    """How far a contraindication reaches."""

    ABSOLUTE = "absolute"
    LOCAL = "local"
    PRECAUTION = "precaution"


@dataclass(frozen=True, slots=True)
class Caution:
    """What a therapist must see before touching the client: "Apixaban: no deep pressure"."""

    text: str
    level: CautionLevel = CautionLevel.PRECAUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDetails:
    """What a therapist enters about a client. A person may have a given name alone, or a family name alone."""

    given_name: str
    family_name: str
    date_of_birth: date
    pronouns: str = ""
    phone: str = ""
    email: str = ""
    address: Address = field(default_factory=Address)
    emergency_contact: str = ""
    figure: Figure = Figure.NEUTRAL
    cautions: tuple[Caution, ...] = ()
    consent_on: date | None = None

    @property
    def name(self) -> str:
        """The name as spoken: "Juniper Sample-Hayes"."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def sorted_name(self) -> str:
        """The name as filed: "Sample-Hayes, Juniper"."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A client as kept. `record_number` never changes; `version` counts the changes."""

    id: ClientId
    record_number: str
    details: ClientDetails
    archived: bool = False
    version: int = 1

    @property
    def name(self) -> str:
        """The name as spoken."""
        return self.details.name

    @property
    def initials(self) -> str:
        """One or two letters that stand for the client."""
        return initials(self.details.name)


def age_on(born: date, day: date) -> int:
    """Whole years lived on `day`; someone born on 29 February has a birthday on 1 March in common years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def could_be_same_person(one: ClientDetails, other: ClientDetails) -> bool:
    """Say whether two may be one person: the same date of birth and a word of the name in common."""
    return one.date_of_birth == other.date_of_birth and bool(set(fold_words(one.name)) & set(fold_words(other.name)))


def client_problems(details: ClientDetails, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps these details from being taken, field by field."""
    problems: list[FieldProblem] = []
    if not details.name.strip():
        problems.append(FieldProblem("given_name", "name_required"))
    if details.date_of_birth > today:
        problems.append(FieldProblem("date_of_birth", "birth_in_future"))
    elif age_on(details.date_of_birth, today) > _OLDEST_AGE:
        problems.append(FieldProblem("date_of_birth", "birth_too_early", {"age": _OLDEST_AGE}))
    if details.email and not _looks_like_email(details.email):
        problems.append(FieldProblem("email", "email_invalid"))
    if details.consent_on is not None and details.consent_on > today:
        problems.append(FieldProblem("consent_on", "date_in_future"))
    return tuple(problems)


def _looks_like_email(text: str) -> bool:
    # One address: where two stand in a row, a letter would go astray.
    local, at, host = text.strip().partition("@")
    return (
        bool(local and at and "." in host.strip("."))
        and not any(char in text.strip() for char in " ,;")
        and "@" not in host
    )
