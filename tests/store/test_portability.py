"""Another database could hold the same schema: what SQLite alone has stays in its own folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Table, make_url
from sqlalchemy.schema import CreateTable

import therapist_desk.store
from store.conftest import Made
from therapist_desk.store.database import Database
from therapist_desk.store.keys import Purpose
from therapist_desk.store.rows.registry import metadata
from therapist_desk.store.sqlite.charts_file import ChartsFile
from therapist_desk.store.sqlite.engine import CHARTS_FILE

PACKAGE = Path(therapist_desk.store.__file__).parent
POSTGRESQL = make_url("postgresql://").get_dialect()()
ALONE = re.compile(
    r"sqlcipher3|PRAGMA|sqlite_master|CREATE TRIGGER|VIRTUAL TABLE|fts5|sqlite_errorcode|dialects\.sqlite"
)


@pytest.mark.parametrize("table", metadata().sorted_tables, ids=str)
def test_a_table_can_be_declared_to_postgresql(table: Table) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=POSTGRESQL))


def test_only_one_folder_speaks_of_what_sqlite_alone_has() -> None:
    speaking = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if ALONE.search(path.read_text(encoding="utf-8"))
    }

    assert speaking == {"sqlite"}


def test_the_charts_file_offers_what_the_store_asks_of_a_database(made: Made) -> None:
    database: Database = ChartsFile(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))

    with database.reader.begin() as reading:
        assert reading.exec_driver_sql("SELECT count(*) FROM visits").scalar() == 1
    database.close()
    database.close()
