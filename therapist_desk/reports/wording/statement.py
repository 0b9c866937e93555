"""Sentences of the statement of account; ** marks what is bold."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Statement of account"
SUBJECT: Final = "Statement of account, {day}"
BELOW: Final = "As of {day}"
CHARGED: Final = "Charged"
VISITS: Final = "for {count}"
PAID: Final = "You paid"
PAYER_PAID: Final = "Paid by others"
PAYERS: Final = "insurance or other payers"
WRITTEN_OFF: Final = "{amount} more is not asked for"
DUE: Final = "Still open"
CREDIT: Final = "paid ahead"
OPEN: Final = "see below who is asked"
NOTHING: Final = "nothing is open"
FOR: Final = "For **{name}**. This is what your visits cost and what has come in for them up to this day."
GROUPS: Final = "Who is asked"
GROUP_HEADS: Final = ("Treatment for", "Who pays", "Charged", "Paid", "Not asked for", "Still open")
YOU: Final = "You"
BILLS: Final = "Visit by visit"
BILL_HEADS: Final = ("Date", "Visit", "Treatment for", "Charged", "Paid", "Not asked for", "Still open")
TOTAL: Final = "Together"
WAITS: Final = "–"
WAITING: Final = "– A visit marked so is not billed yet: what was paid for it counts already, what it costs does not."
AGES: Final = "How long it has been open"
AGES_FROM: Final = "counted from the day of the visit"
AGE_HEADS: Final = ("Up to 30 days", "31 to 60 days", "61 to 90 days", "More than 90 days")
AHEAD: Final = "Paid ahead"
NO_BILL: Final = "No visit was billed or paid yet."
ASK: Final = "Questions? Call {phone}."
NOT_BOTH: Final = (
    "What an insurer or another payer is asked for is not asked of you as well, unless they turn it down."
)
