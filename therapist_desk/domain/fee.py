"""Fees: what the practice charges for one unit of a procedure number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from therapist_desk.domain.procedures import PROCEDURES


@dataclass(frozen=True, slots=True)
class Fee:
    """The practice's charge for one unit of a procedure number, in cents."""

    code: str
    cents: int


def fees_over(own: Iterable[Fee], usual: Iterable[Fee]) -> tuple[Fee, ...]:
    """Give the fees agreed with a payer, and the practice's usual ones for all other numbers."""
    agreed = tuple(own)
    known = {fee.code for fee in agreed}
    return (*agreed, *(fee for fee in usual if fee.code not in known))


def unknown_codes(fees: Iterable[Fee]) -> tuple[str, ...]:
    """Name the numbers that no bill can ever have, for they are not in the table."""
    return tuple(dict.fromkeys(fee.code for fee in fees if fee.code not in PROCEDURES))
