"""Clients."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from therapist_desk.domain.client import Caution, Client, ClientDetails
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.names import fold, fold_words
from therapist_desk.store.mapping.people import address_of, fill_address
from therapist_desk.store.rows.clients import CautionRow, ClientRow, ClientWordRow

_LAST_DIGITS: Final = re.compile(r"(\d{1,15})\D*$")


@dataclass(frozen=True, slots=True)
class ClientBatch:
    """New clients as values of one statement a table, in the order of their keys: each page is written once."""

    clients: tuple[dict[str, Any], ...]
    cautions: tuple[dict[str, Any], ...]
    words: tuple[dict[str, Any], ...]


def client_batch(clients: Iterable[Client]) -> ClientBatch:
    """Prepare new clients: folding names takes longer than writing them, and needs no transaction."""
    rows: list[dict[str, Any]] = []
    cautions: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for client in clients:
        rows.append(_client_values(client))
        cautions += (
            {"client_id": client.id, "position": position, "text": caution.text, "level": caution.level}
            for position, caution in enumerate(client.details.cautions)
        )
        words += ({"client_id": client.id, "word": word} for word in set(fold_words(client.details.name)))
    return ClientBatch(
        tuple(sorted(rows, key=itemgetter("id"))),
        tuple(sorted(cautions, key=itemgetter("client_id", "position"))),
        tuple(sorted(words, key=itemgetter("word", "client_id"))),
    )


def client_of(row: ClientRow) -> Client:
    """Read a client."""
    details = ClientDetails(
        given_name=row.given_name,
        family_name=row.family_name,
        date_of_birth=row.date_of_birth,
        pronouns=row.pronouns,
        phone=row.phone,
        email=row.email,
        address=address_of(row),
        emergency_contact=row.emergency_contact,
        figure=row.figure,
        cautions=tuple(Caution(caution.text, caution.level) for caution in row.cautions),
        consent_on=row.consent_on,
    )
    return Client(
        id=ClientId(row.id),
        record_number=row.record_number,
        details=details,
        archived=row.archived,
        version=row.version,
    )


def client_row(client: Client) -> ClientRow:
    """Write a new client."""
    details = client.details
    row = ClientRow(
        id=client.id,
        record_number=client.record_number,
        record_key=record_key(client.record_number),
        sort_key="",
        given_name=details.given_name,
        family_name=details.family_name,
        date_of_birth=details.date_of_birth,
        pronouns=details.pronouns,
        phone=details.phone,
        email=details.email,
        emergency_contact=details.emergency_contact,
        figure=details.figure,
        consent_on=details.consent_on,
        archived=client.archived,
    )
    fill_client(row, client)
    return row


def fill_client(row: ClientRow, client: Client) -> None:
    """Write a changed client into its row; the record number stays what it was."""
    details = client.details
    row.sort_key = fold(details.sorted_name)
    row.given_name = details.given_name
    row.family_name = details.family_name
    row.date_of_birth = details.date_of_birth
    row.pronouns = details.pronouns
    row.phone = details.phone
    row.email = details.email
    row.emergency_contact = details.emergency_contact
    row.figure = details.figure
    row.consent_on = details.consent_on
    row.archived = client.archived
    fill_address(row, details.address)
    row.cautions = [
        CautionRow(position=position, text=caution.text, level=caution.level)
        for position, caution in enumerate(details.cautions)
    ]
    words = set(fold_words(details.name))
    row.words = [word for word in row.words if word.word in words]
    known = {word.word for word in row.words}
    row.words.extend(ClientWordRow(word=word) for word in sorted(words - known))


def _client_values(client: Client) -> dict[str, Any]:
    details, address = client.details, client.details.address
    return {
        "id": client.id,
        "record_number": client.record_number,
        "record_key": record_key(client.record_number),
        "sort_key": fold(details.sorted_name),
        "given_name": details.given_name,
        "family_name": details.family_name,
        "date_of_birth": details.date_of_birth,
        "pronouns": details.pronouns,
        "phone": details.phone,
        "email": details.email,
        "street": address.street,
        "city": address.city,
        "state": address.state,
        "postal_code": address.postal_code,
        "emergency_contact": details.emergency_contact,
        "figure": details.figure,
        "consent_on": details.consent_on,
        "archived": client.archived,
        "version": 1,
    }


def record_key(record_number: str) -> int:
    """Give the number in a record number: 7 for "TD-000007"; 0 where it has none."""
    found = _LAST_DIGITS.search(record_number)
    return 0 if found is None else int(found.group(1))
