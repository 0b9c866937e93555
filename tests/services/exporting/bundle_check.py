"""What must hold of a whole bundle beside what the other library's models refuse by themselves.

That library knows of each field which codes are required and which resources a reference may lead to, but does not
hold a value against it: this does, by its own declarations.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

from fhir.resources.R4B.bundle import Bundle
from pydantic import BaseModel

SYSTEMS: Final = frozenset(
    {
        "http://loinc.org",
        "http://hl7.org/fhir/sid/icd-10-cm",
        "http://www.ama-assn.org/go/cpt",
        "http://dicom.nema.org/resources/ontology/DCM",
        "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
        "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
        "urn:iso-astm:E1762-95:2013",
        *(
            f"http://terminology.hl7.org/CodeSystem/{name}"
            for name in (
                *("v2-0203", "v2-0131", "v3-ActCode", "v3-ObservationInterpretation", "organization-type"),
                *("condition-clinical", "condition-category", "observation-category", "flag-category"),
                *("consentscope", "allergyintolerance-clinical", "provenance-participant-type"),
                *("claim-type", "processpriority", "payeetype", "payment-type"),
            )
        ),
    }
)
"""The code systems of a bundle, as their owners spell them."""
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_LIKE_A_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def complaints(text: str) -> list[str]:
    """List what is wrong with a bundle; nothing where another program can rely on it."""
    plain = json.loads(text)
    found = {entry["fullUrl"]: entry["resource"] for entry in plain["entry"]}
    wrong = [] if len(found) == len(plain["entry"]) else ["two entries of one address"]
    wrong += [
        f"{url} is not the address of {made['id']}" for url, made in found.items() if not url.endswith(made["id"])
    ]
    bundle = Bundle.model_validate_json(text)
    for entry in bundle.entry or ():
        assert entry.resource is not None
        kind = entry.resource.get_resource_type()
        wrong += [f"{kind}: {each}" for each in _of_model(entry.resource, found)]
    for made in found.values():
        wrong += [f"{made['resourceType']}: {each}" for each in _of_values(made)]
        if made["resourceType"] == "DocumentReference":
            wrong += _of_attachment(made["content"][0]["attachment"], found)
    return wrong


def _of_model(model: BaseModel, found: dict[str, Any]) -> Iterator[str]:
    """Hold values against the codes and the kinds of resources that their fields are declared with."""
    for name, field in type(model).model_fields.items():
        told = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        value = getattr(model, name, None)
        for each in value if isinstance(value, list) else [value]:
            codes, kinds = told.get("enum_values"), told.get("enum_reference_types")
            if isinstance(codes, list) and each is not None and each not in codes:
                yield f"{name} is {each}, none of {codes}"
            address = getattr(each, "reference", None)
            if isinstance(kinds, list) and address:
                kind = found.get(address, {}).get("resourceType", "nothing")
                if kind not in kinds and "Resource" not in kinds:
                    yield f"{name} leads to {kind}, none of {kinds}"
            if isinstance(each, BaseModel):
                yield from _of_model(each, found)


def _of_values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "code" in value and "system" in value and "value" not in value and value["system"] not in SYSTEMS:
            yield f"nobody knows the code system {value['system']}"
        if "div" in value and not _is_narrative(value["div"]):
            yield "a narrative is no XHTML"
        for key, item in value.items():
            if key not in {"data", "div", "valueString", "text", "description"}:
                yield from _of_values(item)
    elif isinstance(value, list):
        for item in value:
            yield from _of_values(item)
    elif isinstance(value, str) and _LIKE_A_MOMENT.match(value) and not _MOMENT.fullmatch(value):
        yield f"a moment without its zone: {value}"


def _is_narrative(div: str) -> bool:
    root = ET.fromstring(div)  # noqa: S314 - written by ourselves
    return root.tag == f"{_XHTML}div" and bool("".join(root.itertext()).strip())


def _of_attachment(attachment: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    if "url" not in attachment:
        return
    content = base64.b64decode(found[attachment["url"]]["data"])
    if attachment["size"] != len(content):
        yield "an attachment of another size"
    if base64.b64decode(attachment["hash"]) != hashlib.sha1(content, usedforsecurity=False).digest():
        yield "an attachment of another hash"
