"""Which visits of one client and day are reckoned and billed together: those on one claim.

CMS counts the timed minutes of a patient's single day together: when more than one timed service is given, the total
number of minutes determines the number of timed units (Medicare Claims Processing Manual, 100-04, chapter 5, 20.2 C,
read as quoted at chirocode.com, article 25388). It speaks of what one payer is asked. So the cases of one client are
pooled where payer and claim number are the same, or neither has a claim number. Another payer is asked apart, and so
is another injury under a claim number of its own: no form carries two.
"""

from __future__ import annotations

from therapist_desk.domain.care.case import Coverage


def same_payer(one: Coverage | None, other: Coverage | None) -> bool:
    """Tell whether one payer is asked for both; a client who pays for a case pays for that case alone."""
    return one is not None and other is not None and one.payer_id == other.payer_id


def same_claim(one: Coverage | None, other: Coverage | None) -> bool:
    """Tell whether both go to one payer under one claim number; numbers are compared as they read."""
    if one is None or other is None:
        return False
    return same_payer(one, other) and _number(one) == _number(other)


def _number(coverage: Coverage) -> str:
    return "".join(char for char in coverage.claim_number.casefold() if char.isalnum())
