"""Triggers by which the database itself refuses to change what is signed, or what only ever grows.

Rebuilding a table (as a migration may) silently drops its triggers, so they are made anew after every migration.
A change here reaches existing charts only with a revision, which may be empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final

from therapist_desk.store.sqlite.results import SIGNED

Run = Callable[[str], object]
"""Executes one statement; what it returns is not used here."""

GROWING: Final = MappingProxyType(
    {
        "signed_records": ("sequence", "digest", "previous"),
        "addenda": ("id", "sequence"),
        "audit_events": ("sequence",),
        "health_histories": ("id",),
        "ledger_entries": ("sequence", "id"),
        "billing_terms": ("sequence",),
    }
)
"""Tables whose rows are never changed and never deleted, with the columns by which REPLACE would find one."""
PARTS: Final = MappingProxyType(
    {
        "timer_events": "id",
        "segments": "id",
        "measurements": "id",
        "observations": "id",
        "marks": "id",
        "notes": "visit_id",
        "paragraphs": "visit_id",
        "screenings": "visit_id",
        "decisions": "id",
    }
)
"""Tables whose rows belong to a visit by `visit_id`, with the column by which REPLACE would find one."""
PARTS_OF_PARTS: Final = (
    ("mark_regions", "mark_id", "marks"),
    ("segment_regions", "segment_id", "segments"),
    ("answers", "measurement_id", "measurements"),
)
"""Tables whose rows belong to a part of a visit: table, column, part."""


def install(run: Run, tables: Iterable[str]) -> None:
    """Make every guard whose table is among `tables` anew."""
    there = set(tables)
    for name, table, statement in guards():
        if table in there:
            run(f"DROP TRIGGER IF EXISTS {name}")
            run(statement)


def lift(run: Run) -> None:
    """Drop all guards, for a migration; `install` follows it in the same transaction."""
    for name, _table, _statement in guards():
        run(f"DROP TRIGGER IF EXISTS {name}")


def guards() -> Iterator[tuple[str, str, str]]:
    """Give each guard: its name, its table, and the statement that makes it."""
    for table, keys in GROWING.items():
        same = " OR ".join(f"{key} = NEW.{key}" for key in keys)
        yield _guard(table, "INSERT", f"EXISTS (SELECT 1 FROM {table} WHERE {same})")  # noqa: S608 - constants
        for action in ("UPDATE", "DELETE"):
            yield _guard(table, action, None)
    # A visit is signed once; whatever is said later is an addendum.
    recorded = "EXISTS (SELECT 1 FROM signed_records WHERE visit_id = NEW.visit_id AND kind = 'visit')"
    yield _guard("signed_records", "INSERT", f"NEW.kind = 'visit' AND {recorded}", "once")
    for action, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        yield _guard("visits", action, _signed(f"{row}.id"))
    # Nothing may call itself signed without a record of what was signed.
    unrecorded = "NOT EXISTS (SELECT 1 FROM signed_records WHERE visit_id = NEW.id AND kind = 'visit')"
    for action in ("INSERT", "UPDATE"):
        yield _guard("visits", action, f"NEW.status = 'signed' AND {unrecorded}", "unrecorded")
    for table, key in PARTS.items():
        there = f"(SELECT visit_id FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - constants
        yield from _of_part(table, "{row}.visit_id", there)
    for table, column, part in PARTS_OF_PARTS:
        yield from _of_part(table, f"(SELECT visit_id FROM {part} WHERE id = {{row}}.{column})")  # noqa: S608 - constants


def _of_part(table: str, visit: str, there: str | None = None) -> Iterator[tuple[str, str, str]]:
    old, new = _signed(visit.format(row="OLD")), _signed(visit.format(row="NEW"))
    yield _guard(table, "INSERT", new if there is None else f"{new} OR {_signed(there)}")
    yield _guard(table, "UPDATE", f"{old} OR {new}")
    yield _guard(table, "DELETE", old)


def _signed(visit: str) -> str:
    return f"EXISTS (SELECT 1 FROM visits WHERE id = {visit} AND status = 'signed')"  # noqa: S608 - constants


def _guard(table: str, action: str, condition: str | None, suffix: str = "signed") -> tuple[str, str, str]:
    name = f"guard_{table}_{action.lower()}_{suffix}"
    when = "" if condition is None else f" WHEN {condition}"
    body = f"BEGIN SELECT RAISE(ABORT, '{SIGNED}'); END"
    return name, table, f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH ROW{when} {body}"
