"""The words of visits, and which visits hold them."""

from __future__ import annotations

from sqlalchemy import delete, func, insert, select

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import Visit
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.search import IndexedVisitRow, StaleVisitRow
from therapist_desk.store.rows.visits import VisitRow
from therapist_desk.store.sqlite import full_text
from therapist_desk.store.text_search import TextSearch


class VisitWords(Repository):
    """An index that follows the charts a moment later: `stale` names what it has still to read."""

    def find(self, search: TextSearch, limit: int) -> tuple[VisitId, ...]:
        """Give the visits that hold all that is sought, as far as they were read, the latest first."""
        if search.empty:
            return ()
        if not search.sought:
            return self._within(search, limit)
        numbers = full_text.find(self._session.connection(), search, limit)
        query = select(IndexedVisitRow).where(IndexedVisitRow.number.in_(numbers))
        visits = {row.number: VisitId(row.visit) for row in self._session.scalars(query)}
        return tuple(visits[number] for number in numbers if number in visits)

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

    def put(self, visit: Visit, words: str) -> None:
        """Read the folded words of a visit into the index, in the place of what was read before."""
        self.forget(visit.id)
        first, after = full_text.first_number(visit.service_date), full_text.after_day(visit.service_date)
        of_day = IndexedVisitRow.number.between(first, after - 1)
        highest = self._session.scalar(select(func.max(IndexedVisitRow.number)).where(of_day))
        number = first if highest is None else highest + 1
        full_text.put(self._session.connection(), number, words)
        self._session.execute(insert(IndexedVisitRow).values(number=number, visit=visit.id))

    def _within(self, search: TextSearch, limit: int) -> tuple[VisitId, ...]:
        found: list[VisitId] = []
        for first, last in search.spans or ():
            query = select(VisitRow.id).where(VisitRow.service_date.between(first, last))
            latest = query.order_by(VisitRow.service_date.desc(), VisitRow.id).limit(limit)
            found.extend(VisitId(visit_id) for visit_id in self._session.scalars(latest))
        return tuple(dict.fromkeys(found))[:limit]
