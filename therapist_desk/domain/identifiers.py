"""Identifiers that carry a check digit."""

from __future__ import annotations

from typing import Final

_NPI_DIGITS: Final = 10
_ISSUER: Final = "80840"


def is_valid_npi(text: str) -> bool:
    """Tell whether `text` is a National Provider Identifier.

    Ten digits, the first 1 or 2, that pass the Luhn check over 80840 followed by the number
    (45 CFR 162.406; CMS, "Requirements for National Provider Identifier check digit").
    """
    if len(text) != _NPI_DIGITS or not (text.isascii() and text.isdigit()) or text[0] not in "12":
        return False
    return _luhn_sum(_ISSUER + text) % 10 == 0


def _luhn_sum(digits: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the digit sum of a two-digit product
    return total
