"""Codes that gave way to longer ones, and the day they did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.table import IcdCode, named


@dataclass(frozen=True, slots=True)
class RetiredCode:
    """A code that could be billed for services before `retired_on`; on that day the codes below it took its place."""

    code: str
    title: str
    retired_on: date


class RetiredCodeError(ExpectedError):
    """The code could no longer be billed on the date of service; `replacements` could."""

    code = "icd10_retired"
    sentence = "{code} was retired on {retired_on}. Choose one of the codes that replaced it: {replacements}."

    def __init__(self, retired: RetiredCode, replacements: Sequence[IcdCode]) -> None:
        self.retired = retired
        self.replacements = tuple(replacements)
        super().__init__(
            code=retired.code, retired_on=retired.retired_on.isoformat(), replacements=named(self.replacements)
        )


class NotYetCodeError(ExpectedError):
    """The code came into force after the date of service; `valid_then` is the one that held."""

    code = "icd10_not_yet"
    sentence = "{code} holds for services from {since} on. For this date the code is {valid_then}."

    def __init__(self, wanted: str, valid_then: RetiredCode) -> None:
        self.valid_then = valid_then
        super().__init__(code=wanted, since=valid_then.retired_on.isoformat(), valid_then=valid_then.code)


def predecessor(code: str, retired: Mapping[str, RetiredCode]) -> RetiredCode | None:
    """Find the retired code that `code` is, or that it replaced."""
    return next((retired[code[:end]] for end in range(len(code), 2, -1) if code[:end] in retired), None)
