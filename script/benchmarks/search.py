"""`search`: finding clients and visits by words, among a hundred thousand notes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from benchmarks.figure import Figure
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import folder_on_disk, make_store

if TYPE_CHECKING:
    from therapist_desk.domain.visit import Visit
    from therapist_desk.services.desk import Desk

NOTES: Final = 100_000
BATCH: Final = 5_000
FILLING_KB: Final = 256_000
SEARCH_MS: Final = 50.0
ROUNDS: Final = 20
TYPED: Final = ("piriformis 2026", "trap", "sample levator", '"jump sign" headache', "the", "zzz", "nov 2025 hip")
# As in notes: the first words stand in nearly all, the last ones in a few of a hundred.
WORDS: Final = (
    "the client reports pain in right upper trapezius with headache after desk work levator scapulae tender jump "
    "sign reproduced sleep better neck rotation limited suboccipitals hip gluteus medius piriformis lumbar quadratus "
    "calf plantar forearm extensors wrist numbness tingling swelling scar rotation cervical"
)


def measure_search() -> Sequence[Figure]:
    """Measure the slowest of several texts, beside reading one client by id; and reading a changed note in."""
    from therapist_desk.services.clients import get_client  # noqa: PLC0415 - heavy, and only for this figure
    from therapist_desk.services.searching import index_changes, search  # noqa: PLC0415

    with folder_on_disk() as folder:
        desk, visit = make_store(folder / "charts")
        try:
            _fill(desk, visit)
            slowest = max(TYPED, key=lambda text: median(_timed(partial(search, desk, text)) for _ in range(5)))
            pair = measure_pairs(
                partial(_timed, partial(search, desk, slowest)),
                partial(_timed, partial(get_client, desk, visit.client_id)),
                rounds=ROUNDS,
                warm_up=3,
            )
            reading_in = []
            for number in range(ROUNDS):
                _change(desk, visit, number)
                reading_in.append(_timed(partial(index_changes, desk)))
        finally:
            desk.close()
    return (
        Figure(name="search", value=pair.value, floor=pair.floor, unit="ms", target=SEARCH_MS),
        Figure(name="search reads in", value=median(reading_in), unit="ms", target=SEARCH_MS),
    )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _change(desk: Desk, visit: Visit, number: int) -> None:
    from therapist_desk.domain.note import Note, Paragraph, Section  # noqa: PLC0415 - as above
    from therapist_desk.services.notes import save_note  # noqa: PLC0415

    save_note(desk, visit.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, f"Slept {number} hours"),)))


def _fill(desk: Desk, visit: Visit) -> None:
    """Write the notes as rows: through the services it would take an hour that nobody measures."""
    from sqlalchemy import delete, insert  # noqa: PLC0415 - as above

    from therapist_desk.domain.note import Origin, Section  # noqa: PLC0415
    from therapist_desk.store.rows.notes import NoteRow, ParagraphRow  # noqa: PLC0415
    from therapist_desk.store.rows.registry import metadata  # noqa: PLC0415
    from therapist_desk.store.rows.search import IndexedVisitRow, StaleVisitRow  # noqa: PLC0415
    from therapist_desk.store.rows.visits import VisitRow  # noqa: PLC0415
    from therapist_desk.store.sqlite import full_text, guards  # noqa: PLC0415

    head: dict[str, Any] = {
        "client_id": visit.client_id,
        "case_id": visit.case_id,
        "therapist_id": visit.therapist_id,
        "planned_minutes": 60,
        "figure": visit.figure,
        "status": visit.status,
        "version": 1,
    }
    chance = random.Random(1)  # noqa: S311 - the same notes each time
    vocabulary = WORDS.split()
    weights = [1 / (place + 1) for place in range(len(vocabulary))]
    with desk.store._database.writer.begin() as connection:  # noqa: SLF001 - past the services, see above
        connection.exec_driver_sql(f"PRAGMA cache_size = -{FILLING_KB}")
        # Row by row, the triggers take longer than all the rest: lifted as in a migration, and made anew at its end.
        guards.lift(connection.exec_driver_sql)
        full_text.lift(connection.exec_driver_sql)
        for first in range(0, NOTES, BATCH):
            numbers = range(first, first + BATCH)
            days = {n: date(2022, 1, 1) + timedelta(days=n // 60) for n in numbers}
            texts = {n: " ".join(chance.choices(vocabulary, weights, k=60)) for n in numbers}
            connection.execute(
                insert(VisitRow), [head | {"id": f"v{n}", "number": n + 2, "service_date": days[n]} for n in numbers]
            )
            connection.execute(insert(NoteRow), [{"visit_id": f"v{n}", "limitation": ""} for n in numbers])
            connection.execute(
                insert(ParagraphRow),
                [
                    {
                        "visit_id": f"v{n}",
                        "position": 0,
                        "section": Section.SUBJECTIVE,
                        "text": text,
                        "origin": Origin.OWN,
                        "source": "",
                    }
                    for n, text in texts.items()
                ],
            )
            places = {n: full_text.first_number(day) + n % 60 for n, day in days.items()}
            indexed = [{"number": place, "visit": f"v{n}"} for n, place in places.items()]
            connection.execute(insert(IndexedVisitRow), indexed)
            for n, place in places.items():
                full_text.put(connection, place, f"juniper sample {texts[n]}")
        connection.execute(delete(StaleVisitRow))
        tables = metadata().tables
        full_text.install(connection.exec_driver_sql, tables)
        guards.install(connection.exec_driver_sql, tables)
