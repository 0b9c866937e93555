"""A bundle written entry by entry, so that a store of any size fits through."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO, Final

from therapist_desk.domain.clock import Instant
from therapist_desk.services.exporting.fhir.parts import Resource, address_of, moment

_HEAD: Final = '{{"resourceType":"Bundle","type":"collection","timestamp":{at},"entry":['
_SHARED: Final = frozenset({"Practitioner", "Organization"})


class BundleWriter:
    """Writes a collection into `stream`; a person or an organization that several clients share is written once."""

    def __init__(self, stream: BinaryIO, at: Instant) -> None:
        self._stream = stream
        self._shared: set[str] = set()
        self._comma = b""
        stream.write(_HEAD.format(at=json.dumps(moment(at))).encode())

    def add(self, resources: Iterable[Resource]) -> None:
        """Write resources."""
        for made in resources:
            address = address_of(made)
            if address in self._shared:
                continue
            if made["resourceType"] in _SHARED:
                self._shared.add(address)
            entry = json.dumps({"fullUrl": address, "resource": made}, ensure_ascii=False, separators=(",", ":"))
            self._stream.write(self._comma + b"\n" + entry.encode())
            self._comma = b","

    def finish(self) -> None:
        """Write the end: without it the bundle cannot be read."""
        self._stream.write(b"\n]}\n")
