"""Clients, and how they are found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import ClientId
from therapist_desk.store.mapping.clients import ClientBatch, client_of, client_row, fill_client
from therapist_desk.store.repositories.base import Repository, check_version, table_of
from therapist_desk.store.rows.clients import CautionRow, ClientRow, ClientWordRow
from therapist_desk.store.rows.visits import VisitRow
from therapist_desk.store.search import ClientSearch, read_search

_FOUND_AT_MOST: Final = 200
_LAST: Final = chr(0x10FFFF)
"""Sorts behind every letter, by code point as databases compare text without a collation."""


class Clients(Repository):
    """The people treated."""

    def next_record_number(self) -> str:
        """Give the number after the highest there is: "TD-000001" at first."""
        return self.next_record_numbers(1)[0]

    def next_record_numbers(self, count: int) -> list[str]:
        """Give so many numbers after the highest there is."""
        highest = self._session.scalar(select(func.max(ClientRow.record_key))) or 0
        return [f"TD-{highest + step:06}" for step in range(1, count + 1)]

    def add(self, client: Client) -> Client:
        """Add a client; gives it as kept."""
        row = client_row(client)
        self._session.add(row)
        self._session.flush()
        return replace(client, version=row.version)

    def add_batch(self, batch: ClientBatch) -> None:
        """Add many clients in three statements, which is all that the transaction has to wait for."""
        connection = self._session.connection()
        for kind, values in (
            (ClientRow, batch.clients),
            (CautionRow, batch.cautions),
            (ClientWordRow, batch.words),
        ):
            if values:
                connection.execute(insert(table_of(kind)), list(values))

    def save(self, client: Client) -> Client:
        """Change a client; gives it with its new version. The record number is never changed.

        Raises:
            ChangedElsewhereError: it was changed since it was read.
            NotFoundError: there is none of this id.
        """
        row = self._row(ClientRow, client.id, "client")
        check_version(row.version, client.version, "client")
        fill_client(row, client)
        self._touch(row, ClientRow.sort_key)
        self._session.flush()
        return replace(client, record_number=row.record_number, version=row.version)

    def get(self, client_id: ClientId) -> Client:
        """Give a client.

        Raises:
            NotFoundError: there is none of this id.
        """
        return client_of(self._row(ClientRow, client_id, "client"))

    def find(self, text: str, *, archived: bool = False, limit: int = _FOUND_AT_MOST) -> tuple[Client, ...]:
        """Give the clients that `text` may mean, by name as filed; see `read_search`. No text means all.

        Archived clients come only when asked for, after the others.
        """
        search = read_search(text)
        if text.strip() and search == ClientSearch():
            return ()
        query = select(ClientRow).where(*_conditions(search))
        if not archived:
            query = query.where(ClientRow.archived.is_(False))
        return self._read(query.order_by(ClientRow.archived, ClientRow.sort_key, ClientRow.id).limit(limit))

    def born_on(self, days: Collection[date]) -> tuple[Client, ...]:
        """Give the clients born on one of `days`, archived ones too, by name as filed."""
        return self._read(
            select(ClientRow)
            .where(ClientRow.date_of_birth.in_(days))
            .order_by(ClientRow.archived, ClientRow.sort_key, ClientRow.id)
        )

    def recent(self, limit: int = 8) -> tuple[Client, ...]:
        """Give the clients seen last, latest first; then those never seen, newest first."""
        seen = (
            select(VisitRow.client_id, func.max(VisitRow.service_date).label("last"))
            .group_by(VisitRow.client_id)
            .subquery()
        )
        query = (
            select(ClientRow)
            .outerjoin(seen, seen.c.client_id == ClientRow.id)
            .where(ClientRow.archived.is_(False))
            .order_by(seen.c.last.is_(None), seen.c.last.desc(), ClientRow.record_key.desc())
            .limit(limit)
        )
        return self._read(query)

    def consent_before(self, day: date) -> tuple[Client, ...]:
        """Give the clients whose consent was signed before `day`, the oldest consent first."""
        return self._read(
            select(ClientRow)
            .where(ClientRow.archived.is_(False), ClientRow.consent_on < day)
            .order_by(ClientRow.consent_on, ClientRow.id)
        )

    def all_ids(self) -> tuple[ClientId, ...]:
        """Give everybody, archived ones too, in the order of their record numbers."""
        return tuple(
            ClientId(key) for key in self._session.scalars(select(ClientRow.id).order_by(ClientRow.record_key))
        )

    def count(self) -> int:
        """Count all clients, archived ones too."""
        return self._session.scalar(select(func.count()).select_from(ClientRow)) or 0

    def _read(self, query: Select[ClientRow]) -> tuple[Client, ...]:
        return tuple(client_of(row) for row in self._session.scalars(query))


def _conditions(search: ClientSearch) -> Iterator[ColumnElement[bool]]:
    for word in search.words:
        # A range, which the index of the words answers; LIKE would look at every word of every client.
        begin_so = ClientWordRow.word.between(word, word + _LAST)
        yield ClientRow.id.in_(select(ClientWordRow.client_id).where(begin_so))
    if search.births is not None:
        yield ClientRow.date_of_birth.in_(search.births)
    for number in search.numbers:
        yield ClientRow.record_key == number
    for number in search.loose:
        yield or_(ClientRow.record_key == number, _born_in(number))


def _born_in(year: int) -> ColumnElement[bool]:
    if not date.min.year <= year < date.max.year:
        return ClientRow.record_key == year
    return and_(ClientRow.date_of_birth >= date(year, 1, 1), ClientRow.date_of_birth < date(year + 1, 1, 1))
