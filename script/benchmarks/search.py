"""`search`: finding clients and visits by words, among a hundred thousand notes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

from benchmarks.figure import Figure
from benchmarks.sample_store import folder_on_disk, make_store

if TYPE_CHECKING:
    from therapist_desk.domain.visit import Visit
    from therapist_desk.services.desk import Desk

SEARCH_MS: Final = 50.0
ROUNDS: Final = 20
AGAIN: Final = 3
TYPED: Final = (
    "piriformis 2026",
    "trapezius",
    "sample levator",
    '"jump sign" headache',
    "the 2026",
    "client reports pain in right",
    "zzz",
    "nov 2025 hip",
    "cervical scar swelling 2022",
    "grace bacor",
)


def measure_search() -> Sequence[Figure]:
    """Measure a search after each letter typed; reading one client by id is the floor, a changed note read in beside.

    The figure is what 95 of 100 searches stay under.
    """
    from benchmarks.many_notes import fill  # noqa: PLC0415 - heavy, and only for this figure
    from therapist_desk.services.clients import get_client  # noqa: PLC0415
    from therapist_desk.services.searching import index_changes, search  # noqa: PLC0415

    with folder_on_disk() as folder:
        desk, visit = make_store(folder / "charts")
        try:
            fill(desk, visit)
            reading_in = []
            for number in range(ROUNDS):
                _change(desk, visit, number)
                reading_in.append(_timed(partial(index_changes, desk)))
            beginnings = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
            took = [_timed(partial(search, desk, text)) for _ in range(AGAIN) for text in beginnings]
            floor = median(_timed(partial(get_client, desk, visit.client_id)) for _ in range(ROUNDS))
        finally:
            desk.close()
    return (
        Figure(name="search", value=quantiles(took, n=20)[-1], floor=floor, unit="ms", target=SEARCH_MS),
        Figure(name="search median", value=median(took), floor=floor, unit="ms", target=SEARCH_MS),
        Figure(name="search reads in", value=median(reading_in), unit="ms", target=SEARCH_MS),
    )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _change(desk: Desk, visit: Visit, number: int) -> None:
    from therapist_desk.domain.notes.note import Note, Paragraph, Section  # noqa: PLC0415 - as above
    from therapist_desk.services.visit.notes import save_note  # noqa: PLC0415

    save_note(desk, visit.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, f"Slept {number} hours"),)))
