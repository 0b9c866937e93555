"""The bill of a visit as a claim: what the superbill asks for, for programs that read it."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.claims.bill import Bill
from therapist_desk.domain.claims.charges import ServiceLine
from therapist_desk.domain.claims.terms import PLACES
from therapist_desk.services.exporting.fhir.parts import (
    CPT,
    ICD10,
    TERMS,
    Part,
    Resource,
    coded,
    moment,
    money,
    period,
    reference,
    resource,
    words,
)
from therapist_desk.services.exporting.fhir.people import PRACTICE

_PLACE: Final = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"


def claim(bill: Bill, *, covered: bool = True) -> Resource:
    """Give a complete bill. A draft: whether it was ever sent, the charts do not know.

    Diagnoses stand in it as they were signed. `covered` says that the case's coverage is in the same bundle and is
    that of the bill.
    """
    record, visit = bill.record, bill.record.visit
    coverage = reference("Coverage", visit.case_id) if covered and record.payer else {}
    payer = {"display": record.payer.name if record.payer else "The client pays"}
    days = [line.day for line in bill.lines]
    seal = bill.basis.seal
    return resource(
        "Claim",
        visit.id,
        status="draft",
        type=coded(f"{TERMS}/claim-type", "professional", "Professional"),
        use="claim",
        patient=reference("Patient", visit.client_id),
        billablePeriod=period(min(days), max(days)),
        created=moment(seal.signed_at if seal else visit.service_date),
        provider=reference("Practitioner", visit.therapist_id, record.therapist.signature_name),
        priority=coded(f"{TERMS}/processpriority", "normal", "Normal"),
        payee={"type": coded(f"{TERMS}/payeetype", "provider"), "party": reference("Organization", PRACTICE)},
        referral=reference("ServiceRequest", visit.referral_id) if visit.referral_id else {},
        diagnosis=[
            {"sequence": place, "diagnosisCodeableConcept": coded(ICD10, each.code, each.title)}
            for place, each in enumerate(bill.basis.diagnoses, 1)
        ],
        insurance=[{"sequence": 1, "focal": True, "coverage": coverage or payer}],
        item=[_item(bill, number, line) for number, line in enumerate(bill.lines, 1)],
        total=money(bill.cents),
    )


def _item(bill: Bill, number: int, line: ServiceLine) -> Part:
    place = bill.basis.place
    letters = bill.pointers
    return {
        "sequence": number,
        "diagnosisSequence": [letters.index(letter) + 1 for letter in bill.pointed(line.code)],
        "productOrService": coded(CPT, line.code),
        "modifier": [words(modifier) for modifier in line.modifiers],
        "servicedDate": moment(line.day),
        "locationCodeableConcept": coded(_PLACE, place, PLACES.get(place, "")),
        "quantity": {"value": line.units, "unit": "units"},
        "unitPrice": money(line.cents),
        "net": money(line.charge),
        "encounter": [reference("Encounter", each.visit.id) for each in bill.basis.records],
    }
