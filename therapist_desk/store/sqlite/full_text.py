"""Searching the words of visits: FTS5, and the triggers that note which visits have to be read again.

Made beside the schema like the guards: rebuilding a table silently drops its triggers. The index keeps no text of its
own, only which words stand in which visit, under a number that is the lower the later the visit. FTS5 gives its rows
upwards many times faster than downwards: read so, the latest visits come first, and reading can stop at a handful.

Not so where it looks for the beginning of a word: unless it keeps an index of beginnings that long, it first gathers
every visit with any such word. So whoever looks for a longer one names the words that begin so; see `find`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection

from therapist_desk.store.text_search import TextSearch

Run = Callable[[str], object]
"""Executes one statement; what it returns is not used here."""

TABLE: Final = "visit_words"
"""The index; SQLite keeps it in tables of its own whose names begin so."""
BEGINNINGS: Final = 3
"""Beginnings of so many letters and fewer have an index of their own."""
_WORDS: Final = re.compile(r"[^\W_]+")
_OF_A_DAY: Final = 24
"""Bits for the visits of one day, below those for the day."""
_LAST: Final = date.max.toordinal()
_STALE: Final = "INSERT OR IGNORE INTO stale_visits (visit) "
_PARTS: Final = ("notes", "paragraphs", "marks", "measurements", "observations", "addenda")
"""Tables whose rows hold words of a visit, named by their `visit_id`."""
_OWNERS: Final = (
    ("clients", "client_id", ("given_name", "family_name")),
    ("cases", "case_id", ("title", "complaint")),
)
"""Tables with words that count for all visits of a row: table, the visits' column, and the columns with the words."""


def install(run: Run, tables: Iterable[str]) -> None:
    """Make the index, and every trigger whose table is among `tables` anew."""
    there = set(tables)
    if "stale_visits" not in there:
        return
    run(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(words, content='', contentless_delete=1, "
        f"tokenize='unicode61 remove_diacritics 0', prefix='{' '.join(map(str, range(1, BEGINNINGS + 1)))}')"
    )
    for name, table, statement in triggers():
        if table in there:
            run(f"DROP TRIGGER IF EXISTS {name}")
            run(statement)


def lift(run: Run) -> None:
    """Drop all triggers, for a migration; `install` follows it in the same transaction."""
    for name, _table, _statement in triggers():
        run(f"DROP TRIGGER IF EXISTS {name}")


def triggers() -> Iterator[tuple[str, str, str]]:
    """Give each trigger: its name, its table, and the statement that makes it."""
    for table in _PARTS:
        for action, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            yield _trigger(table, action, f"VALUES ({row}.visit_id)")
    for action, row in (("INSERT", "NEW"), ("UPDATE OF service_date", "NEW"), ("DELETE", "OLD")):
        yield _trigger("visits", action, f"VALUES ({row}.id)")
    for table, column, worded in _OWNERS:
        changed = f"SELECT id FROM visits WHERE {column} = NEW.id"  # noqa: S608 - constants
        yield _trigger(table, f"UPDATE OF {', '.join(worded)}", changed)


def first_number(day: date) -> int:
    """Give the lowest number that a visit of `day` may have."""
    return (_LAST - day.toordinal()) << _OF_A_DAY


def after_day(day: date) -> int:
    """Give the number above all that visits of `day` may have."""
    return (_LAST - day.toordinal() + 1) << _OF_A_DAY


def put(connection: Connection, number: int, words: str) -> None:
    """Index folded text under a number that is not in use."""
    connection.exec_driver_sql(f"INSERT INTO {TABLE} (rowid, words) VALUES (?, ?)", (number, words))  # noqa: S608


def remove(connection: Connection, number: int) -> None:
    """Take a number out of the index."""
    connection.exec_driver_sql(f"DELETE FROM {TABLE} WHERE rowid = ?", (number,))  # noqa: S608 - a constant


def keep_words(connection: Connection, text: str) -> None:
    """Note the words of folded text by which a longer beginning is found."""
    words = [(word,) for word in sorted(set(_WORDS.findall(text))) if len(word) > BEGINNINGS]
    if words:
        connection.exec_driver_sql("INSERT OR IGNORE INTO indexed_words (word) VALUES (?)", words)


def find(
    connection: Connection, search: TextSearch, limit: int, begun: Sequence[str] | None = None
) -> tuple[int, ...]:
    """Give the numbers of the visits that hold what is sought, the latest day first.

    `begun` are all words of the index that start with the search's `beginning`, if the caller knows them.
    """
    found: set[int] = set()
    for first, last in search.spans or ((date.min, date.max),):
        low, high = first_number(last), after_day(first)
        query = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH ? AND rowid >= ? AND rowid < ? "  # noqa: S608
        rows = connection.exec_driver_sql(query + "ORDER BY rowid LIMIT ?", (_match(search, begun), low, high, limit))
        found.update(number for (number,) in rows)
    return tuple(sorted(found)[:limit])


def _match(search: TextSearch, begun: Sequence[str] | None) -> str:
    """Write what is sought as FTS5 reads it. Folded words hold letters, digits and underlines alone."""
    parts = [f'"{word}"' for word in search.words]
    parts += (f'"{" ".join(phrase)}"' for phrase in search.phrases)
    if begun is not None:
        parts.append("(" + " OR ".join(f'"{word}"' for word in begun) + ")")
    elif search.beginning:
        parts.append(f'"{search.beginning}"*')
    return " AND ".join(parts)


def _trigger(table: str, action: str, rows: str) -> tuple[str, str, str]:
    name = f"stale_{table}_{action.split(maxsplit=1)[0].lower()}"
    statement = f"CREATE TRIGGER {name} AFTER {action} ON {table} FOR EACH ROW BEGIN {_STALE}{rows}; END"
    return name, table, statement
