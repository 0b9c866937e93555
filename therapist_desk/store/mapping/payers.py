"""Payers and fees."""

from __future__ import annotations

from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.store.mapping.people import address_of, fill_address
from therapist_desk.store.rows.payers import FeeRow, PayerRow


def payer_of(row: PayerRow) -> Payer:
    """Read a payer."""
    return Payer(
        id=PayerId(row.id),
        name=row.name,
        kind=row.kind,
        address=address_of(row),
        phone=row.phone,
        fax=row.fax,
        billing_tax_id=row.billing_tax_id,
        rule_card=row.rule_card,
        rendering_id=row.rendering_id,
        billing_id=row.billing_id,
        fees=tuple(Fee(fee.code, fee.cents) for fee in row.fees),
    )


def payer_row(payer: Payer) -> PayerRow:
    """Write a payer."""
    row = PayerRow(
        id=payer.id,
        name=payer.name,
        kind=payer.kind,
        phone=payer.phone,
        fax=payer.fax,
        billing_tax_id=payer.billing_tax_id,
        rule_card=payer.rule_card,
        rendering_id=payer.rendering_id,
        billing_id=payer.billing_id,
        fees=[FeeRow(position=position, code=fee.code, cents=fee.cents) for position, fee in enumerate(payer.fees)],
    )
    fill_address(row, payer.address)
    return row
