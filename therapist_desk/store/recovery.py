"""Recovery codes: eight groups of four characters that survive being written on paper and read aloud.

Each group is three random characters and one check character, so that a typing error is found in its group.
Twenty-four random characters carry 120 bits. The alphabet is Crockford's base 32: no I, L, O or U.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Final

from therapist_desk.store.errors import RecoveryCodeLengthError, RecoveryCodeTypoError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 8
SIZE: Final = 4
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys("-–—_. \t\r\n\u00a0", "")})


def new_recovery_code() -> str:
    """Make a code from the system's randomness: "XXXX-XXXX-..." with eight groups."""
    groups = []
    for position in range(GROUPS):
        digits = [secrets.randbelow(32) for _ in range(SIZE - 1)]
        groups.append("".join(ALPHABET[digit] for digit in (*digits, _check(position, digits))))
    return "-".join(groups)


def read_recovery_code(typed: str) -> str:
    """Read a code as people type it (any case, any separators, O for 0, I and L for 1) into its one form.

    Raises:
        RecoveryCodeLengthError: characters are missing or too many.
        RecoveryCodeTypoError: a group can't be right; `group` counts from 1.
    """
    plain = typed.upper().translate(_READ_AS)
    if len(plain) != GROUPS * SIZE:
        raise RecoveryCodeLengthError(found=len(plain))
    groups = [plain[start : start + SIZE] for start in range(0, len(plain), SIZE)]
    for position, group in enumerate(groups):
        digits = [ALPHABET.find(character) for character in group]
        if -1 in digits or _check(position, digits[:-1]) != digits[-1]:
            raise RecoveryCodeTypoError(group=position + 1)
    return "-".join(groups)


def _check(position: int, digits: Iterable[int]) -> int:
    """Weigh the digits by powers of two in the field of 32 elements (x^5 + x^2 + 1).

    Distinct weights find every single wrong character and every swap of two; the position finds swapped groups.
    """
    total = position + 1
    for digit in digits:
        total = (total ^ digit) << 1
        if total & 32:
            total ^= 0b100101
    return total
