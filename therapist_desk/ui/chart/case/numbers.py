"""Numbers as people write them into a form."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(r"[-+]?\d{1,6}(?:[.,]\d{1,3})?")


def read_decimal(text: str) -> Decimal | None:
    """Read the number at the beginning of a text, with a point or a comma: "46°", "7,5"; None where there is none."""
    found = _NUMBER.match(text.strip())
    return Decimal(found[0].replace(",", ".")) if found else None
