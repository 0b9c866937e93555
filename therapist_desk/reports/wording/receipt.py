"""Sentences of the receipt; ** marks what is bold."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Receipt"
SUBJECT: Final = "Receipt, visit {number}, {day}"
BELOW: Final = "Visit {number}, {day}"
PAID: Final = "Received"
BY_CLIENT: Final = "from the client"
CHARGED: Final = "Charged"
PAYER_PAID: Final = "Paid by payer"
DUE: Final = "Still due"
UNKNOWN: Final = "–"
RECEIVED: Final = "Received from {name}, for treatment:"
NOT_RECKONED: Final = "The charges of this visit are not reckoned yet; the payments below were received for it."
SERVICES: Final = "What it was for"
SERVICE_HEADS: Final = ("Date", "Service", "Units", "Charge")
TOTAL: Final = "Total"
GIVEN_BY: Final = "Treatment was given by {name}, {licence}."
TAX_ID: Final = "Tax ID {number}."
