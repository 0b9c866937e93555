"""Fills a store with notes as a busy practice writes them: past the services, which would take an hour."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, islice, product
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, delete, insert
from sqlalchemy.orm import Session

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.names import fold, fold_words
from therapist_desk.domain.notes.note import Origin, Section
from therapist_desk.store.charts import Charts
from therapist_desk.store.mapping.cases import case_row
from therapist_desk.store.mapping.clients import client_batch
from therapist_desk.store.rows.notes import NoteRow, ParagraphRow
from therapist_desk.store.rows.registry import metadata
from therapist_desk.store.rows.search import IndexedVisitRow, IndexedWordRow, StaleVisitRow
from therapist_desk.store.rows.visits import VisitRow
from therapist_desk.store.sqlite import full_text, guards

if TYPE_CHECKING:
    from therapist_desk.domain.visit import Visit
    from therapist_desk.services.desk import Desk

NOTES: Final = 100_000
CLIENTS: Final = 4_000
WORDS_OF_A_NOTE: Final = 100
A_DAY: Final = 60
FIRST_DAY: Final = date(2022, 1, 1)
BATCH: Final = 5_000
FILLING_KB: Final = 256_000
# As in notes: the first words stand in nearly all, the last ones in a few of a thousand.
COMMON: Final = (
    "the client reports pain in right upper trapezius with headache after desk work levator scapulae tender jump "
    "sign reproduced sleep better neck rotation limited suboccipitals hip gluteus medius piriformis lumbar quadratus "
    "calf plantar forearm extensors wrist numbness tingling swelling scar cervical painful tenderness headaches "
    "reported therapeutic trapezii"
)
_BEGINNINGS: Final = (
    "ba",
    "co",
    "de",
    "fi",
    "ga",
    "in",
    "lo",
    "me",
    "no",
    "pa",
    "pre",
    "ra",
    "sa",
    "te",
    "tra",
    "ve",
)
_MIDDLES: Final = ("bil", "cor", "dim", "fen", "gar", "lin", "mor", "nit", "por", "rel", "sten", "tav")
_ENDS: Final = ("", "a", "ed", "ing", "ion", "is", "ment", "or", "s", "us", "y")
_GIVEN: Final = (
    "Ada",
    "Ben",
    "Cleo",
    "Dan",
    "Eva",
    "Finn",
    "Grace",
    "Hugo",
    "Ida",
    "Juan",
    "Kim",
    "Lena",
    "Max",
    "Zoë",
)


def fill(desk: Desk, visit: Visit) -> None:
    """Add clients with a case each, and the notes of all of them, indexed, to the store that holds `visit`."""
    chance = random.Random(1)  # noqa: S311 - the same notes each time
    clients = tuple(_clients(chance))
    with desk.store._database.writer.begin() as connection:  # noqa: SLF001 - past the services, see above
        connection.exec_driver_sql(f"PRAGMA cache_size = -{FILLING_KB}")
        # Row by row, the triggers take longer than all the rest: lifted as in a migration, and made anew at its end.
        guards.lift(connection.exec_driver_sql)
        full_text.lift(connection.exec_driver_sql)
        _add_clients(connection, clients)
        vocabulary = _vocabulary()
        weights = list(accumulate(1 / (place + 1) for place in range(len(vocabulary))))
        # The latest first: FTS5 writes upwards many times faster than in any other order.
        for first in reversed(range(0, NOTES, BATCH)):
            numbers = range(first + BATCH - 1, first - 1, -1)
            texts = [" ".join(chance.choices(vocabulary, cum_weights=weights, k=WORDS_OF_A_NOTE)) for _ in numbers]
            _add_notes(connection, visit, clients, numbers, texts)
        words = {*vocabulary, *(word for client in clients for word in fold_words(client.name))}
        connection.execute(
            insert(IndexedWordRow), [{"word": word} for word in sorted(words) if len(word) > full_text.BEGINNINGS]
        )
        connection.execute(delete(StaleVisitRow))
        tables = metadata().tables
        full_text.install(connection.exec_driver_sql, tables)
        guards.install(connection.exec_driver_sql, tables)


def _clients(chance: random.Random) -> Iterator[Client]:
    families = ("".join(parts).capitalize() for parts in product(_BEGINNINGS, _MIDDLES, _ENDS))
    names = product(tuple(islice(families, CLIENTS // len(_GIVEN) + 1)), _GIVEN)
    for number, (family, given) in enumerate(islice(names, CLIENTS)):
        born = date(1940, 1, 1) + timedelta(days=chance.randrange(27_000))
        details = ClientDetails(given_name=given, family_name=family, date_of_birth=born)
        yield Client(id=ClientId(f"c{number}"), record_number=f"TD-{number + 2:06}", details=details)


def _add_clients(connection: Connection, clients: Sequence[Client]) -> None:
    with Session(connection) as session:
        Charts(session).clients.add_batch(client_batch(clients))
        session.add_all(
            case_row(Case(id=_case_id(n), client_id=client.id, title="Neck pain", opened_on=FIRST_DAY))
            for n, client in enumerate(clients)
        )
        session.flush()


def _add_notes(
    connection: Connection, visit: Visit, clients: Sequence[Client], numbers: Sequence[int], texts: Sequence[str]
) -> None:
    written = dict(zip(numbers, texts, strict=True))
    days = {n: FIRST_DAY + timedelta(days=n // A_DAY) for n in numbers}
    head: dict[str, Any] = {
        "therapist_id": visit.therapist_id,
        "planned_minutes": 60,
        "figure": visit.figure,
        "status": visit.status,
        "unit_choice": "",
        "version": 1,
    }
    visits, notes, paragraphs, indexed = [], [], [], []
    for n in sorted(numbers):
        whose, round_ = n % len(clients), n // len(clients)
        of_client = {"client_id": clients[whose].id, "case_id": _case_id(whose), "number": round_ + 1}
        visits.append(head | of_client | {"id": f"v{n}", "service_date": days[n]})
        notes.append({"visit_id": f"v{n}", "limitation": ""})
        words = {"section": Section.SUBJECTIVE, "text": written[n], "origin": Origin.OWN, "source": ""}
        paragraphs.append({"visit_id": f"v{n}", "position": 0} | words)
    connection.execute(insert(VisitRow), visits)
    connection.execute(insert(NoteRow), notes)
    connection.execute(insert(ParagraphRow), paragraphs)
    for n, text in written.items():
        place = full_text.first_number(days[n]) + A_DAY - 1 - n % A_DAY
        indexed.append({"number": place, "visit": f"v{n}", "lines": text})
        full_text.put(connection, place, f"{fold(clients[n % len(clients)].name)} neck pain {text}")
    connection.execute(insert(IndexedVisitRow), indexed)


def _case_id(client: int) -> CaseId:
    return CaseId(f"case{client}")


def _vocabulary() -> tuple[str, ...]:
    rare = ("".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDS))
    return tuple(dict.fromkeys((*COMMON.split(), *rare)))
