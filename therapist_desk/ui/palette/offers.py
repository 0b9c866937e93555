"""What the palette offers for some letters: clients, visits to start for them, words in notes, and actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.client import Client
from therapist_desk.services.cases import case_files
from therapist_desk.services.clients import find_clients, recent_clients
from therapist_desk.services.desk import Desk
from therapist_desk.services.searching import FoundVisit, find_visits

_CLIENTS: Final = 8
_WITH_VISIT: Final = 2
_VISITS: Final = 5


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A client, and the open cases that a visit could be started for."""

    client: Client
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """Clients, and visits by the words of their notes and marks."""

    clients: tuple[FoundClient, ...]
    visits: tuple[FoundVisit, ...] = ()


def find(desk: Desk, text: str) -> Offers:
    """Find clients, the first ones with their open cases, and visits; without any text give the recent clients."""
    if not text.strip():
        return Offers(tuple(FoundClient(client) for client in recent_clients(desk)))
    clients = find_clients(desk, text, limit=_CLIENTS)
    found = (
        *(FoundClient(client, _open_cases(desk, client)) for client in clients[:_WITH_VISIT]),
        *(FoundClient(client) for client in clients[_WITH_VISIT:]),
    )
    return Offers(found, find_visits(desk, text, limit=_VISITS))


def matches(name: str, text: str) -> bool:
    """Tell whether every word of `text` begins a word of `name`."""
    words = name.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())


def _open_cases(desk: Desk, client: Client) -> tuple[Case, ...]:
    return tuple(file.case for file in case_files(desk, client.id) if file.case.closed_on is None)
