"""What the sample clients' visits cost and what came in: fictional."""

from __future__ import annotations

from datetime import date
from typing import Final

from therapist_desk.domain.claims.details import ClaimDetails, Relationship, Sex
from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import ClientId, PayerId, VisitId
from therapist_desk.domain.people import TaxIdKind
from therapist_desk.services.billing.accounts import EntryDraft, correct, enter, keep_claim_details
from therapist_desk.services.desk import Desk
from therapist_desk.services.practice import save_billing

_COPAY: Final = 2000
_SLIP: Final = 20000
_USUAL: Final = (Fee("97124", 4000), Fee("97140", 4500))


def set_fees(desk: Desk) -> None:
    """Give the practice its usual fees."""
    save_billing(desk, TaxIdKind.EIN, "11", _USUAL)


def take_payments(desk: Desk, first: VisitId, last: VisitId) -> None:
    """Let the client pay a share of her first and her last signed visit, one of them typed wrong and corrected."""
    wrong = enter(desk, first, _paid(desk.today(), _SLIP))
    correct(desk, wrong.id, _paid(desk.today(), _COPAY), "one nought too many")
    enter(desk, last, _paid(desk.today(), _COPAY))


def tell_claims(desk: Desk, client_id: ClientId, payer_id: PayerId, signed_on: date) -> None:
    """Say once what her claims ask beside the chart."""
    keep_claim_details(
        desk,
        client_id,
        payer_id,
        ClaimDetails(
            client_sex=Sex.FEMALE,
            relationship=Relationship.SELF,
            no_other_plan=True,
            accident_state="WA",
            released_on=signed_on,
            assigned_on=signed_on,
            accepts_assignment=True,
        ),
    )


def _paid(day: date, cents: int) -> EntryDraft:
    return EntryDraft(kind=EntryKind.CLIENT_PAID, on=day, cents=cents, method=Method.CARD, note="terminal")
