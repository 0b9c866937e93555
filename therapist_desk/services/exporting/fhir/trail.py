"""The audit trail: who did what, when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.audit import AuditAction, AuditEvent
from therapist_desk.services.exporting.fhir.parts import Part, Resource, moment, reference, resource
from therapist_desk.services.exporting.fhir.people import PRACTICE

_DICOM: Final = "http://dicom.nema.org/resources/ontology/DCM"
_RECORD: Final = ("110110", "Patient Record")
_TYPES: Final[Mapping[AuditAction, tuple[str, str]]] = MappingProxyType(
    {
        AuditAction.STORE_CREATED: ("110100", "Application Activity"),
        AuditAction.COPY_MADE: ("110100", "Application Activity"),
        AuditAction.UNLOCKED: ("110114", "User Authentication"),
        AuditAction.RECOVERED: ("110114", "User Authentication"),
        AuditAction.PASSPHRASE_CHANGED: ("110113", "Security Alert"),
        AuditAction.THERAPIST_ADDED: ("110113", "Security Alert"),
        AuditAction.THERAPIST_REMOVED: ("110113", "Security Alert"),
        AuditAction.DATA_EXPORTED: ("110106", "Export"),
        AuditAction.DOCUMENT_MADE: ("110106", "Export"),
        AuditAction.PAPER_EXPORTED: ("110106", "Export"),
        AuditAction.CLIENTS_IMPORTED: ("110107", "Import"),
    }
)
"""By DICOM's audit event ids; all other actions are on a record."""


def audit_event(number: int, event: AuditEvent) -> Resource:
    """Give a line of the trail; `number` is its place in it."""
    code, display = _TYPES.get(event.action, _RECORD)
    return resource(
        "AuditEvent",
        f"{number}/{moment(event.at)}",
        type={"system": _DICOM, "code": code, "display": display},
        subtype=[{"display": event.action.value}],
        recorded=moment(event.at),
        outcome="0",
        agent=[_agent(event)],
        source={"observer": reference("Organization", PRACTICE)},
        entity=[{"what": {"identifier": {"value": event.subject}}, "description": event.detail}]
        if event.subject or event.detail
        else [],
    )


def _agent(event: AuditEvent) -> Part:
    if event.therapist_id is None:
        return {"name": "Nobody signed in", "requestor": False}
    return {"who": {"identifier": {"value": event.therapist_id}}, "requestor": True}
