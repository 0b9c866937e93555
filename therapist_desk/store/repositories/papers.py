"""Papers kept with a client."""

from __future__ import annotations

from sqlalchemy import select

from therapist_desk.domain.attachment import Attachment, MediaType
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import AttachmentId, ClientId, ReferralId
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.records import AttachmentRow

_WHAT = "paper"


class Papers(Repository):
    """Attachments: listed without their content, which may have many megabytes."""

    def add(self, paper: Attachment, content: bytes) -> None:
        """Keep a paper."""
        self._session.add(
            AttachmentRow(
                id=paper.id,
                client_id=paper.client_id,
                visit_id=None,
                referral_id=paper.referral_id,
                title=paper.title,
                media_type=paper.media_type.value,
                digest=paper.digest,
                size=paper.size,
                content=content,
                added_at=paper.added_at,
            )
        )
        self._session.flush()

    def get(self, paper_id: AttachmentId) -> Attachment:
        """Give a paper as it is listed.

        Raises:
            NotFoundError: there is none of this id.
        """
        return _paper_of(self._row(AttachmentRow, paper_id, _WHAT))

    def content(self, paper_id: AttachmentId) -> bytes:
        """Give what a paper holds, as it stands in the store.

        Raises:
            NotFoundError: there is none of this id.
        """
        found = self._session.scalar(select(AttachmentRow.content).where(AttachmentRow.id == paper_id))
        if found is None:
            raise NotFoundError(what=_WHAT)
        return found

    def of_referral(self, referral_id: ReferralId) -> tuple[Attachment, ...]:
        """Give the papers of an order, the latest first."""
        query = select(AttachmentRow).where(AttachmentRow.referral_id == referral_id).order_by(AttachmentRow.id)
        papers = (_paper_of(row) for row in self._session.scalars(query))
        return tuple(sorted(papers, key=lambda paper: paper.added_at.utc, reverse=True))

    def of_client(self, client_id: ClientId) -> tuple[Attachment, ...]:
        """Give all papers of a client, the first one first."""
        query = select(AttachmentRow).where(AttachmentRow.client_id == client_id).order_by(AttachmentRow.id)
        papers = (_paper_of(row) for row in self._session.scalars(query))
        return tuple(sorted(papers, key=lambda paper: paper.added_at.utc))

    def remove(self, paper_id: AttachmentId) -> None:
        """Take a paper away.

        Raises:
            NotFoundError: there is none of this id.
        """
        self._session.delete(self._row(AttachmentRow, paper_id, _WHAT))
        self._session.flush()


def _paper_of(row: AttachmentRow) -> Attachment:
    return Attachment(
        id=AttachmentId(row.id),
        client_id=ClientId(row.client_id),
        referral_id=None if row.referral_id is None else ReferralId(row.referral_id),
        title=row.title,
        media_type=MediaType(row.media_type),
        digest=row.digest,
        size=row.size,
        added_at=row.added_at,
    )
