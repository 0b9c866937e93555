"""Files inside the bundle: signed notes as PDFs, the bytes that were signed, scanned papers."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.record import SealedKind, SignedRecord
from therapist_desk.domain.visit import Visit
from therapist_desk.services.exporting.fhir.discharge import DISCHARGE_TYPE
from therapist_desk.services.exporting.fhir.parts import (
    LOINC,
    Part,
    Resource,
    address_of,
    coded,
    moment,
    period,
    reference,
    resource,
    words,
)
from therapist_desk.services.exporting.fhir.visit import NOTE_TYPE

_CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category"


def note_document(visit: Visit, pdf: bytes, signed_at: Instant) -> Iterable[Resource]:
    """Give the PDF of a signed note."""
    title = f"SOAP note, visit {visit.number}"
    yield from _document(visit, visit.id, pdf, "application/pdf", title, signed_at, NOTE_TYPE, [_clinical_note()])


def discharge_document(visit: Visit, key: str, pdf: bytes, signed_at: Instant) -> Iterable[Resource]:
    """Give the PDF of a discharge summary."""
    category = [_clinical_note()]
    yield from _document(visit, key, pdf, "application/pdf", "Discharge summary", signed_at, DISCHARGE_TYPE, category)


def record_document(visit: Visit, key: str, record: SignedRecord) -> Iterable[Resource]:
    """Give the bytes that were signed: canonical JSON, by which the signature can be checked."""
    yield from _document(
        visit,
        f"{key}/record",
        record.canonical,
        "application/json",
        f"Signed record {record.seal.sequence}",
        record.seal.signed_at,
        DISCHARGE_TYPE if record.kind is SealedKind.DISCHARGE else NOTE_TYPE,
        [],
        record.seal.therapist_id,
    )


def paper_document(paper: Attachment, content: bytes | None) -> Iterable[Resource]:
    """Give a scanned paper as it was attached; without its file where that cannot be read, for orders name it."""
    media = paper.media_type.value
    lost: Part = {"contentType": media, "title": f"{paper.title} (the file could not be read)"}
    binary = None if content is None else _binary(paper.client_id, paper.id, media, content)
    held = lost if binary is None else _attachment(binary, media, content or b"", paper.title, paper.added_at)
    yield resource(
        "DocumentReference",
        paper.id,
        status="current",
        type=coded(LOINC, "57133-1", "Referral note", "Scanned order") if paper.referral_id else words("Paper"),
        subject=reference("Patient", paper.client_id),
        date=moment(paper.added_at),
        content=[{"attachment": held}],
        context={"related": [reference("ServiceRequest", paper.referral_id)]} if paper.referral_id else {},
    )
    if binary is not None:
        yield binary


def _document(
    visit: Visit,
    key: str,
    content: bytes,
    media: str,
    title: str,
    at: Instant,
    kind: Part,
    category: list[Part],
    author: str = "",
) -> Iterable[Resource]:
    binary = _binary(visit.client_id, key, media, content)
    yield resource(
        "DocumentReference",
        key,
        status="current",
        docStatus="final",
        type=kind,
        category=category,
        subject=reference("Patient", visit.client_id),
        date=moment(at),
        author=[reference("Practitioner", author or visit.therapist_id)],
        content=[{"attachment": _attachment(binary, media, content, title, at)}],
        context={
            "encounter": [reference("Encounter", visit.id)],
            "period": period(visit.service_date, visit.service_date),
        },
    )
    yield binary


def _binary(client_id: str, key: str, media: str, content: bytes) -> Resource:
    data = base64.b64encode(content).decode()
    owner = reference("Patient", client_id)
    return resource("Binary", key, contentType=media, securityContext=owner, data=data)


def _attachment(binary: Resource, media: str, content: bytes, title: str, at: Instant) -> Part:
    # FHIR's hash of an attachment is SHA-1: it tells a torn file, it guards nothing.
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return {
        "contentType": media,
        "url": address_of(binary),
        "size": len(content),
        "hash": base64.b64encode(digest).decode(),
        "title": title,
        "creation": moment(at),
    }


def _clinical_note() -> Part:
    return coded(_CATEGORY, "clinical-note", "Clinical Note")
