"""Practice, therapists, physicians and addresses."""

from __future__ import annotations

import uuid
from typing import Final

from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Address, Physician, Practice, Therapist
from therapist_desk.store.rows.base import AddressColumns
from therapist_desk.store.rows.billing import UsualFeeRow
from therapist_desk.store.rows.people import PhysicianRow, PracticeRow, TherapistRow

PRACTICE_ID: Final = 1
_PHYSICIANS: Final = uuid.UUID("6f0c8f0e-53f1-4c0a-9a5e-2d7f4f6f3c11")


def address_of(row: AddressColumns) -> Address:
    """Read an address."""
    return Address(street=row.street, city=row.city, state=row.state, postal_code=row.postal_code)


def fill_address(row: AddressColumns, address: Address) -> None:
    """Write an address."""
    row.street = address.street
    row.city = address.city
    row.state = address.state
    row.postal_code = address.postal_code


def practice_of(row: PracticeRow) -> Practice:
    """Read the practice."""
    return Practice(
        name=row.name,
        address=address_of(row),
        phone=row.phone,
        fax=row.fax,
        email=row.email,
        tax_id=row.tax_id,
        npi=row.npi,
        tax_id_kind=row.tax_id_kind,
        place_of_service=row.place_of_service,
        fees=tuple(Fee(fee.code, fee.cents) for fee in row.fees),
    )


def practice_row(practice: Practice) -> PracticeRow:
    """Write the practice."""
    row = PracticeRow(
        id=PRACTICE_ID,
        name=practice.name,
        phone=practice.phone,
        fax=practice.fax,
        email=practice.email,
        tax_id=practice.tax_id,
        npi=practice.npi,
        tax_id_kind=practice.tax_id_kind,
        place_of_service=practice.place_of_service,
        fees=[
            UsualFeeRow(position=position, code=fee.code, cents=fee.cents)
            for position, fee in enumerate(practice.fees)
        ],
    )
    fill_address(row, practice.address)
    return row


def therapist_of(row: TherapistRow) -> Therapist:
    """Read a therapist."""
    return Therapist(
        id=TherapistId(row.id),
        name=row.name,
        credentials=row.credentials,
        licence_number=row.licence_number,
        licence_state=row.licence_state,
        npi=row.npi,
        public_key=row.public_key,
        active=row.active,
    )


def therapist_row(therapist: Therapist, position: int) -> TherapistRow:
    """Write a therapist; `position` is their place in lists."""
    return TherapistRow(
        id=therapist.id,
        position=position,
        name=therapist.name,
        credentials=therapist.credentials,
        licence_number=therapist.licence_number,
        licence_state=therapist.licence_state,
        npi=therapist.npi,
        public_key=therapist.public_key,
        active=therapist.active,
    )


def physician_of(row: PhysicianRow) -> Physician:
    """Read a physician."""
    return Physician(
        name=row.name,
        credentials=row.credentials,
        npi=row.npi,
        practice=row.practice,
        phone=row.phone,
        fax=row.fax,
    )


def physician_row(physician: Physician) -> PhysicianRow:
    """Write a physician; the id follows from the details, so that the same physician has one row."""
    details = (
        physician.name,
        physician.credentials,
        physician.npi,
        physician.practice,
        physician.phone,
        physician.fax,
    )
    return PhysicianRow(
        id=str(uuid.uuid5(_PHYSICIANS, "\x1f".join(details))),
        name=physician.name,
        credentials=physician.credentials,
        npi=physician.npi,
        practice=physician.practice,
        phone=physician.phone,
        fax=physician.fax,
    )
