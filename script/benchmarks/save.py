"""`save`: a mark made durable through the services, against the same rows in a bare sqlcipher3 transaction."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.figure import BenchmarkError, Figure
from benchmarks.paired import measure_pairs
from benchmarks.sample_store import folder_on_disk, make_store
from therapist_desk.domain.anatomy import Figure as Body
from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.ids import MarkId

if TYPE_CHECKING:
    from therapist_desk.services.desk import Desk

TARGET: Final = 4.0
ROUNDS: Final = 200
WARM_UP: Final = 20

Statement = tuple[str, Sequence[Any]]


def measure_save() -> Figure:
    """Measure both in turn on copies of one store, in milliseconds.

    The floor replays the very rows that the services write: they are listened to once, on a third copy, before
    anything is timed. Connection and pragmas are the store's own, so that the two cannot differ in them.

    Raises:
        BenchmarkError: adding a mark wrote nothing.
    """
    from therapist_desk.services.visit.marking import put_mark  # noqa: PLC0415 - heavy: not for those who measure others

    with folder_on_disk() as folder:
        desk, visit = make_store(folder / "first")
        desk.close()
        shutil.copytree(folder / "first", folder / "listened")
        shutil.copytree(folder / "first", folder / "bare")
        total = WARM_UP + ROUNDS

        listened = _reopen(desk, folder / "listened")
        with _writes() as statements:
            transactions = []
            for number in range(total):
                put_mark(listened, visit.id, _mark(number))
                transactions.append(tuple(statements))
                statements.clear()
        listened.close()
        if not all(transactions):
            raise BenchmarkError("adding a mark wrote no row")

        product = _reopen(desk, folder / "first")
        bare = _connect(desk, folder / "bare")
        numbers = count()
        replay = iter(transactions)

        def through_services() -> float:
            mark = _mark(next(numbers))
            begun = time.perf_counter()
            put_mark(product, visit.id, mark)
            return (time.perf_counter() - begun) * 1000

        def in_a_bare_transaction() -> float:
            writes = next(replay)
            begun = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            for statement, values in writes:
                bare.execute(statement, values)
            bare.execute("COMMIT")
            return (time.perf_counter() - begun) * 1000

        paired = measure_pairs(through_services, in_a_bare_transaction, rounds=ROUNDS, warm_up=WARM_UP)
        bare.close()
        product.close()
    return Figure(name="save", value=paired.value, unit="ms", floor=paired.floor, ratio=paired.ratio, target=TARGET)


def _reopen(desk: Desk, folder: Path) -> Desk:
    from therapist_desk.store.store import Store  # noqa: PLC0415 - heavy

    return replace(desk, folder=folder, store=Store.open(folder, desk.master))


def _connect(desk: Desk, folder: Path) -> Any:
    from therapist_desk.store.keys import Purpose  # noqa: PLC0415 - heavy
    from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect  # noqa: PLC0415 - heavy

    return connect(folder / CHARTS_FILE, desk.master.subkey(Purpose.DATABASE))


@contextmanager
def _writes() -> Iterator[list[Statement]]:
    """Collect every statement that changed a row, as it reached the driver; one that found no row is no floor."""
    from sqlalchemy import Engine, event  # noqa: PLC0415 - heavy

    statements: list[Statement] = []

    def note_down(_connection: Any, cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:  # noqa: FBT001 - SQLAlchemy's
        wrote = statement.startswith("INSERT") or (statement.startswith(("UPDATE", "DELETE")) and cursor.rowcount)
        if wrote:
            statements.extend((statement, one) for one in (values if many else [values]))

    event.listen(Engine, "after_cursor_execute", note_down)
    try:
        yield statements
    finally:
        event.remove(Engine, "after_cursor_execute", note_down)


def _mark(number: int) -> Mark:
    return Mark(
        id=MarkId(f"{number:032x}"),
        kind=MarkKind.TRIGGER_ACTIVE,
        figure=Body.NEUTRAL,
        atlas_version="1",
        view=View.BACK,
        shape=Point(3000 + number, 2500),
        regions=(RegionRef("trap_upper", "upper trapezius", Side.RIGHT),),
        before=7,
    )
