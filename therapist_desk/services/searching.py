"""Searching clients, and the notes and marks of their visits, by what was written, found and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit_words import SearchedVisit, lines_of, telling_line, words_of
from therapist_desk.services.clients import find_clients
from therapist_desk.services.desk import Desk
from therapist_desk.services.records import addenda_of
from therapist_desk.store.charts import Charts
from therapist_desk.store.text_search import read_text_search

AT_ONCE: Final = 20
"""Visits read into the index in one transaction: well under 50 ms, so that a draft's save never waits long."""

_SAYING: Final = 3


@dataclass(frozen=True, slots=True)
class FoundVisit:
    """A visit that holds what was sought, and the line in it that shows so."""

    visit: SearchedVisit
    line: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a text may mean: clients by name, and visits by their words, the latest first."""

    clients: tuple[Client, ...]
    visits: tuple[FoundVisit, ...]


def search(desk: Desk, text: str, *, archived: bool = False, clients: int = 6, visits: int = 6) -> Found:
    """Find at most so many clients and visits for a text such as "garcia", "piriformis 2026" or 'jun "jump sign"'.

    Visits changed since the last `index_changes` are found by what they said then.
    """
    return Found(
        clients=find_clients(desk, text, archived=archived, limit=clients),
        visits=find_visits(desk, text, limit=visits),
    )


def find_visits(desk: Desk, text: str, *, limit: int = 6) -> tuple[FoundVisit, ...]:
    """Find the visits in which all words of `text` stand, within the days that it names, the latest first.

    One or two Latin letters say nothing of a note yet: they find none.
    """
    sought = read_text_search(text)
    if all(word.isascii() and len(word) < _SAYING for word in sought.sought) and sought.spans is None:
        return ()
    with desk.store.reading() as charts:
        found = charts.words.find(sought, limit)
    return tuple(FoundVisit(visit, telling_line(visit.lines, sought.sought)) for visit in found)


def index_changes(desk: Desk) -> int:
    """Read some of the visits that changed into the index; gives how many still wait.

    Runs where all writing runs, a handful of visits at a time; the rest of a long list is for the next call.
    """
    with desk.store.writing() as charts:
        for visit_id in charts.words.stale(AT_ONCE):
            _read_in(charts, visit_id)
        return charts.words.stale_count()


def _read_in(charts: Charts, visit_id: VisitId) -> None:
    visit = charts.visits.find(visit_id)
    if visit is None:
        charts.words.forget(visit_id)
        return
    client, case = charts.clients.get(visit.client_id), charts.cases.get(visit.case_id)
    lines = lines_of(visit, addenda_of(charts, visit_id))
    charts.words.put(visit, words_of(client, case, lines), lines)
