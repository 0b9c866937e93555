"""The practice, its therapists, and payers."""

from __future__ import annotations

from sqlalchemy import delete, func, select

from therapist_desk.domain.ids import PayerId, TherapistId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.store.mapping.payers import payer_of, payer_row
from therapist_desk.store.mapping.people import PRACTICE_ID, practice_of, practice_row, therapist_of, therapist_row
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.payers import PayerRow
from therapist_desk.store.rows.people import PracticeLogoRow, PracticeRow, TherapistRow


class PracticeRepository(Repository):
    """The one practice of a store."""

    def get(self) -> Practice | None:
        """Give the practice, or None before registration."""
        row = self._session.get(PracticeRow, PRACTICE_ID)
        return None if row is None else practice_of(row)

    def save(self, practice: Practice) -> None:
        """Keep the practice as it is now."""
        self._session.merge(practice_row(practice))
        self._session.flush()

    def logo(self) -> bytes | None:
        """Give the logo, or None where there is none."""
        return self._session.scalar(select(PracticeLogoRow.picture).where(PracticeLogoRow.id == PRACTICE_ID))

    def keep_logo(self, picture: bytes) -> None:
        """Keep a logo in place of the one before."""
        self._session.merge(PracticeLogoRow(id=PRACTICE_ID, picture=picture))
        self._session.flush()

    def remove_logo(self) -> None:
        """Have no logo."""
        self._session.execute(delete(PracticeLogoRow))


class Therapists(Repository):
    """Who treats and signs."""

    def add(self, therapist: Therapist) -> None:
        """Add a therapist after the others."""
        last = self._session.scalar(select(func.max(TherapistRow.position)))
        self._session.add(therapist_row(therapist, 0 if last is None else last + 1))
        self._session.flush()

    def save(self, therapist: Therapist) -> None:
        """Change a therapist.

        Raises:
            NotFoundError: there is none of this id.
        """
        row = self._row(TherapistRow, therapist.id, "therapist")
        self._session.merge(therapist_row(therapist, row.position))
        self._session.flush()

    def get(self, therapist_id: TherapistId) -> Therapist:
        """Give a therapist.

        Raises:
            NotFoundError: there is none of this id.
        """
        return therapist_of(self._row(TherapistRow, therapist_id, "therapist"))

    def all(self) -> tuple[Therapist, ...]:
        """Give everybody, in the order they were added."""
        rows = self._session.scalars(select(TherapistRow).order_by(TherapistRow.position))
        return tuple(therapist_of(row) for row in rows)


class Payers(Repository):
    """Who pays."""

    def put(self, payer: Payer) -> None:
        """Add a payer, or change it."""
        self._session.merge(payer_row(payer))
        self._session.flush()

    def get(self, payer_id: PayerId) -> Payer:
        """Give a payer.

        Raises:
            NotFoundError: there is none of this id.
        """
        return payer_of(self._row(PayerRow, payer_id, "payer"))

    def all(self) -> tuple[Payer, ...]:
        """Give all payers by name."""
        rows = self._session.scalars(select(PayerRow).order_by(PayerRow.name, PayerRow.id))
        return tuple(payer_of(row) for row in rows)
