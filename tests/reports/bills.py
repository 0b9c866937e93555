"""Bills for documents: fictional."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reports import samples
from therapist_desk.domain.claims.bill import Bill, BillBasis, make_bill
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.people import Address
from therapist_desk.domain.record import VisitRecord

FEES = (Fee("97140", 3800), Fee("97124", 3400))
LANE = Address(street="27 Sample Lane", city="Bellingham", state="WA", postal_code="98229")


def record(**details: Any) -> VisitRecord:
    """A record that a bill can be drawn from: 26 minutes of 97140 and 15 of 97124, $110.00."""
    base = samples.record(**details)
    payer = base.payer and replace(base.payer, fees=FEES, billing_tax_id="00-0000000", address=LANE)
    client = replace(base.client, details=replace(base.client.details, address=LANE))
    return replace(base, payer=payer, client=client)


def basis(of: VisitRecord | None = None, *, signed: bool = True, **details: Any) -> BillBasis:
    return BillBasis(record=of or record(), seal=samples.seal() if signed else None, **details)


def bill(of: VisitRecord | None = None, **details: Any) -> Bill:
    return make_bill(basis(of, **details))
