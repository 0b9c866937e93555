"""Every row weighed before anything is written: who can come in, who may be here already, who cannot."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeAlias

from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.names import fold_words
from therapist_desk.services.desk import Desk
from therapist_desk.services.importing.columns import Meaning
from therapist_desk.services.importing.dates import DateOrder
from therapist_desk.services.importing.errors import CsvTooLongError
from therapist_desk.services.importing.rows import Candidate, Rejected, read_row
from therapist_desk.services.importing.survey import AT_ONCE, MOST_ROWS, Survey, rows_of

_Trait: TypeAlias = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """A file, what its columns mean, and the order of its dates."""

    found: Survey
    meanings: tuple[Meaning, ...]
    order: DateOrder


@dataclass(frozen=True, slots=True)
class Twin:
    """A row that may be somebody known: a client of the store, or an earlier row of the file."""

    candidate: Candidate
    known: Client | None = None
    earlier_line: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """All rows, frozen: what `take_in` writes. Nothing of it is in the store yet."""

    ready: tuple[Candidate, ...]
    twins: tuple[Twin, ...]
    rejected: tuple[Rejected, ...]


def preview(plan: Plan, today: date) -> tuple[Candidate | Rejected, ...]:
    """Read the first rows as they would come in."""
    return tuple(read_row(record, plan.meanings, plan.order, today) for record in plan.found.sample)


def check_rows(desk: Desk, plan: Plan, most: int = MOST_ROWS) -> Generator[float, None, Checked]:
    """Weigh all rows, a few at a time; yields the share that is done.

    Raises:
        CsvUnreadableError: the file cannot be read to its end.
        CsvTooLongError: there are too many rows.
    """
    ready: list[Candidate] = []
    twins: list[Twin] = []
    rejected: list[Rejected] = []
    earlier: dict[_Trait, int] = {}
    rows, today = rows_of(plan.found), desk.today()
    while chunk := tuple(islice(rows, AT_ONCE)):
        read = [read_row(record, plan.meanings, plan.order, today) for record, _ in chunk]
        rejected += (row for row in read if isinstance(row, Rejected))
        candidates = [row for row in read if isinstance(row, Candidate)]
        known = _known(desk, candidates)
        for candidate in candidates:
            traits = _traits(candidate.details)
            client = next((known[trait] for trait in traits if trait in known), None)
            line = next((earlier[trait] for trait in traits if trait in earlier), 0)
            if client is not None or line:
                twins.append(Twin(candidate, client, line))
            else:
                ready.append(candidate)
            for trait in traits:
                earlier.setdefault(trait, candidate.line)
        if len(ready) + len(twins) + len(rejected) > most:
            raise CsvTooLongError(most=most)
        yield chunk[-1][1]
    return Checked(tuple(ready), tuple(twins), tuple(rejected))


def _known(desk: Desk, candidates: Iterable[Candidate]) -> dict[_Trait, Client]:
    days = {candidate.details.date_of_birth for candidate in candidates}
    with desk.store.reading() as charts:
        return {trait: client for client in charts.clients.born_on(days) for trait in _traits(client.details)}


def _traits(details: ClientDetails) -> list[_Trait]:
    """What two people who could be one share: the rule is that of `same_person`."""
    return [(details.date_of_birth, word) for word in fold_words(details.name)]
