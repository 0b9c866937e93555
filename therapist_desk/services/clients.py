"""Clients: add, edit, find, archive."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Client, ClientDetails, client_problems, could_be_same_person
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.desk import Desk, new_id


def add_client(desk: Desk, details: ClientDetails) -> Client:
    """Take a new client under the next record number.

    Raises:
        InvalidError: the details cannot be taken; each problem names its field.
    """
    _check(desk, details)
    with desk.store.writing() as charts:
        client = Client(id=ClientId(new_id()), record_number=charts.clients.next_record_number(), details=details)
        charts.clients.add(client)
        desk.audit(charts, AuditAction.CLIENT_ADDED, client.id)
    return client


def edit_client(desk: Desk, client: Client, details: ClientDetails) -> Client:
    """Replace a client's details.

    Raises:
        InvalidError: the details cannot be taken; each problem names its field.
        ChangedElsewhereError: the client was changed since `client` was read.
    """
    _check(desk, details)
    return _save(desk, replace(client, details=details), AuditAction.CLIENT_CHANGED)


def archive_client(desk: Desk, client: Client) -> Client:
    """Take a client out of the lists; nothing is deleted and finding it by name still can bring it back."""
    return _save(desk, replace(client, archived=True), AuditAction.CLIENT_ARCHIVED)


def restore_client(desk: Desk, client: Client) -> Client:
    """Put an archived client back into the lists."""
    return _save(desk, replace(client, archived=False), AuditAction.CLIENT_RESTORED)


def get_client(desk: Desk, client_id: ClientId) -> Client:
    """Read one client.

    Raises:
        NotFoundError: there is none.
    """
    with desk.store.reading() as charts:
        return charts.clients.get(client_id)


def find_clients(desk: Desk, text: str, *, archived: bool = False, limit: int = 50) -> tuple[Client, ...]:
    """Find clients by name in any order and with any accents, by date of birth or record number.

    Empty text lists all by name. `archived` adds those taken out of the lists.
    """
    with desk.store.reading() as charts:
        return charts.clients.find(text, archived=archived, limit=limit)


def recent_clients(desk: Desk, limit: int = 6) -> tuple[Client, ...]:
    """List the clients last seen or added, the latest first."""
    with desk.store.reading() as charts:
        return charts.clients.recent(limit)


def same_person(desk: Desk, details: ClientDetails) -> tuple[Client, ...]:
    """Find clients who could be the same person: the same date of birth and a word of the name in common."""
    with desk.store.reading() as charts:
        born_then = charts.clients.born_on({details.date_of_birth})
    return tuple(client for client in born_then if could_be_same_person(client.details, details))


def _check(desk: Desk, details: ClientDetails) -> None:
    problems = client_problems(details, desk.today())
    if problems:
        raise InvalidError(problems)


def _save(desk: Desk, client: Client, action: AuditAction) -> Client:
    with desk.store.writing() as charts:
        saved = charts.clients.save(client)
        desk.audit(charts, action, client.id)
    return saved
