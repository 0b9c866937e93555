"""What can be found of a visit by its words, and the line that shows why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.names import fold, fold_words
from therapist_desk.domain.record import Addendum
from therapist_desk.domain.sentences.assessment import measurement_sentence, observation_sentence
from therapist_desk.domain.sentences.mark_words import mark_sentence
from therapist_desk.domain.visit import Visit, VisitStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedVisit:
    """A visit as a search gives it: no more than a list shows. `lines` are as they were last read; see `lines_of`."""

    id: VisitId
    client_name: str
    case_title: str
    number: int
    service_date: date
    status: VisitStatus
    lines: tuple[str, ...]


def lines_of(visit: Visit, addenda: Sequence[Addendum] = ()) -> tuple[str, ...]:
    """Give what a visit says, a line each: what was written, marked and measured in it, and said later."""
    return tuple(line for line in _lines(visit, addenda) if line)


def words_of(client: Client, case: Case, lines: Sequence[str]) -> str:
    """Give all that a visit is found by, folded: its own lines, whose it is, and what is under care."""
    return fold("\n".join((client.name, case.title, case.complaint, *lines)))


def telling_line(lines: Sequence[str], sought: Sequence[str]) -> str:
    """Give the line that holds most of the words sought, or the first one; empty where there is none.

    A word sought is found in a word that it begins.
    """
    return max(lines, key=lambda line: _count(fold_words(line), sought), default="")


def _count(words: Sequence[str], sought: Sequence[str]) -> int:
    return sum(any(word.startswith(part) for word in words) for part in sought)


def _lines(visit: Visit, addenda: Sequence[Addendum]) -> Iterator[str]:
    for paragraph in visit.note.paragraphs:
        yield from (line.strip() for line in paragraph.text.splitlines())
    yield visit.note.limitation
    yield from (each.text for each in visit.note.reported)
    yield from visit.note.home_care
    yield visit.note.next_visit
    yield from map(mark_sentence, visit.marks)
    yield from map(measurement_sentence, visit.measurements)
    yield from map(observation_sentence, visit.observations)
    for addendum in addenda:
        yield from (addendum.content.reason, addendum.content.text)
