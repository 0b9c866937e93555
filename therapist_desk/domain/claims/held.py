"""A bill that waits: for what, and where that is entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.errors import ExpectedError


class Lack(StrEnum):
    """What a bill can wait for."""

    OTHER_VISITS = "other_visits"
    PAYER = "payer"
    DIAGNOSIS = "diagnosis"
    TAX_ID = "tax_id"
    NPI = "npi"
    FEE = "fee"
    TIME = "time"
    PROCEDURE = "procedure"
    UNITS_RULE = "units_rule"
    CHOICE = "choice"
    STALE_CHOICE = "stale_choice"


_WORDS: Final[Mapping[Lack, str]] = MappingProxyType(
    {
        Lack.OTHER_VISITS: "the other visits of this day to be signed: their minutes count together",
        Lack.PAYER: "who pays, with a fee for each number (Case & plan, Payer; or usual fees in Settings, Billing)",
        Lack.DIAGNOSIS: "a diagnosis code from the order (Case & plan)",
        Lack.TAX_ID: "our tax ID (Case & plan, Payer: “Our tax ID with this payer”)",
        Lack.NPI: "the therapist’s NPI (Settings, your own details)",
        Lack.FEE: "a fee for {codes} (Case & plan, Payer) or a usual one (Settings, Billing)",
        Lack.TIME: "treatment time under a procedure number",
        Lack.PROCEDURE: "a procedure number from the table in place of {codes} (Times of the visit)",
        Lack.UNITS_RULE: (
            "the payer’s rule for units (Bill details, “How this payer counts”): by one rule {day} is {one}, by the "
            "other {other}, and the payer’s rule card does not say which"
        ),
        Lack.CHOICE: "a choice (Bill details): on {day} a unit is open between {codes}, which have equal minutes "
        "left over",
        Lack.STALE_CHOICE: "the open unit of {day} to be chosen again (Bill details): the minutes changed since",
    }
)


@dataclass(frozen=True, slots=True)
class Wanting:
    """One thing that a bill waits for; `words` say it, and where it is entered."""

    lack: Lack
    words: str


def wanting(lack: Lack, **values: str | int) -> Wanting:
    """Word what a bill waits for."""
    return Wanting(lack, _WORDS[lack].format(**values))


class BillHeldError(ExpectedError):
    """A bill that would have to guess. `wanting` says what it waits for, all at once; `lacks` names each once."""

    code = "bill_held"
    sentence = "This bill waits for {wanting}."

    def __init__(self, found: Sequence[Wanting]) -> None:
        self.lacks = tuple(dict.fromkeys(each.lack for each in found))
        super().__init__(wanting="; ".join(each.words for each in found))
