"""The small parts that resources are made of."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias
from xml.sax.saxutils import escape

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.people import Address

Resource: TypeAlias = dict[str, Any]
Part: TypeAlias = dict[str, Any]

LOINC: Final = "http://loinc.org"
ICD10: Final = "http://hl7.org/fhir/sid/icd-10-cm"
NPI: Final = "http://hl7.org/fhir/sid/us-npi"
CPT: Final = "http://www.ama-assn.org/go/cpt"
UCUM: Final = "http://unitsofmeasure.org"
TERMS: Final = "http://terminology.hl7.org/CodeSystem"
_NAMES: Final = uuid.UUID("5b6f2f0e-6f0c-4c53-9c0e-3f1d8a54a9d7")
# What XML 1.0 cannot hold; text fields can, by way of the clipboard.
_NOT_IN_XML: Final = {code: None for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}
_UNITS: Final[Mapping[str, str]] = {"°": "deg", "cm": "cm", "mm": "mm", "kg": "kg", "%": "%", "in": "[in_i]"}


def resource(kind: str, key: str, **fields: Any) -> Resource:
    """Make a resource without its empty fields; `key` is what the charts know it by."""
    return {"resourceType": kind, "id": identity(kind, key)} | _filled(fields)


def identity(kind: str, key: str) -> str:
    """Give the id of a resource: the same thing has the same one in every export."""
    return str(uuid.uuid5(_NAMES, f"{kind}/{key}"))


def address_of(made: Resource) -> str:
    """Give what other resources call this one."""
    return f"urn:uuid:{made['id']}"


def reference(kind: str, key: str, display: str = "") -> Part:
    """Refer to a resource of the same bundle."""
    return _filled({"reference": f"urn:uuid:{identity(kind, key)}", "display": display})


def words(text: str) -> Part:
    """Name something in words alone."""
    return {"text": text} if text else {}


def coded(system: str, code: str, display: str = "", text: str = "") -> Part:
    """Name something by a code, and in words."""
    return _filled({"coding": [{"system": system, "code": code, "display": display}], "text": text})


def period(start: Instant | date | None, end: Instant | date | None) -> Part:
    """Give a stretch of time, open where nothing is known."""
    return _filled({"start": moment(start), "end": moment(end)})


def moment(at: Instant | date | None) -> str:
    """Write a day, or a moment with the offset that held then."""
    if isinstance(at, Instant):
        return at.local.isoformat(timespec="seconds")
    return "" if at is None else at.isoformat()


def quantity(value: Decimal, unit: str) -> Part:
    """Give a number with its unit, by UCUM where it has one."""
    code = _UNITS.get(unit, "")
    system = UCUM if code else ""
    return _filled({"value": number(value), "unit": unit, "system": system, "code": code})


def money(cents: int) -> Part:
    """Give an amount in dollars."""
    return {"value": number(Decimal(cents) / 100), "currency": "USD"}


def number(value: Decimal) -> int | float:
    """Write a decimal number as JSON does."""
    return int(value) if value == value.to_integral_value() else float(value)


def telecoms(*, phone: str = "", fax: str = "", email: str = "") -> list[Part]:
    """Give the ways to reach somebody."""
    found = (("phone", phone), ("fax", fax), ("email", email))
    return [{"system": system, "value": value} for system, value in found if value]


def postal(address: Address) -> list[Part]:
    """Give a postal address, or none."""
    parts = {
        "line": [address.street],
        "city": address.city,
        "state": address.state,
        "postalCode": address.postal_code,
    }
    filled = _filled(parts)
    return [filled] if filled else []


def remarks(*texts: str) -> list[Part]:
    """Give remarks, without empty ones."""
    return [{"text": text} for text in texts if text.strip()]


def narrative(paragraphs: Iterable[str]) -> Part:
    """Give text that is shown as it stands, a paragraph each."""
    lines = (escape(text.translate(_NOT_IN_XML)).replace("\n", "<br/>") for text in paragraphs if text.strip())
    body = "".join(f"<p>{line}</p>" for line in lines) or "<p>Nothing written.</p>"
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'}


def _filled(part: Part) -> Part:
    """Leave out what says nothing, all the way down: FHIR has no empty values."""
    return {key: kept for key, item in part.items() if _says(kept := _kept(item))}


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return _filled(value)
    if isinstance(value, list | tuple):
        return [kept for item in value if _says(kept := _kept(item))]
    return value


def _says(value: object) -> bool:
    return not (value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip()))
