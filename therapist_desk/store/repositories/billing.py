"""Payments, settled bills, and what claims ask beside the chart."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.ledger import LedgerEntry
from therapist_desk.domain.claims.terms import BillingTerms
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import ClientId, LedgerEntryId, PayerId, VisitId
from therapist_desk.store.mapping.billing import details_of, details_row, entry_of, entry_row, terms_of, terms_row
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.billing import BillingTermsRow, ClaimDetailsRow, LedgerEntryRow


class Billing(Repository):
    """What came in for visits and how their bills were settled: both only ever grow."""

    def add_entry(self, entry: LedgerEntry) -> None:
        """Add a line to a visit's account."""
        self._session.add(entry_row(entry))
        self._session.flush()

    def entry(self, entry_id: LedgerEntryId) -> LedgerEntry:
        """Give a line.

        Raises:
            NotFoundError: there is none of this id.
        """
        row = self._session.scalar(select(LedgerEntryRow).where(LedgerEntryRow.id == entry_id))
        if row is None:
            raise NotFoundError(what="payment")
        return entry_of(row)

    def entries_of(self, visit_ids: Collection[VisitId]) -> tuple[LedgerEntry, ...]:
        """Give the lines of some visits, corrected ones too, as they were entered."""
        query = (
            select(LedgerEntryRow)
            .where(LedgerEntryRow.visit_id.in_(sorted(visit_ids)))
            .order_by(LedgerEntryRow.sequence)
        )
        return tuple(entry_of(row) for row in self._session.scalars(query))

    def add_terms(self, terms: BillingTerms) -> None:
        """Settle the bill of a visit anew."""
        self._session.add(terms_row(terms))
        self._session.flush()

    def terms_of(self, visit_ids: Collection[VisitId]) -> BillingTerms | None:
        """Give what was settled last for the bill of some visits, or None."""
        query = (
            select(BillingTermsRow)
            .where(BillingTermsRow.visit_id.in_(sorted(visit_ids)))
            .order_by(BillingTermsRow.sequence.desc())
            .limit(1)
        )
        row = self._session.scalar(query)
        return None if row is None else terms_of(row)

    def terms_of_all(self, visit_ids: Collection[VisitId]) -> tuple[BillingTerms, ...]:
        """Give all that was ever settled for the bills of some visits, in the order it was settled."""
        query = (
            select(BillingTermsRow)
            .where(BillingTermsRow.visit_id.in_(sorted(visit_ids)))
            .order_by(BillingTermsRow.sequence)
        )
        return tuple(terms_of(row) for row in self._session.scalars(query))

    def claims_of(self, client_id: ClientId) -> tuple[tuple[PayerId, ClaimDetails], ...]:
        """Give what a client's claims say beside the chart, by payer."""
        query = (
            select(ClaimDetailsRow).where(ClaimDetailsRow.client_id == client_id).order_by(ClaimDetailsRow.payer_id)
        )
        return tuple((PayerId(row.payer_id), details_of(row)) for row in self._session.scalars(query))

    def put_claim_details(self, client_id: ClientId, payer_id: PayerId, details: ClaimDetails) -> None:
        """Keep what a client's claims to a payer say beside the chart."""
        self._session.merge(details_row(client_id, payer_id, details))
        self._session.flush()
