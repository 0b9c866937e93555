"""Those who are treated, treat, refer and pay."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import CaseId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Physician, Practice, Therapist
from therapist_desk.services.exporting.fhir.parts import (
    NPI,
    TERMS,
    Part,
    Resource,
    coded,
    postal,
    reference,
    resource,
    telecoms,
    words,
)

PRACTICE: Final = "practice"
_IDENTIFIERS: Final = f"{TERMS}/v2-0203"
_PRONOUNS: Final = "http://hl7.org/fhir/StructureDefinition/individual-pronouns"


def patient(client: Client) -> Resource:
    """Give a client. What the body map draws says nothing of a client's sex, so no gender is told."""
    details = client.details
    name = {"use": "official", "text": client.name, "family": details.family_name, "given": [details.given_name]}
    emergency = {"relationship": [coded(f"{TERMS}/v2-0131", "C")], "name": words(details.emergency_contact)}
    pronouns = {"url": _PRONOUNS, "extension": [{"url": "value", "valueCodeableConcept": words(details.pronouns)}]}
    return resource(
        "Patient",
        client.id,
        extension=[pronouns] if details.pronouns else [],
        identifier=[_identifier("MR", client.record_number)],
        active=not client.archived,
        name=[name],
        telecom=telecoms(phone=details.phone, email=details.email),
        birthDate=details.date_of_birth.isoformat(),
        address=postal(details.address),
        contact=[emergency] if details.emergency_contact else [],
        managingOrganization=reference("Organization", PRACTICE),
    )


def organization(practice: Practice) -> Resource:
    """Give the practice."""
    return resource(
        "Organization",
        PRACTICE,
        identifier=_npi(practice.npi),
        name=practice.name,
        telecom=telecoms(phone=practice.phone, fax=practice.fax, email=practice.email),
        address=postal(practice.address),
    )


def practitioner(therapist: Therapist) -> Resource:
    """Give a therapist."""
    licence = _identifier("LN", therapist.licence)
    return resource(
        "Practitioner",
        therapist.id,
        identifier=[*_npi(therapist.npi), *([licence] if therapist.licence else [])],
        active=therapist.active,
        name=[{"text": therapist.signature_name}],
        qualification=[{"code": words(therapist.credentials)}] if therapist.credentials else [],
    )


def physician_key(physician: Physician) -> str:
    """Tell physicians apart: orders name them in words alone."""
    return f"{physician.name}|{physician.credentials}|{physician.npi}|{physician.practice}"


def referring(physician: Physician) -> Resource:
    """Give a physician as an order names them."""
    return resource(
        "Practitioner",
        physician_key(physician),
        identifier=_npi(physician.npi),
        name=[{"text": physician.signature_name}],
        telecom=telecoms(phone=physician.phone, fax=physician.fax),
        address=[{"use": "work", "text": physician.practice}] if physician.practice else [],
        qualification=[{"code": words(physician.credentials)}] if physician.credentials else [],
    )


def payer_organization(payer: Payer) -> Resource:
    """Give a payer."""
    return resource(
        "Organization",
        payer.id,
        type=[coded(f"{TERMS}/organization-type", "pay", "Payer", payer.kind.value)],
        name=payer.name,
        telecom=telecoms(phone=payer.phone, fax=payer.fax),
        address=postal(payer.address),
    )


def coverage(client: Client, case_id: CaseId, found: Coverage, *, closed: bool) -> Resource:
    """Give who pays for a case, and the numbers by which they know it."""
    numbers = (("claim number", found.claim_number), ("group number", found.group_number))
    return resource(
        "Coverage",
        case_id,
        identifier=[{"type": words(kind), "value": value} for kind, value in numbers if value],
        status="cancelled" if closed else "active",
        subscriberId=found.insured_id,
        beneficiary=reference("Patient", client.id),
        payor=[reference("Organization", found.payer_id)],
    )


def _npi(number: str) -> list[Part]:
    return [{"system": NPI, "value": number}] if number else []


def _identifier(code: str, value: str) -> Part:
    return {"type": coded(_IDENTIFIERS, code), "value": value}
