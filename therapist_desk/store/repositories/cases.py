"""Cases and the orders they are treated on."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.ids import CaseId, ClientId, ReferralId
from therapist_desk.store.mapping.cases import case_of, case_row, fill_case, referral_of, referral_row
from therapist_desk.store.mapping.people import physician_row
from therapist_desk.store.repositories.base import Repository, check_version
from therapist_desk.store.rows.cases import CaseRow, ReferralRow
from therapist_desk.store.rows.clients import ClientRow


class Cases(Repository):
    """Conditions under care, and physicians' orders for them."""

    def add(self, case: Case) -> Case:
        """Add a case; gives it as kept."""
        row = case_row(case)
        self._session.add(row)
        self._session.flush()
        return replace(case, version=row.version)

    def save(self, case: Case) -> Case:
        """Change a case; gives it with its new version.

        Raises:
            ChangedElsewhereError: it was changed since it was read.
            NotFoundError: there is none of this id.
        """
        row = self._row(CaseRow, case.id, "case")
        check_version(row.version, case.version, "case")
        fill_case(row, case)
        self._touch(row, CaseRow.title)
        self._session.flush()
        return replace(case, version=row.version)

    def get(self, case_id: CaseId) -> Case:
        """Give a case.

        Raises:
            NotFoundError: there is none of this id.
        """
        return case_of(self._row(CaseRow, case_id, "case"))

    def of_client(self, client_id: ClientId) -> tuple[Case, ...]:
        """Give a client's cases: open ones first, the latest first."""
        query = (
            select(CaseRow)
            .where(CaseRow.client_id == client_id)
            .order_by(CaseRow.closed_on.is_not(None), CaseRow.opened_on.desc(), CaseRow.id)
        )
        return tuple(case_of(row) for row in self._session.scalars(query))

    def open(self) -> tuple[Case, ...]:
        """Give all cases under care of clients who are not archived, the oldest first."""
        query = (
            select(CaseRow)
            .join(ClientRow, ClientRow.id == CaseRow.client_id)
            .where(CaseRow.closed_on.is_(None), ClientRow.archived.is_(False))
            .order_by(CaseRow.opened_on, CaseRow.id)
        )
        return tuple(case_of(row) for row in self._session.scalars(query))

    def put_referral(self, referral: Referral) -> None:
        """Add an order, or change it."""
        physician = self._session.merge(physician_row(referral.physician))
        self._session.flush()
        row = self._session.merge(referral_row(referral, physician.id))
        self._session.flush()
        self._session.expire(row, ["physician"])

    def referral(self, referral_id: ReferralId) -> Referral:
        """Give an order.

        Raises:
            NotFoundError: there is none of this id.
        """
        return referral_of(self._row(ReferralRow, referral_id, "referral"))

    def referrals_of(self, case_id: CaseId) -> tuple[Referral, ...]:
        """Give a case's orders, the latest first."""
        query = (
            select(ReferralRow)
            .where(ReferralRow.case_id == case_id)
            .order_by(ReferralRow.starts_on.desc(), ReferralRow.id)
        )
        return tuple(referral_of(row) for row in self._session.scalars(query))
