"""Numbers beside the NPI: a qualifier of two characters that says what kind it is, then the number.

Read at cms1500claimbilling.com, "Field 14-33": such a number goes into the shaded part of its box with a qualifier of
two characters, for instance 0B for a state licence.
"""

from __future__ import annotations

from typing import Final

_QUALIFIER: Final = 2


def other_id(text: str) -> tuple[str, str]:
    """Take a number apart into its qualifier and itself, both empty where there is none; `G2 12345` or `G212345`."""
    plain = "".join(text.upper().split())
    return plain[:_QUALIFIER], plain[_QUALIFIER:]


def is_other_id(text: str) -> bool:
    """Tell whether a text is a qualifier with a number after it."""
    qualifier, number = other_id(text)
    return len(qualifier) == _QUALIFIER and f"{qualifier}{number}".isalnum() and number != ""
