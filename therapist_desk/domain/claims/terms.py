"""What is settled about a bill when it is made: where the visit was, what it points to, who gets a tied unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import TherapistId, VisitId

OFFICE: Final = "11"
HOME: Final = "12"
PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "03": "School",
        "04": "Homeless shelter",
        OFFICE: "Office",
        HOME: "Home",
        "13": "Assisted living facility",
        "14": "Group home",
        "15": "Mobile unit",
        "16": "Temporary lodging",
        "18": "Place of employment, worksite",
        "19": "Off campus outpatient hospital",
        "22": "On campus outpatient hospital",
        "31": "Skilled nursing facility",
        "32": "Nursing facility",
        "33": "Custodial care facility",
        "34": "Hospice",
        "49": "Independent clinic",
        "50": "Federally qualified health center",
        "62": "Comprehensive outpatient rehabilitation facility",
        "71": "Public health clinic",
        "72": "Rural health clinic",
        "99": "Other place of service",
    }
)
"""Places where massage is given, of the CMS Place of Service Code Set (as of May 2024, read in HL7 Terminology)."""

MOST_POINTERS: Final = 4
"""As many diagnoses as a line of the claim form points to."""


class UnknownPlaceError(ExpectedError):
    """A place that is not in the list."""

    code = "unknown_place"
    sentence = "{place} is not a place of service. Choose one of the list."


class PointersError(ExpectedError):
    """A service that points to no diagnosis of its case, or to too many."""

    code = "pointers"
    sentence = "Each service points to one to four of the diagnoses. Choose again for {procedure}."


class ClaimReferenceError(ExpectedError):
    """A claim that takes the place of another and does not say which, or codes that have no room."""

    code = "claim_reference"
    sentence = (
        "A claim that replaces or voids an earlier one names it by the payer’s number, at most {number} characters; "
        "claim codes have room for {codes}. Enter them again."
    )


class Resubmission(StrEnum):
    """Why a claim is sent again: the claim frequency codes that box 22 takes."""

    CORRECTED = "6"
    REPLACEMENT = "7"
    VOID = "8"


MOST_CLAIM_CODES: Final = 19
MOST_REFERENCE: Final = 17


@dataclass(frozen=True, slots=True)
class ClaimReference:
    """What a claim says of an earlier one: codes of box 10d, code and the payer's number of box 22."""

    codes: str = ""
    resubmission: Resubmission | None = None
    original: str = ""


_PLAIN: Final = ClaimReference()


@dataclass(frozen=True, slots=True)
class Pointing:
    """Which diagnoses a procedure number points to: letters, the main one first."""

    code: str
    letters: str


@dataclass(frozen=True, slots=True)
class ChosenUnit:
    """A unit to which several numbers had equal claim, and the number that it was given to."""

    day: date
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillingTerms:
    """What was settled for a visit's bill, whole: the latest holds, and the earlier ones stay.

    What is empty was left to the usual: the practice's place, pointers as they follow, the choice of the visit.
    """

    visit_id: VisitId
    place: str = ""
    pointing: tuple[Pointing, ...] = ()
    unit_choice: tuple[ChosenUnit, ...] = ()
    claim: ClaimReference = field(default_factory=ClaimReference)
    settled_at: Instant
    therapist_id: TherapistId


def settled_units(terms: Iterable[BillingTerms], days: Mapping[VisitId, date]) -> tuple[ChosenUnit, ...]:
    """Give the units as they were settled for bills; `terms` in the order they were settled, `days` of their visits.

    The visits of one day share a bill, of which the latest terms hold.
    """
    latest = {days[each.visit_id]: each for each in terms}
    return tuple(unit for each in latest.values() for unit in each.unit_choice)


def check_terms(place: str, pointing: Sequence[Pointing], diagnoses: int, claim: ClaimReference = _PLAIN) -> None:
    """Refuse what no bill can say.

    Raises:
        UnknownPlaceError: the place is not in the list.
        PointersError: a service points to none, too many or another's diagnosis.
        ClaimReferenceError: a claim sent again does not name the earlier one, or what it says has no room.
    """
    if place and place not in PLACES:
        raise UnknownPlaceError(place=place)
    there = {chr(ord("A") + at) for at in range(diagnoses)}
    for each in pointing:
        letters = set(each.letters)
        if not letters or letters - there or len(each.letters) > MOST_POINTERS or len(letters) < len(each.letters):
            raise PointersError(procedure=each.code)
    nameless = claim.resubmission is not None and not claim.original
    if nameless or len(claim.codes) > MOST_CLAIM_CODES or len(claim.original) > MOST_REFERENCE:
        raise ClaimReferenceError(number=MOST_REFERENCE, codes=MOST_CLAIM_CODES)
