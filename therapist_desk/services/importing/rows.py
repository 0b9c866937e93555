"""How a row becomes a client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import Caution, CautionLevel, ClientDetails, client_problems
from therapist_desk.domain.names import fold
from therapist_desk.domain.people import Address
from therapist_desk.services.importing.columns import Meaning
from therapist_desk.services.importing.dates import DateOrder, read_past_date
from therapist_desk.services.importing.errors import (
    BirthInFutureError,
    BirthMissingError,
    BirthTooEarlyError,
    BirthUnreadableError,
    ConsentWrongError,
    EmailWrongError,
    NameMissingError,
    RowError,
    TooManyCellsError,
)
from therapist_desk.services.importing.records import Record

_FIGURES: Final[Mapping[str, Figure]] = MappingProxyType(
    dict.fromkeys(("f", "female", "w", "woman", "weiblich", "frau", "femme", "feminin", "mujer"), Figure.FEMALE)
    | dict.fromkeys(("m", "male", "man", "mannlich", "mann", "homme", "masculin", "hombre"), Figure.MALE)
)
_CAUTIONS: Final = (
    (Meaning.ABSOLUTE, CautionLevel.ABSOLUTE),
    (Meaning.LOCAL, CautionLevel.LOCAL),
    (Meaning.PRECAUTION, CautionLevel.PRECAUTION),
)
_NONE: Final = frozenset({"", "none", "no", "n/a", "na", "nil", "-", "none known", "nka", "nkda"})
_PROBLEMS: Final[Mapping[str, type[RowError]]] = MappingProxyType(
    {
        "name_required": NameMissingError,
        "birth_in_future": BirthInFutureError,
        "birth_too_early": BirthTooEarlyError,
        "email_invalid": EmailWrongError,
        "date_in_future": ConsentWrongError,
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that can become a client. `number` is the record number that the other product gave."""

    line: int
    details: ClientDetails
    number: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot, and why."""

    line: int
    reason: RowError


def read_row(record: Record, meanings: Sequence[Meaning], order: DateOrder, today: date) -> Candidate | Rejected:
    """Read a row in full, or say why it is not taken: nothing in it is put right silently."""
    if record.trouble is not None:
        return Rejected(record.line, record.trouble)
    if any(cell.strip() for cell in record.cells[len(meanings) :]):
        return Rejected(record.line, TooManyCellsError(cells=len(record.cells), columns=len(meanings)))
    row = _Row(record.cells, meanings)
    try:
        details = _details(row, order, today)
    except RowError as reason:
        return Rejected(record.line, reason)
    problems = client_problems(details, today)
    if problems:
        return Rejected(record.line, _PROBLEMS[problems[0].code]())
    return Candidate(record.line, details, row.words(Meaning.NUMBER))


class _Row:
    """The cells of a row by what they mean."""

    def __init__(self, cells: Sequence[str], meanings: Sequence[Meaning]) -> None:
        self._cells: dict[Meaning, list[str]] = {}
        for cell, meaning in zip(cells, meanings, strict=False):
            if cell.strip():
                self._cells.setdefault(meaning, []).append(cell.strip())

    def words(self, meaning: Meaning, between: str = " ") -> str:
        """The cells of one meaning in one line."""
        return between.join(self.lines(meaning))

    def lines(self, meaning: Meaning) -> list[str]:
        """The cells of one meaning, a line each."""
        return [line.strip() for cell in self._cells.get(meaning, ()) for line in cell.splitlines() if line.strip()]


def _details(row: _Row, order: DateOrder, today: date) -> ClientDetails:
    given, family = _names(row)
    return ClientDetails(
        given_name=given,
        family_name=family,
        date_of_birth=_birth(row.words(Meaning.BIRTH), order, today),
        pronouns=row.words(Meaning.PRONOUNS),
        phone=row.words(Meaning.PHONE, ", "),
        email=row.words(Meaning.EMAIL),
        address=Address(
            street=row.words(Meaning.STREET, ", "),
            city=row.words(Meaning.CITY),
            state=row.words(Meaning.STATE),
            postal_code=row.words(Meaning.POSTAL_CODE),
        ),
        emergency_contact=row.words(Meaning.EMERGENCY, ", "),
        figure=_FIGURES.get(fold(row.words(Meaning.SEX)), Figure.NEUTRAL),
        cautions=tuple(
            Caution(line, level)
            for meaning, level in _CAUTIONS
            for line in row.lines(meaning)
            if fold(line) not in _NONE
        ),
        consent_on=_consent(row.words(Meaning.CONSENT), order, today),
    )


def _names(row: _Row) -> tuple[str, str]:
    given, family = row.words(Meaning.GIVEN_NAME), row.words(Meaning.FAMILY_NAME)
    full = row.words(Meaning.FULL_NAME)
    if not full:
        return given, family
    if "," in full:
        last, _, first = full.partition(",")
        return first.strip(), last.strip()
    first, _, last = full.rpartition(" ")
    return (first.strip(), last) if first else (last, "")


def _birth(text: str, order: DateOrder, today: date) -> date:
    if not text:
        raise BirthMissingError
    born = read_past_date(text, order, today)
    if born is None:
        raise BirthUnreadableError
    return born


def _consent(text: str, order: DateOrder, today: date) -> date | None:
    if not text:
        return None
    signed = read_past_date(text, order, today)
    if signed is None:
        raise ConsentWrongError
    return signed
