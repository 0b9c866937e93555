"""A visit: the session, its note, its signature and what was added to it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.notes.note import Note, Section
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.record import Addendum, Seal
from therapist_desk.domain.session.timer import Segment
from therapist_desk.domain.visit import Visit, VisitStatus
from therapist_desk.services.documents.sources import Source
from therapist_desk.services.exporting.fhir.parts import (
    CPT,
    ICD10,
    LOINC,
    TERMS,
    Part,
    Resource,
    coded,
    moment,
    narrative,
    period,
    reference,
    resource,
    words,
)
from therapist_desk.services.exporting.fhir.people import PRACTICE

NOTE_TYPE: Final = coded(LOINC, "11506-3", "Progress note")
_SECTIONS: Final[Mapping[Section, tuple[str, str]]] = MappingProxyType(
    {
        Section.SUBJECTIVE: ("61150-9", "Subjective"),
        Section.OBJECTIVE: ("61149-1", "Objective"),
        Section.ASSESSMENT: ("51848-0", "Assessment"),
        Section.PLAN: ("18776-5", "Plan of care"),
    }
)
_STATUS: Final[Mapping[VisitStatus, str]] = MappingProxyType(
    {VisitStatus.PLANNED: "planned", VisitStatus.DRAFT: "in-progress", VisitStatus.SIGNED: "finished"}
)
_AUTHOR: Final = {"system": "urn:iso-astm:E1762-95:2013", "code": "1.2.840.10065.1.12.1.1"}
_AUTHOR_TYPE: Final = f"{TERMS}/provenance-participant-type"


def encounter(visit: Visit, segments: Iterable[Segment] = (), diagnoses: Iterable[Diagnosis] = ()) -> Resource:
    """Give the session with its times, from the first segment to the end of the last, and why it was held."""
    times = sorted(segments, key=lambda segment: segment.start.utc)
    start = times[0].start if times else visit.planned_for or visit.service_date
    stops = [segment.stop for segment in times if segment.stop is not None]
    end = max(stops, key=lambda stop: stop.utc) if stops else None
    return resource(
        "Encounter",
        visit.id,
        identifier=[{"type": words("visit number"), "value": str(visit.number)}],
        status=_STATUS[visit.status],
        **{"class": {"system": f"{TERMS}/v3-ActCode", "code": "AMB", "display": "ambulatory"}},
        type=[words("Massage therapy")],
        subject=reference("Patient", visit.client_id),
        episodeOfCare=[reference("EpisodeOfCare", visit.case_id)],
        basedOn=[reference("ServiceRequest", visit.referral_id)] if visit.referral_id else [],
        participant=[{"individual": reference("Practitioner", visit.therapist_id)}],
        period=period(start, end),
        reasonCode=[coded(ICD10, each.code, each.title) for each in diagnoses],
        reasonReference=[reference("Condition", visit.case_id)],
        serviceProvider=reference("Organization", PRACTICE),
    )


def composition(source: Source) -> Resource:
    """Give the SOAP note: final once signed, amended once there is an addendum."""
    visit, seal = source.record.visit, source.seal
    signed = "amended" if source.addenda else "final"
    return resource(
        "Composition",
        visit.id,
        status=signed if seal else "preliminary",
        type=NOTE_TYPE,
        subject=reference("Patient", visit.client_id),
        encounter=reference("Encounter", visit.id),
        date=moment(seal.signed_at if seal else visit.service_date),
        author=[reference("Practitioner", visit.therapist_id, source.record.therapist.signature_name)],
        title=f"SOAP note, visit {visit.number}",
        attester=[attested(seal, source.record.therapist)] if seal else [],
        custodian=reference("Organization", PRACTICE),
        section=[_section(visit.note, section) for section in Section],
    )


def addendum_resource(visit: Visit, addendum: Addendum) -> Resource:
    """Give an addendum, which leaves the note as it was signed."""
    content, seal = addendum.content, addendum.seal
    return resource(
        "Composition",
        content.id,
        status="final",
        type=NOTE_TYPE,
        subject=reference("Patient", visit.client_id),
        encounter=reference("Encounter", visit.id),
        date=moment(seal.signed_at),
        author=[reference("Practitioner", content.therapist.id, content.therapist.signature_name)],
        title=f"Addendum {content.number} to visit {visit.number}",
        attester=[attested(seal, content.therapist)],
        relatesTo=[{"code": "appends", "targetReference": reference("Composition", visit.id)}],
        section=[
            *([{"title": "Corrects", "text": narrative([content.corrects])}] if content.corrects else []),
            {"title": "Reason", "text": narrative([content.reason])},
            {"title": "Addendum", "text": narrative([content.text])},
        ],
    )


def provenance(key: str, seal: Seal) -> Resource:
    """Give the signature over a note or an addendum and the bytes that were signed.

    Whoever checks it hashes `previous` and the bytes of the record (SHA-256) and verifies Ed25519 over that digest.
    """
    signer = reference("Practitioner", seal.therapist_id)
    return resource(
        "Provenance",
        key,
        target=[reference("Composition", key), reference("DocumentReference", f"{key}/record")],
        recorded=moment(seal.signed_at),
        agent=[{"type": coded(_AUTHOR_TYPE, "author", "Author"), "who": signer}],
        entity=[
            {"role": "source", "what": {"display": f"SHA-256 digest {seal.digest}, after digest {seal.previous}"}},
            {"role": "source", "what": {"display": f"Ed25519 public key {seal.public_key}"}},
        ],
        signature=[
            {
                "type": [_AUTHOR],
                "when": moment(seal.signed_at),
                "who": signer,
                "sigFormat": "application/octet-stream",
                "data": base64.b64encode(bytes.fromhex(seal.signature)).decode(),
            }
        ],
    )


def procedures(visit: Visit, segments: Iterable[Segment]) -> Iterable[Resource]:
    """Give what was done in the session, stretch by stretch."""
    for segment in segments:
        technique = segment.technique
        code = coded(CPT, technique.code, text=technique.name) if technique.code else words(technique.name)
        yield resource(
            "Procedure",
            f"{visit.id}/{segment.id}",
            status="completed" if segment.stop else "in-progress",
            code=code,
            subject=reference("Patient", visit.client_id),
            encounter=reference("Encounter", visit.id),
            performedPeriod=period(segment.start, segment.stop),
            performer=[{"actor": reference("Practitioner", visit.therapist_id)}],
            bodySite=[words(region) for region in segment.regions],
            note=[{"text": f"{segment.seconds} seconds, {segment.source.value}"}, {"text": segment.reason}],
        )


def attested(seal: Seal, therapist: Therapist) -> Part:
    """Say who signed, and when."""
    return {
        "mode": "legal",
        "time": moment(seal.signed_at),
        "party": reference("Practitioner", seal.therapist_id, therapist.signature_name),
    }


def _section(note: Note, section: Section) -> Part:
    code, title = _SECTIONS[section]
    written = [paragraph.text for paragraph in note.of(section)]
    return {
        "title": title,
        "code": coded(LOINC, code, title),
        "text": narrative([*_lines(note, section), *written]),
    }


def _lines(note: Note, section: Section) -> list[str]:
    """Give the structured lines of a section as sentences."""
    if section is Section.SUBJECTIVE:
        pain = "" if note.pain_before is None else f"Pain before treatment {note.pain_before}/10."
        return [pain, f"Limitation: {note.limitation}" if note.limitation else ""]
    if section is Section.ASSESSMENT:
        pain = "" if note.pain_after is None else f"Pain after treatment {note.pain_after}/10."
        return [pain, f"Response: {note.response.value}." if note.response else ""]
    return []
