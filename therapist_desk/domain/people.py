"""The people who treat and prescribe, and the practice they work in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.identifiers import is_valid_npi
from therapist_desk.domain.ids import TherapistId


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address, in the parts that a claim form asks for."""

    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as printed, without empty lines."""
        town = " ".join(part for part in (self.state, self.postal_code) if part)
        last = ", ".join(part for part in (self.city, town) if part)
        return tuple(line for line in (self.street, last) if line)


class TaxIdKind(StrEnum):
    """Whose number a tax ID is: an employer's or a person's."""

    EIN = "EIN"
    SSN = "SSN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The clinic, as letterheads and claims name it.

    `tax_id_kind` is None while nobody has said. `place_of_service` is where its visits usually are, by the code of
    claims; `fees` are charged where a payer has none of its own.
    """

    name: str
    address: Address = field(default_factory=Address)
    phone: str = ""
    fax: str = ""
    email: str = ""
    tax_id: str = ""
    npi: str = ""
    tax_id_kind: TaxIdKind | None = None
    place_of_service: str = "11"
    fees: tuple[Fee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapist:
    """Who treats and signs. `public_key` is the raw Ed25519 key in hex, empty before the first unlock."""

    id: TherapistId
    name: str
    credentials: str
    licence_number: str
    licence_state: str
    npi: str = ""
    public_key: str = ""
    active: bool = True

    @property
    def signature_name(self) -> str:
        """The name with its credentials: "Robin Mockford, LMT"."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name

    @property
    def licence(self) -> str:
        """The licence with its state: "WA MA 60099999"."""
        return f"{self.licence_state} {self.licence_number}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Physician:
    """Who prescribes."""

    name: str
    credentials: str = ""
    npi: str = ""
    practice: str = ""
    phone: str = ""
    fax: str = ""

    @property
    def signature_name(self) -> str:
        """The name with its credentials: "Priya Raman, MD"."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


def therapist_problems(therapist: Therapist) -> tuple[FieldProblem, ...]:
    """List what keeps a registration from being taken, field by field."""
    required = (
        ("name", therapist.name),
        ("credentials", therapist.credentials),
        ("licence_number", therapist.licence_number),
        ("licence_state", therapist.licence_state),
    )
    problems = [FieldProblem(name, "required") for name, value in required if not value.strip()]
    if therapist.npi and not is_valid_npi(therapist.npi):
        problems.append(FieldProblem("npi", "npi_invalid"))
    return tuple(problems)


def practice_problems(practice: Practice) -> tuple[FieldProblem, ...]:
    """List what keeps a practice from being taken, field by field."""
    problems: list[FieldProblem] = []
    if not practice.name.strip():
        problems.append(FieldProblem("practice_name", "required"))
    if not practice.address.street.strip():
        problems.append(FieldProblem("street", "required"))
    if not practice.address.city.strip():
        problems.append(FieldProblem("city", "required"))
    if practice.npi and not is_valid_npi(practice.npi):
        problems.append(FieldProblem("practice_npi", "npi_invalid"))
    return tuple(problems)
