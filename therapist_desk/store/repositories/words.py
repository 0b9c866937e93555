"""The words of visits, and which visits hold them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select

from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import Visit
from therapist_desk.domain.visit_words import SearchedVisit
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.cases import CaseRow
from therapist_desk.store.rows.clients import ClientRow
from therapist_desk.store.rows.search import IndexedVisitRow, IndexedWordRow, StaleVisitRow
from therapist_desk.store.rows.visits import VisitRow
from therapist_desk.store.sqlite import full_text
from therapist_desk.store.text_search import TextSearch


class VisitWords(Repository):
    """An index that follows the charts a moment later: `stale` names what it has still to read."""

    def find(self, search: TextSearch, limit: int) -> tuple[SearchedVisit, ...]:
        """Give the visits that hold all that is sought, as far as they were read, the latest first."""
        if search.empty:
            return ()
        if not search.sought:
            return self._within(search, limit)
        begun = self._begun(search.beginning)
        if begun == ():
            return ()
        numbers = full_text.find(self._session.connection(), search, limit, begun)
        if not numbers:
            return ()
        rows = self._session.execute(_SEARCHED.where(IndexedVisitRow.number.in_(numbers)))
        return tuple(_searched(row) for row in sorted(rows, key=attrgetter("place")))

    def stale(self, limit: int) -> tuple[VisitId, ...]:
        """Give some of the visits that came, changed or went since they were last read."""
        return tuple(VisitId(visit) for visit in self._session.scalars(select(StaleVisitRow.visit).limit(limit)))

    def stale_count(self) -> int:
        """Count them all."""
        return self._session.scalar(select(func.count()).select_from(StaleVisitRow)) or 0

    def forget(self, visit_id: VisitId) -> None:
        """Take a visit out of the index: it is gone, or about to be read again."""
        number = self._session.scalar(select(IndexedVisitRow.number).where(IndexedVisitRow.visit == visit_id))
        if number is not None:
            full_text.remove(self._session.connection(), number)
            self._session.execute(delete(IndexedVisitRow).where(IndexedVisitRow.number == number))
        self._session.execute(delete(StaleVisitRow).where(StaleVisitRow.visit == visit_id))

    def put(self, visit: Visit, words: str, lines: Sequence[str]) -> None:
        """Read the folded words of a visit and its lines into the index, in the place of what was read before."""
        self.forget(visit.id)
        first, after = full_text.first_number(visit.service_date), full_text.after_day(visit.service_date)
        of_day = IndexedVisitRow.number.between(first, after - 1)
        highest = self._session.scalar(select(func.max(IndexedVisitRow.number)).where(of_day))
        number = first if highest is None else highest + 1
        full_text.put(self._session.connection(), number, words)
        full_text.keep_words(self._session.connection(), words)
        self._session.execute(insert(IndexedVisitRow).values(number=number, visit=visit.id, lines="\n".join(lines)))

    def _begun(self, beginning: str) -> tuple[str, ...] | None:
        """Give the words that start with `beginning`; None where the index finds them as well by itself."""
        if len(beginning) <= full_text.BEGINNINGS or "_" in beginning:
            return None
        start_so = IndexedWordRow.word.between(beginning, beginning + _LAST)
        words = self._session.scalars(select(IndexedWordRow.word).where(start_so).limit(_WORDS_AT_MOST + 1)).all()
        return tuple(words) if len(words) <= _WORDS_AT_MOST else None

    def _within(self, search: TextSearch, limit: int) -> tuple[SearchedVisit, ...]:
        found: dict[str, SearchedVisit] = {}
        for first, last in search.spans or ():
            query = _SEARCHED.where(VisitRow.service_date.between(first, last))
            latest = query.order_by(VisitRow.service_date.desc(), VisitRow.id).limit(limit)
            found |= {row.id: _searched(row) for row in self._session.execute(latest)}
        return tuple(sorted(found.values(), key=attrgetter("service_date"), reverse=True)[:limit])


_LAST: Final = chr(0x10FFFF)
"""Sorts behind every letter."""
_WORDS_AT_MOST: Final = 200
"""So many words are looked up one by one sooner than the index would gather their visits."""
_SEARCHED: Final = (
    select(
        IndexedVisitRow.number.label("place"),
        IndexedVisitRow.lines,
        VisitRow.id,
        VisitRow.number,
        VisitRow.service_date,
        VisitRow.status,
        ClientRow.given_name,
        ClientRow.family_name,
        ClientRow.date_of_birth,
        CaseRow.title,
    )
    .select_from(VisitRow)
    .join(ClientRow, ClientRow.id == VisitRow.client_id)
    .join(CaseRow, CaseRow.id == VisitRow.case_id)
    .outerjoin(IndexedVisitRow, IndexedVisitRow.visit == VisitRow.id)
)
"""What a list shows of a visit; one that was not read yet has no place and no lines."""


def _searched(row: Row[*tuple[Any, ...]]) -> SearchedVisit:
    client = ClientDetails(given_name=row.given_name, family_name=row.family_name, date_of_birth=row.date_of_birth)
    return SearchedVisit(
        id=VisitId(row.id),
        client_name=client.name,
        case_title=row.title,
        number=row.number,
        service_date=row.service_date,
        status=row.status,
        lines=tuple(row.lines.split("\n")) if row.lines else (),
    )
