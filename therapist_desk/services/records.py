"""Signed records as bytes and back, and the chain that they form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import rfc8785

from therapist_desk.domain.canonical import UnreadableRecordError, from_plain, to_plain
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.record import (
    Addendum,
    AddendumText,
    DischargeRecord,
    SealedKind,
    SignedRecord,
    VisitRecord,
)
from therapist_desk.store.charts import Charts

SCHEMA: Final = 1
"""The version of the shape written today; every version ever written keeps its reader below."""


def canonical_bytes(
    kind: SealedKind, content: VisitRecord | AddendumText | DischargeRecord, signed_at: Instant
) -> bytes:
    """Freeze what is signed as canonical JSON (RFC 8785): integers and strings only."""
    envelope = {
        "schema": SCHEMA,
        "kind": kind.value,
        "signed_at": to_plain(signed_at),
        "content": to_plain(content),
    }
    return rfc8785.dumps(envelope)


def digest_of(canonical: bytes, previous: str) -> str:
    """Hash a record onto the one before it: SHA-256 over the previous digest and the bytes, in hex."""
    return hashlib.sha256(bytes.fromhex(previous) + canonical).hexdigest()


def read_visit(record: SignedRecord) -> VisitRecord:
    """Read a signed visit back.

    Raises:
        UnreadableRecordError: the bytes are not a visit that this version can read.
    """
    return _VISITS[record.schema](_content(record, SealedKind.VISIT))


def read_addendum(record: SignedRecord) -> AddendumText:
    """Read a signed addendum back.

    Raises:
        UnreadableRecordError: the bytes are not an addendum that this version can read.
    """
    return _ADDENDA[record.schema](_content(record, SealedKind.ADDENDUM))


def read_discharge(record: SignedRecord) -> DischargeRecord:
    """Read a signed discharge back.

    Raises:
        UnreadableRecordError: the bytes are not a discharge that this version can read.
    """
    return _DISCHARGES[record.schema](_content(record, SealedKind.DISCHARGE))


def addenda_of(charts: Charts, visit_id: VisitId) -> tuple[Addendum, ...]:
    """Read a visit's addenda, in their order."""
    return tuple(Addendum(read_addendum(record), record.seal) for record in charts.records.addendum_records(visit_id))


def _content(record: SignedRecord, kind: SealedKind) -> object:
    envelope: dict[str, Any] = json.loads(record.canonical)
    if envelope.get("kind") != kind.value or envelope.get("schema") not in _VISITS:
        raise UnreadableRecordError(where=kind.value)
    return envelope["content"]


def _visit_v1(content: object) -> VisitRecord:
    return from_plain(VisitRecord, content)


def _addendum_v1(content: object) -> AddendumText:
    return from_plain(AddendumText, content)


def _discharge_v1(content: object) -> DischargeRecord:
    return from_plain(DischargeRecord, content)


_VISITS: Final[Mapping[int, Callable[[object], VisitRecord]]] = MappingProxyType({1: _visit_v1})
_ADDENDA: Final[Mapping[int, Callable[[object], AddendumText]]] = MappingProxyType({1: _addendum_v1})
_DISCHARGES: Final[Mapping[int, Callable[[object], DischargeRecord]]] = MappingProxyType({1: _discharge_v1})
