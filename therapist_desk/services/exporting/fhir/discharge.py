"""The signed end of care."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from therapist_desk.domain.record import DischargeRecord, Seal
from therapist_desk.services.exporting.fhir.parts import (
    LOINC,
    Part,
    Resource,
    coded,
    moment,
    narrative,
    period,
    reference,
    resource,
)
from therapist_desk.services.exporting.fhir.people import PRACTICE
from therapist_desk.services.exporting.fhir.visit import attested

DISCHARGE_TYPE: Final = coded(LOINC, "18842-5", "Discharge summary")


def discharge_key(seal: Seal) -> str:
    """Tell signed discharges apart: a case that was opened again may have several."""
    return f"discharge-{seal.sequence}"


def discharge_composition(record: DischargeRecord, seal: Seal) -> Resource:
    """Give a discharge as it was signed: why care ended, where the client stood, and over which visits."""
    case = record.case
    signer = reference("Practitioner", seal.therapist_id, record.therapist.signature_name)
    ended = case.discharged.value if case.discharged else ""
    goals = (f"{goal.text}: {goal.status.value}" for goal in case.goals)
    visits = (f"Visit {each.number}, {each.service_date.isoformat()}" for each in record.visits)
    return resource(
        "Composition",
        discharge_key(seal),
        status="final",
        type=DISCHARGE_TYPE,
        subject=reference("Patient", case.client_id),
        date=moment(seal.signed_at),
        author=[signer],
        title=f"Discharge summary, {case.title}",
        attester=[attested(seal, record.therapist)],
        custodian=reference("Organization", PRACTICE),
        event=[
            {
                "period": period(case.opened_on, case.closed_on),
                "detail": [reference("EpisodeOfCare", case.id)],
            }
        ],
        section=[
            _section("Reason for discharge", [ended, case.discharge_reason]),
            _section("Where the client stood", [case.discharge_summary]),
            _section("Goals", goals),
            _section("Visits", visits),
        ],
    )


def _section(title: str, paragraphs: Iterable[str]) -> Part:
    return {"title": title, "text": narrative(paragraphs)}
