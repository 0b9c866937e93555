"""Health histories and consents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import defer

from therapist_desk.domain.errors import ChangedElsewhereError
from therapist_desk.domain.health.consent import Consent
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.domain.ids import ClientId, ConsentId
from therapist_desk.store.mapping.health import consent_of, consent_row, history_of, history_row
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.clients import ClientRow
from therapist_desk.store.rows.health import ConsentRow, HealthHistoryRow


class Health(Repository):
    """What clients told of their health, each version as it was, and what they agreed to."""

    def add_history(self, history: HealthHistory) -> None:
        """Add the next version of a client's history.

        Raises:
            ChangedElsewhereError: another one was added since the version before was read.
        """
        latest = self.history_of(history.client_id)
        if history.version != (latest.version if latest else 0) + 1:
            raise ChangedElsewhereError(what="history")
        self._session.add(history_row(history))
        self._session.flush()

    def history_of(self, client_id: ClientId) -> HealthHistory | None:
        """Give the latest version, or None where nobody has asked."""
        query = (
            select(HealthHistoryRow)
            .where(HealthHistoryRow.client_id == client_id)
            .order_by(HealthHistoryRow.version.desc())
            .limit(1)
        )
        row = self._session.scalar(query)
        return None if row is None else history_of(row)

    def histories_of(self, client_id: ClientId) -> tuple[HealthHistory, ...]:
        """Give all versions, the latest first."""
        query = (
            select(HealthHistoryRow)
            .where(HealthHistoryRow.client_id == client_id)
            .order_by(HealthHistoryRow.version.desc())
        )
        return tuple(history_of(row) for row in self._session.scalars(query))

    def add_consent(self, consent: Consent) -> None:
        """Add a consent; those before stay."""
        self._session.add(consent_row(consent))
        self._session.flush()

    def consent(self, consent_id: ConsentId) -> Consent:
        """Give a consent.

        Raises:
            NotFoundError: there is none of this id.
        """
        return consent_of(self._row(ConsentRow, consent_id, "consent"))

    def withdraw(self, consent_id: ConsentId, on: date, reason: str) -> Consent:
        """Mark a consent as withdrawn; what was signed stays as it is.

        Raises:
            NotFoundError: there is none of this id.
        """
        row = self._row(ConsentRow, consent_id, "consent")
        row.withdrawn_on, row.withdrawal_reason = on, reason
        self._session.flush()
        return consent_of(row)

    def consents_of(self, client_id: ClientId) -> tuple[Consent, ...]:
        """Give a client's consents, the one signed last first."""
        query = (
            select(ConsentRow)
            .where(ConsentRow.client_id == client_id)
            .order_by(ConsentRow.signed_on.desc(), ConsentRow.id)
        )
        return tuple(consent_of(row) for row in self._session.scalars(query))

    def all_consents(self) -> Mapping[ClientId, tuple[Consent, ...]]:
        """Give the consents of every client who is not archived, without their signatures."""
        query = (
            select(ConsentRow)
            .join(ClientRow, ClientRow.id == ConsentRow.client_id)
            .where(ClientRow.archived.is_(False))
            .options(defer(ConsentRow.signature))
        )
        found: defaultdict[ClientId, tuple[Consent, ...]] = defaultdict(tuple)
        for row in self._session.scalars(query):
            found[ClientId(row.client_id)] += (consent_of(row, with_signature=False),)
        return found
