"""The end of an import: all clients in one short transaction, and the report of every row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import ChangedElsewhereError
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.importing.checking import Checked, Twin
from therapist_desk.services.importing.rows import Candidate, Rejected
from therapist_desk.store.mapping.clients import client_batch

_Line: TypeAlias = tuple[int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that became a client."""

    candidate: Candidate
    record_number: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each row."""

    taken: tuple[Taken, ...]
    skipped: tuple[Twin, ...]
    rejected: tuple[Rejected, ...]


def take_in(desk: Desk, checked: Checked, also: Collection[int] = ()) -> Report:
    """Add all clients that are ready, and the twins on the lines of `also`: all of them, or none.

    Raises:
        ChangedElsewhereError: somebody else added a client at this very moment; nobody was added.
    """
    wanted = [twin.candidate for twin in checked.twins if twin.candidate.line in also]
    candidates = sorted((*checked.ready, *wanted), key=lambda candidate: candidate.line)
    skipped = tuple(twin for twin in checked.twins if twin.candidate.line not in also)
    with desk.store.reading() as charts:
        numbers = charts.clients.next_record_numbers(len(candidates))
    batch = client_batch(
        Client(id=ClientId(new_id()), record_number=number, details=candidate.details)
        for number, candidate in zip(numbers, candidates, strict=True)
    )
    with desk.store.writing() as charts:
        if charts.clients.next_record_numbers(len(candidates)) != numbers:
            raise ChangedElsewhereError(what="list of clients")
        charts.clients.add_batch(batch)
        span = f" {numbers[0]} to {numbers[-1]}" if numbers else ""
        desk.audit(
            charts,
            AuditAction.CLIENTS_IMPORTED,
            detail=f"{len(numbers)} added{span}, {len(skipped)} skipped, {len(checked.rejected)} rejected",
        )
    taken = tuple(Taken(candidate, number) for candidate, number in zip(candidates, numbers, strict=True))
    return Report(taken, skipped, checked.rejected)


def report_table(report: Report) -> bytes:
    """Write the report as CSV that a spreadsheet opens: the line, what became of it, why, and the record numbers.

    No names: the lines of the file say who it is.
    """
    added = [
        (taken.candidate.line, "added", "", taken.record_number, taken.candidate.number) for taken in report.taken
    ]
    return _table([*added, *_others("skipped", report.skipped, report.rejected)])


def check_table(checked: Checked) -> bytes:
    """Write what was found before anybody is added, in the same form: so that the file can be put right first."""
    ready = [(candidate.line, "can come in", "", "", candidate.number) for candidate in checked.ready]
    return _table([*ready, *_others("may be here already", checked.twins, checked.rejected)])


def _others(twins_are: str, twins: Iterable[Twin], rejected: Iterable[Rejected]) -> Iterator[_Line]:
    for twin in twins:
        known = twin.known.record_number if twin.known else ""
        reason = f"like record {known}" if known else f"like line {twin.earlier_line}"
        yield twin.candidate.line, twins_are, reason, known, twin.candidate.number
    for each in rejected:
        yield each.line, "rejected", str(each.reason), "", ""


def _table(rows: Iterable[_Line]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("line", "result", "reason", "record_number", "number_in_file"))
    writer.writerows(sorted(rows))
    return text.getvalue().encode("utf-8-sig")
