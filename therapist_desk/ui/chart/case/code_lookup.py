"""What is asked of the table of codes while somebody types, in one go and off the thread of the windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.code import MalformedCodeError, normalise_code
from therapist_desk.domain.icd10.exclusions import Conflict
from therapist_desk.domain.icd10.retired import NotYetCodeError, RetiredCodeError
from therapist_desk.domain.icd10.search import FoundCode
from therapist_desk.domain.icd10.table import IcdCode, UnknownCodeError
from therapist_desk.services.codes.diagnosis_codes import CheckedCode
from therapist_desk.services.codes.shelf import CodeShelf

_MOST = 8


@dataclass(frozen=True, slots=True)
class Looked:
    """What a text may mean: codes, and what is wrong where it is itself a code that cannot be used."""

    text: str
    found: tuple[FoundCode, ...]
    trouble: ExpectedError | None


def look(shelf: CodeShelf, text: str, day: date) -> Looked:
    """Find what `text` may mean; a code that does not hold on `day` is trouble even while it is typed."""
    codes = shelf.codes()
    found = codes.search(text, _MOST)
    trouble: ExpectedError | None = None
    try:
        codes.lookup(text, day)
    except (RetiredCodeError, NotYetCodeError) as error:
        trouble = error
    except UnknownCodeError as error:
        trouble = None if found else error
    except ExpectedError:  # not a code at all, or the beginning of one: the list says what there is
        trouble = None
    return Looked(text, found, trouble)


def check(shelf: CodeShelf, code: str, day: date) -> CheckedCode:
    """Check a code for a day of service.

    Raises:
        ExpectedError: it cannot be used then, as `DiagnosisCodes.lookup` says.
    """
    return shelf.codes().lookup(code, day)


def clashes(shelf: CodeShelf, codes: Sequence[str]) -> tuple[Conflict, ...]:
    """Give the pairs that Excludes1 notes part; what is not written as a code clashes with nothing."""
    return shelf.codes().conflicts([code for code in codes if _is_code(code)])


def in_its_place(trouble: ExpectedError) -> tuple[IcdCode, ...]:
    """Give the codes that hold in place of one that does not."""
    if isinstance(trouble, RetiredCodeError):
        return trouble.replacements
    if isinstance(trouble, NotYetCodeError):
        return (IcdCode(trouble.valid_then.code, trouble.valid_then.title),)
    return ()


def _is_code(text: str) -> bool:
    try:
        normalise_code(text)
    except MalformedCodeError:
        return False
    return True
